"""Lines number themselves."""

import pytest

from pbeditor.edit.numbering import is_only_a_number, next_start, renumbered

STARTS = [
    ("1、做好", "2、"),
    ("9. 做好", "10."),
    ("（2）做好", "（3）"),
    ("1．", "2．"),
    ("做好", ""),
    ("2.5万元", ""),
    ("2020年", ""),
]


@pytest.mark.parametrize(("line", "start"), STARTS)
def test_the_next_line_goes_on_in_the_same_style(line: str, start: str) -> None:
    assert next_start(line) == start


def test_a_number_without_a_text_is_told_from_a_line() -> None:
    assert is_only_a_number("3、 ")
    assert not is_only_a_number("3、做好")


def test_renumbering_takes_what_stood_in_front_away() -> None:
    assert renumbered("1、1.甲\n\n5、乙\n丙") == "1、甲\n\n2、乙\n3、丙"
    assert renumbered("") == ""
