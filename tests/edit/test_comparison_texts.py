"""The words of a comparison."""

from decimal import Decimal

import pytest

from pbeditor.edit.comparison_texts import amount, signed


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
