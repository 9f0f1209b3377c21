"""What lines are told by."""

import pytest

from pbeditor.sheet.line_kinds import PROJECT_TITLE


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("1、图书采购绩效目标表", "图书采购"),
        ("１．图书采购绩效目标申报表", "图书采购"),
        ("（十二）图书采购绩效目标表", "图书采购"),
        ("三、图书采购绩效目标表", "图书采购"),
        ("三 图书采购绩效目标表", "图书采购"),
        ("301图书采购绩效目标表", "图书采购"),
        ("图书采购绩效目标表", "图书采购"),
        ("2024年图书采购绩效目标表", "2024年图书采购"),
        ("1.2024年图书采购绩效目标表", "2024年图书采购"),
        ("5G基站绩效目标表", "5G基站"),
        ("三公经费绩效目标表", "三公经费"),
        ("一体化平台绩效目标表", "一体化平台"),
    ],
)
def test_the_number_of_a_title_is_no_part_of_the_name_and_what_a_name_begins_with_is_no_number(
    title: str, name: str
) -> None:
    found = PROJECT_TITLE.match(title)
    assert found
    assert found["name"] == name
