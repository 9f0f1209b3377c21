"""Numbers are read as people write them, and nothing else is."""

from decimal import Decimal

import pytest

from pbeditor.model.amount import is_blank, narrowed, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.00", "2.00"),
        (" 12,000 ", "12000"),
        ("１２．５", "12.5"),
        ("-3", "-3"),
        ("1,234,567.8", "1234567.8"),
        (".5", "0.5"),
        ("+1", "1"),
    ],
)
def test_a_number_is_read(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", " ", "约2", "2万元", "1,2", "1.2.3", "二", "1e5", "٣", "nan", "-", "1" * 23, "1" + " " * 100]
)
def test_what_is_no_number_gives_none(text: str) -> None:
    assert number(text) is None


def test_blank_is_told_from_wrong() -> None:
    assert is_blank(" ")
    assert not is_blank("约2")


@pytest.mark.parametrize("text", ["25.00①", "10²", "3⑴", "½", "１２①"])
def test_the_figure_of_a_note_is_no_digit(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("text", "plain"), [("１，２３４．５ ０", "1,234.50"), ("﹣3﹒5", "-3.5"), ("1\u30002", "12")])
def test_full_width_signs_are_plain_ones(text: str, plain: str) -> None:
    assert narrowed(text) == plain
