"""The name of a project in the line above its table."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.heading_name import heading_name
from pbeditor.sheet.sheet import Block, Paragraph
from tests.sheet.test_interpret import GRID, HEAD, read, table

NAMELESS = (("预算数", "2.00", "其中：财政资金", "2.00"), ("绩效目标", "做好。"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一、图书采购", "图书采购"),
        ("（二）某某大会", "某某大会"),
        ("3．某某论坛", "某某论坛"),
        ("项目一：某某论坛", "某某论坛"),
        ("某某论坛经费（二期）", "某某论坛经费（二期）"),
        ("某某论坛", ""),
        ("一、做好论坛，服务群众。", ""),
        ("二、绩效指标", ""),
        ("二、资金安排", ""),
        ("一、项目基本信息", ""),
        ("三、预算调整资金", "预算调整资金"),
        ("一、部门整体支出", ""),
        ("附件3", ""),
        ("项目支出绩效目标表", ""),
        ("第二部分 重点项目", ""),
        ("一、" + "长" * 41, ""),
    ],
)
def test_a_short_numbered_heading_is_a_name_and_another_line_only_if_projects_are_called_so(
    text: str, name: str
) -> None:
    assert heading_name(text) == name


def told(form: Form, *blocks: Block) -> tuple[list[tuple[str, int]], list[tuple[str, str]]]:
    document, notes = read(form, *blocks)
    found = [(each.name, len(each.indicators)) for each in document.projects]
    return found, [(note.kind, note.original) for note in notes]


def test_a_heading_above_a_head_without_a_name_is_that_of_the_project_and_told(hebei: Form) -> None:
    blocks = [each for text in ("一、甲会议", "二、乙会议") for each in (Paragraph(text), table(*NAMELESS, *GRID))]
    found = told(hebei, *blocks)
    assert found == ([("甲会议", 3), ("乙会议", 3)], [("guessed", "甲会议"), ("guessed", "乙会议")])


@pytest.mark.parametrize("headings", [("一、甲会议", "二、乙会议"), ("项目一：甲会议", "项目二：乙会议")])
def test_a_heading_above_a_grid_alone_begins_a_project_of_that_name(headings: tuple[str, ...], hebei: Form) -> None:
    blocks = [each for text in headings for each in (Paragraph(text), Paragraph("单位：万元"), table(*GRID))]
    found = told(hebei, *blocks)
    assert found == ([("甲会议", 3), ("乙会议", 3)], [("missing", "甲会议"), ("missing", "乙会议")])


def test_behind_a_project_with_a_head_only_a_heading_that_is_surely_a_name_begins_one(hebei: Form) -> None:
    first = table(*HEAD, *GRID)
    assert told(hebei, first, Paragraph("二、乙会议经费"), table(*GRID))[0] == [("甲项目", 3), ("乙会议经费", 3)]
    found, notes = told(hebei, first, Paragraph("二、打分"), table(*GRID))
    assert found == [("甲项目", 3)]
    assert ("ignored", "二、打分") in notes


def test_a_page_number_between_a_heading_and_its_table_is_no_text(hebei: Form) -> None:
    blocks = (Paragraph("一、甲会议"), Paragraph("— 2 —"), table(*NAMELESS, *GRID))
    assert told(hebei, *blocks)[0] == [("甲会议", 3)]


def test_a_heading_with_other_text_before_the_table_is_no_name(hebei: Form) -> None:
    blocks = (Paragraph("一、甲会议"), Paragraph("会议每年召开，请注意。"), table(*NAMELESS, *GRID))
    found, notes = told(hebei, *blocks)
    assert found == [("", 3)]
    assert ("ignored", "一、甲会议") in notes


def test_a_name_in_the_table_goes_before_the_heading_which_is_listed(hebei: Form) -> None:
    found, notes = told(hebei, Paragraph("一、乙会议"), table(*HEAD, *GRID))
    assert (found, notes) == ([("甲项目", 3)], [("ignored", "一、乙会议")])


@pytest.mark.parametrize("rows", [GRID, (*NAMELESS, *GRID), (("项目资金", *NAMELESS[0]), NAMELESS[1], *GRID)])
def test_headings_in_rows_of_one_table_name_the_projects_below_them(
    rows: tuple[tuple[str, ...], ...], hebei: Form
) -> None:
    """So they stand in a worksheet that holds several projects."""
    found, notes = told(hebei, table(("一、甲会议",), *rows, ("二、乙会议",), *rows))
    assert found == [("甲会议", 3), ("乙会议", 3)]
    assert {original for _, original in notes} == {"甲会议", "乙会议"}


@pytest.mark.parametrize("heading", ["二、资金安排", "（二）项目资金情况", "预算安排"])
def test_a_heading_over_a_part_of_a_cut_head_neither_names_nor_begins_a_project(heading: str, hebei: Form) -> None:
    basics, amounts = table(("项目编码", "A1", "项目名称", "甲会议")), table(*NAMELESS)
    blocks = (
        Paragraph("一、项目基本信息"),
        basics,
        Paragraph(heading),
        amounts,
        Paragraph("三、绩效指标"),
        table(*GRID),
    )
    document, _ = read(hebei, *blocks)
    assert [(each.name, each.budget.total, len(each.indicators)) for each in document.projects] == [
        ("甲会议", "2.00", 3)
    ]


@pytest.mark.parametrize("rows", [GRID, (*NAMELESS, *GRID)])
def test_a_heading_above_a_table_of_something_else_names_no_project_behind_that(
    rows: tuple[tuple[str, ...], ...], hebei: Form
) -> None:
    other = table(("姓名", "岗位"), ("张三", "科员"))
    found, notes = told(hebei, table(*HEAD, *GRID), Paragraph("三、机关运行经费"), other, table(*rows))
    assert "机关运行经费" not in [name for name, _ in found]
    assert ("ignored", "三、机关运行经费") in notes


def test_a_heading_above_indicators_that_were_left_out_names_no_project_behind_them(hebei: Form) -> None:
    blocks = (table(*HEAD, *GRID), Paragraph("二、打分"), table(*GRID), table(*NAMELESS, *GRID))
    assert [name for name, _ in told(hebei, *blocks)[0]] == ["甲项目", ""]
