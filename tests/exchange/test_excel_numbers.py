"""Which texts become numbers in a worksheet, and how they show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.exchange.excel_numbers import countable, exact_format
from pbeditor.exchange.number_formats import shown
from tests.builders import TEXTS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("60", "General"),
        ("48.00", "0.00######"),
        ("-3", "General"),
        ("1,000.5", "#,##0.0######"),
        ("1,000", "#,##0"),
        ("123456789012", "0"),
        ("0.10", "0.00######"),
    ],
)
def test_a_number_gets_the_format_that_shows_it_as_typed(text: str, code: str) -> None:
    assert exact_format(text) == code


@pytest.mark.parametrize(
    "text",
    ["", "待定", "007", "+5", "60.", ".5", "-0", "-0.00", "６０", "60%", "1,00", "1234567890123.456", "1e5", "6 0"],
)
def test_what_no_format_gives_back_stays_a_text(text: str) -> None:
    assert exact_format(text) == ""


@given(
    text=st.one_of(TEXTS, st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str), st.integers().map(str))
)
def test_what_is_a_number_reads_back_as_it_was_typed(text: str) -> None:
    value, code = countable(text), exact_format(text)
    assert not code or (value is not None and shown(float(value), code).text == text)


def test_more_decimals_that_somebody_types_into_a_cell_are_shown() -> None:
    assert shown(48.125, exact_format("48.00")).text == "48.125"
    assert shown(60.5, exact_format("60")).text == "60.5"
