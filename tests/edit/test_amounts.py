"""Amounts are understood as typed."""

from decimal import Decimal

import pytest

from pbeditor.edit.amounts import rounded, tidied_amount, total
from pbeditor.model.document import Budget, Project
from pbeditor.model.sums import written

TYPED = [
    ("2", "2.00"),
    ("１２．５", "12.50"),
    ("12,000", "12000.00"),
    ("1.2万", "1.20"),
    ("250 万元", "250.00"),
    ("12000元", "1.20"),
    ("1.5亿", "15000.00"),
    ("15.123456", "15.123456"),
    ("2.50000", "2.50"),
    ("约2", "约2"),
    ("", ""),
    ("元", "元"),
]


@pytest.mark.parametrize(("typed", "tidied"), TYPED)
def test_an_amount_is_tidied_without_rounding(typed: str, tidied: str) -> None:
    assert tidied_amount(typed, "万元", 2) == tidied


def test_an_amount_with_a_unit_is_left_alone_when_the_money_unit_is_unknown() -> None:
    assert tidied_amount("1.2万", "美元", 2) == "1.2万"


def test_shown_figures_round_halves_up_and_written_ones_lose_nothing() -> None:
    assert (rounded(Decimal("0.665"), 2), written(Decimal("0.665"), 2), written(Decimal(10), 2)) == (
        "0.67",
        "0.665",
        "10.00",
    )


def test_what_is_no_number_adds_nothing_to_the_total() -> None:
    projects = [Project(text, budget=Budget(text, fiscal="1")) for text in ("1,000", "约2", "", "0.5")]
    assert total(projects) == Decimal("1000.5")
    assert total(projects, "fiscal") == 4
