"""Lines between two tables that say nothing of whose the second one is."""

import pytest

from pbeditor.sheet.passing_line import is_page_number, parts_nothing


@pytest.mark.parametrize(("text", "is_number"), [("- 12 -", True), ("第3页", True), ("", True), ("附件1", False)])
def test_a_page_number_is_no_text(text: str, is_number: bool) -> None:
    assert is_page_number(text) is is_number


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "— 2 —",
        "第2页 共5页",
        "（2023年度）",
        "2023年",
        "（续）",
        "填表说明：略",
        "填表人：张三\n电话：1",
        "注：见附件",
    ],
)
def test_numbers_of_pages_years_remarks_and_who_filled_it_in_part_nothing(text: str) -> None:
    assert parts_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "项目名称：乙项目",
        "附件3：自评表",
        "（二）乙项目",
        "（乙项目绩效目标表）",
        "2023年部门预算",
        "备注更新绩效目标表",
    ],
)
def test_names_titles_and_other_texts_part_tables(text: str) -> None:
    assert not parts_nothing(text)
