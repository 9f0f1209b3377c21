"""Headings are numbered as people write numbers."""

import pytest

from pbeditor.model.numerals import NUMERAL, chinese, number_of


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (35, "三十五"),
        (100, "一百"),
        (103, "一百零三"),
        (115, "一百一十五"),
    ],
)
def test_a_number_is_written_in_chinese(number: int, text: str) -> None:
    assert chinese(number) == text
    assert NUMERAL.fullmatch(text.replace("零", ""))


@pytest.mark.parametrize(
    ("text", "number"),
    [("十三", 13), ("二十", 20), ("一百零三", 103), ("〇", 0), ("１２", 12), ("", None), ("年", None)],
)
def test_a_number_is_read_in_any_digits(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_what_is_written_in_chinese_is_read_back() -> None:
    assert [number_of(chinese(number)) for number in range(1, 1000)] == list(range(1, 1000))
