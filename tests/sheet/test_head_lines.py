"""Lines above a table that say whose it is are read as its first rows."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Block, Paragraph
from tests.sheet.test_interpret import GRID, HEAD, read, table

NAME = Paragraph("项目名称：甲会议")
REST = (("预算数", "2.00", "其中：财政资金", "2.00"), ("绩效目标", "做好。"))


@pytest.mark.parametrize("between", [(), (Paragraph("单位：万元"),), (Paragraph(""),)])
@pytest.mark.parametrize("rows", [GRID, (*REST, *GRID)])
def test_the_name_in_a_line_above_a_table_without_one_is_its_projects_and_leaves_no_note(
    rows: tuple[tuple[str, ...], ...], between: tuple[Block, ...], hebei: Form
) -> None:
    document, notes = read(hebei, NAME, *between, table(*rows), Paragraph("项目名称：乙会议"), table(*rows))
    assert [(each.name, len(each.indicators)) for each in document.projects] == [("甲会议", 3), ("乙会议", 3)]
    assert notes == ()


def test_a_year_or_a_remark_between_such_a_line_and_its_table_parts_them_not(hebei: Form) -> None:
    document, _ = read(hebei, NAME, Paragraph("（2024年度）"), table(*REST, *GRID))
    assert [each.name for each in document.projects] == ["甲会议"]


def test_several_lines_and_several_labels_in_one_line_say_all_of_a_project(hebei: Form) -> None:
    lines = ("项目名称：甲会议　项目编码：A1", "预算数：20000元", "绩效目标：1、办好会议。", "2、做好记录。")
    document, notes = read(hebei, *map(Paragraph, lines), table(*GRID))
    (project,) = document.projects
    assert (project.name, project.code, project.budget.total) == ("甲会议", "A1", "2.00")
    assert project.goals == "1、办好会议。\n2、做好记录。"
    assert [note.original for note in notes] == ["20000元"]


def test_such_a_line_ends_a_section_above_it(hebei: Form) -> None:
    document, _ = read(hebei, Paragraph("总体绩效目标：服务群众。"), NAME, table(*GRID))
    assert ([each.text for each in document.overall], document.projects[0].name) == (["服务群众。"], "甲会议")


@pytest.mark.parametrize(
    "blocks",
    [
        (NAME, Paragraph("会议每年召开。"), table(*GRID)),
        (NAME, table(*HEAD, *GRID)),
        (NAME, table(("姓名", "岗位"), ("张三", "科员")), table(*GRID)),
        (Paragraph("绩效目标：做好。"), table(*GRID)),
        (table(*HEAD, *GRID), NAME),
    ],
)
def test_a_line_that_does_not_say_whose_the_next_table_is_is_listed(blocks: tuple[Block, ...], hebei: Form) -> None:
    document, notes = read(hebei, *blocks)
    assert "甲会议" not in [project.name for project in document.projects]
    assert {"项目名称：甲会议", "绩效目标：做好。"} & {note.original for note in notes}


@pytest.mark.parametrize("row", [("项目名称", "甲会议"), ("项目名称：甲会议",), ("项目编码", "A1")])
def test_right_above_indicators_one_label_that_says_whose_they_are_makes_a_head(
    row: tuple[str, ...], hebei: Form
) -> None:
    document, notes = read(hebei, table(row, *GRID))
    assert (document.projects[0].name + document.projects[0].code, notes) == (row[-1].rpartition("：")[2], ())


@pytest.mark.parametrize("between", ["注：共三场。", "305001甲局", "- 2 -"])
def test_in_a_section_the_lines_keep_their_order(between: str, hebei: Form) -> None:
    lines = ("总体绩效目标：服务群众。", NAME.text, between, "会议每年召开。")
    document, _ = read(hebei, *map(Paragraph, lines), table(*HEAD, *GRID))
    assert document.overall[0].text == "\n".join(("服务群众。", *lines[1:]))
