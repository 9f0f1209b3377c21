"""The words of a comparison."""

from decimal import Decimal

import pytest

from pbeditor.edit.comparison import Sums
from pbeditor.edit.comparison_texts import amount, signed, sums_line


@pytest.mark.parametrize(
    ("value", "decimals", "sign", "text"),
    [
        (None, 2, "", ""),
        (Decimal("1200.5"), 2, "", "+1,200.50"),
        (Decimal("-0.123456"), 2, "", "-0.123456"),
        (Decimal("0.00"), 2, "", "0.00"),
        (Decimal("-12.345"), 1, "%", "-12.3%"),
        (Decimal("-0.01"), 1, "%", "0.0%"),
    ],
)
def test_differences_have_a_sign(value: Decimal | None, decimals: int, sign: str, text: str) -> None:
    assert signed(value, decimals, sign) == text


def test_no_decimal_of_an_amount_is_lost() -> None:
    assert [amount(Decimal(text), 2) for text in ("1234", "0.123456")] == ["1,234.00", "0.123456"]


def test_sums_say_how_many_projects_have_no_amount_yet() -> None:
    line = sums_line(Sums(Decimal(10), Decimal(4), 2), 2, "万元")
    assert line == "上年合计 10.00，本年合计 4.00，增减 -6.00（-60.0%），2 个项目还没有填预算数　单位：万元"
