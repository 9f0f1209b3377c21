"""Numbered lines."""

import pytest

from pbeditor.check.lines import numbered_lines, numbered_twice, out_of_order, unnumbered, with_lines


@pytest.mark.parametrize(
    ("line", "number", "body"),
    [
        ("1、甲", 1, "甲"),
        ("12.甲", 12, "甲"),
        ("１．甲", 1, "甲"),
        ("3）甲", 3, "甲"),
        ("（2）甲", 2, "甲"),
        ("十一、甲", 11, "甲"),
        ("二十、甲", 20, "甲"),
        ("二十一、甲", 21, "甲"),
        ("0、甲", 0, "甲"),
        ("(三)甲", 3, "甲"),
        ("1.2020年完成", 1, "2020年完成"),
        ("1、4次培训", 1, "4次培训"),
    ],
)
def test_a_line_opens_with_its_number(line: str, number: int, body: str) -> None:
    (found,) = numbered_lines(line)
    assert (found.number, found.body) == (number, body)


@pytest.mark.parametrize("line", ["甲", "", "1.5万元用于培训", "3、4月份完成", "1、2、3号楼维修", "100、甲", "第1、甲"])
def test_other_lines_have_none(line: str) -> None:
    assert numbered_lines(line) == ()


def test_a_second_number_is_dropped() -> None:
    text = "1、1.甲\n2、乙"
    assert with_lines(text, numbered_twice(text)) == "1、甲\n2、乙"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1、甲\n2、乙\n丙", []),
        ("1、甲\n3、乙", [(3, 2)]),
        ("2、甲", [(2, 1)]),
        ("1、甲\n1、乙", [(1, 2)]),
        ("1、甲\n（1）子\n（2）丑\n2、乙\n（1）子", []),
        ("一、甲\n1、子\n二、乙\n1、子\n3、丑", [(3, 2)]),
        ("1、甲\n2、乙\n一、子\n一、丑", []),
    ],
)
def test_numbers_run_on(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(line.number, wanted) for line, wanted in out_of_order(text)] == expected


def test_all_numbers_can_be_left_out() -> None:
    assert unnumbered("1、1.甲\n（二）乙\n1.5万元") == "甲\n乙\n1.5万元"
