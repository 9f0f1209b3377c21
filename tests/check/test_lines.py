"""Numbered lines."""

import pytest

from pbeditor.check.lines import broken, jumps, numbered_lines, numbered_twice, out_of_order, unnumbered, with_lines


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
        ("③甲", 3, "甲"),
        ("⑵ 甲", 2, "甲"),
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
        ("1.甲\n2.5场培训\n3.丙", []),
        ("1、甲\n2、3月底前完成\n3、4号楼维修\n4、丁", []),
        ("1、甲\n2.5万元\n3、丙", [(3, 2)]),
        ("①甲\n③乙", [(3, 2)]),
    ],
)
def test_numbers_run_on(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(line.number, wanted) for line, wanted in out_of_order(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("①甲。③乙。", [(3, 2)]),
        ("①甲，②乙，③丙。", []),
        ("(1)甲。(3)乙。", [(3, 2)]),
        ("主要有：1、甲；2、乙；4、丙。", [(4, 3)]),
        ("1、甲。2、乙。\n3、丙。", []),
        ("1、甲。2、乙。\n4、丙。", [(4, 3)]),
        ("1、甲\n2、乙：（1）子；（2）丑。\n3、丙", []),
        ("1、甲：1、子；2、丑\n2、乙", []),
        ("上午9：30、下午2：30。", []),
        ("其中：10、20、30人。", []),
        ("一季度完成。三、四季度巡查。", []),
        ("比例为：1：3。", []),
        ("合计1元。2.5万元另列；12.31前完成。", []),
    ],
)
def test_lists_within_a_line_run_on_too(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(line.number, wanted) for line, wanted in jumps(text)] == expected


def test_a_list_within_a_line_can_be_broken_up() -> None:
    assert broken("甲：1、子；2、丑。（三）寅①卯") == "甲：\n1、子；\n2、丑。\n（三）寅\n①卯"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1、1.甲\n（二）乙\n1.5万元", "甲\n乙\n1.5万元"),
        ("1.甲\n2.5场培训", "甲\n5场培训"),
        ("甲\n①乙", "甲\n乙"),
    ],
)
def test_all_numbers_can_be_left_out(text: str, plain: str) -> None:
    assert unnumbered(text) == plain
