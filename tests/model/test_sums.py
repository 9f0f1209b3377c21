"""The sum of sources completes itself."""

from decimal import Decimal

import pytest

from pbeditor.model.document import Budget
from pbeditor.model.sums import completion, gap, sources_sum

COMPLETIONS = [
    (Budget("", "2.00", "1"), ("total", "3.00")),
    (Budget("5", "2.00", ""), ("other", "3.00")),
    (Budget("5", "", "2"), ("fiscal", "3.00")),
    (Budget("5", "", ""), ("fiscal", "5.00")),
    (Budget("5", "2", "2"), ("total", "4.00")),
    (Budget("1", "2", ""), ("total", "2.00")),
    (Budget("4", "2", "2"), None),
    (Budget("", "", ""), None),
    (Budget("x", "2", "2"), None),
]


@pytest.mark.parametrize(("budget", "wanted"), COMPLETIONS)
def test_the_missing_part_is_completed(budget: Budget, wanted: tuple[str, str] | None) -> None:
    assert completion(budget, 2) == wanted


def test_a_blank_counts_as_nothing_and_a_word_makes_the_sum_unknown() -> None:
    assert (sources_sum(Budget("", "2", "")), sources_sum(Budget("", "二", ""))) == (Decimal(2), None)
    assert (gap(Budget("5", "2")), gap(Budget("五", "2"))) == (Decimal(3), None)
