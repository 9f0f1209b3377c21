"""Lines number themselves."""

import pytest

from pbeditor.edit.numbering import is_only_a_number, next_start, number_length, renumbered

STARTS = [
    ("1、做好", "2、"),
    ("9. 做好", "10."),
    ("（2）做好", "（3）"),
    ("1．", "2．"),
    ("做好", ""),
    ("2.5万元", ""),
    ("2．5万元", ""),
    ("2020年", ""),
]


@pytest.mark.parametrize(("line", "start"), STARTS)
def test_the_next_line_goes_on_in_the_same_style(line: str, start: str) -> None:
    assert next_start(line) == start


def test_a_number_without_a_text_is_told_from_a_line() -> None:
    assert is_only_a_number("3、 ")
    assert not is_only_a_number("3、做好")


def test_the_number_of_a_line_goes_as_far_as_its_sign() -> None:
    assert [number_length(line) for line in ("1、做好", "（2）做好", "做好")] == [2, 3, 0]


def test_renumbering_takes_what_stood_in_front_away() -> None:
    assert renumbered("1、1.甲\n\n5、乙\n丙") == "1、甲\n\n2、乙\n3、丙"
    assert renumbered("") == ""


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        ("1、3、4月份开展两次培训。", "1、3、4月份开展两次培训。"),
        ("做好\n3、4月份开展两次培训。", "1、做好\n2、3、4月份开展两次培训。"),
        ("甲\n2．5万元用于慰问。", "1、甲\n2、2．5万元用于慰问。"),
        ("3．5公里道路养护", "1、3．5公里道路养护"),
        ("1、2020年做完\n2、2021年做完", "1、2020年做完\n2、2021年做完"),
        ("3、甲\n4、5次", "1、甲\n2、5次"),
    ],
)
def test_renumbering_leaves_the_figures_of_the_text(text: str, numbered: str) -> None:
    assert renumbered(text) == numbered
