"""Headings are numbered as people write numbers."""

import pytest

from pbeditor.model.numerals import NUMERAL, chinese


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
