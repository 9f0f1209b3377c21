"""Lists of several projects with their indicators are read as the projects that they hold."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Budget, Project
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Table
from tests.sheet.test_interpret import read, table

HEADS = ("序号", "项目名称", "项目编码", "预算数（元）", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值")
FIRST = ("1", "甲项目", "203-0401-JBN-0001", "20000", "做好甲", "产出指标", "数量指标", "甲次数", "≥3次")
SECOND = ("7", "乙项目", "203-0401-JBN-0002", "30000", "做好乙", "产出指标", "质量指标", "乙合格率", "≥95%")
MORE = ("效果指标", "社会效益指标", "知晓率", "≥80%")


def told(projects: tuple[Project, ...]) -> list[tuple[str, str, str, str, list[str]]]:
    return [
        (each.name, each.code, each.budget.total, each.goals, [f"{row.level1} {row.name}" for row in each.indicators])
        for each in projects
    ]


BOTH = [
    ("甲项目", "203-0401-JBN-0001", "2.00", "做好甲", ["产出指标 甲次数", "效果指标 知晓率"]),
    ("乙项目", "203-0401-JBN-0002", "3.00", "做好乙", ["产出指标 乙合格率"]),
]


def merged(rows: int) -> Row:
    """The first row, what it says of the project over so many rows."""
    return Row(tuple(Cell((Run(text),), place, rows=rows if place < 5 else 1) for place, text in enumerate(FIRST)))


@pytest.mark.parametrize(
    "rows",
    [
        (*table(FIRST, ("", "", "", "", "", *MORE)).rows,),
        (*table(FIRST, (*FIRST[:5], *MORE)).rows,),
        (merged(2), Row(tuple(Cell((Run(text),), 5 + place) for place, text in enumerate(MORE)))),
        (*table(FIRST, HEADS, ("", "", "", "", "", *MORE)).rows,),
        (*table(FIRST, ("", "甲项目", "", "", "", *MORE)).rows,),
        (*table(FIRST, ("", "", FIRST[2], "", "", *MORE)).rows,),
        (*table((*FIRST[:2], "", "", "", *FIRST[5:]), ("", *FIRST[1:5], *MORE)).rows,),
    ],
    ids=["blank below", "said again", "merged", "heads again", "name again", "code again", "more below"],
)
def test_the_rows_of_a_list_go_to_their_projects(rows: tuple[Row, ...], hebei: Form) -> None:
    document, notes = read(hebei, Table((*table(HEADS).rows, *rows, *table(SECOND).rows)))
    assert told(document.projects) == BOTH
    assert {note.message for note in notes} == {"金额已按万元读入，请核对"}


def test_a_category_over_rows_of_two_projects_is_that_of_both(hebei: Form) -> None:
    over = Row((*merged(1).cells[:5], Cell((Run("产出指标"),), 5, rows=2), *merged(1).cells[6:]))
    below = Row(tuple(Cell((Run(text),), place) for place, text in enumerate(SECOND) if place != 5))
    document, _ = read(hebei, Table((*table(HEADS).rows, over, below)))
    assert [row.level1 for project in document.projects for row in project.indicators] == ["产出指标", "产出指标"]


@pytest.mark.parametrize("text", ["合计", "小计", "注：金额为年初预算"])
def test_a_sum_or_a_remark_in_a_list_is_listed_and_no_project(text: str, hebei: Form) -> None:
    wide = Row((Cell((Run(text),), columns=3), Cell((Run("50001"),), 3)))
    document, notes = read(hebei, Table((*table(HEADS, FIRST).rows, wide, *table(SECOND).rows)))
    assert [project.name for project in document.projects] == ["甲项目", "乙项目"]
    assert [note.original for note in notes if note.kind == "ignored"] == [text, "50001"]


def test_heads_that_are_repeated_are_nothing_said_of_a_project(hebei: Form) -> None:
    first = (*FIRST[:4], "", *FIRST[5:])
    document, _ = read(hebei, table(HEADS, first, HEADS, ("", "", "", "", "", *MORE), SECOND))
    assert [each.goals for each in document.projects] == ["", "做好乙"]


def test_a_list_that_says_names_alone_is_read_too(hebei: Form) -> None:
    rows = tuple((row[1], *row[5:]) for row in (HEADS, FIRST, SECOND))
    document, notes = read(hebei, table(*rows))
    assert [(each.name, each.budget, len(each.indicators)) for each in document.projects] == [
        ("甲项目", Budget(), 1),
        ("乙项目", Budget(), 1),
    ]
    assert notes == ()


def test_a_head_beside_the_indicators_is_no_list(hebei: Form) -> None:
    rows = (
        ("项目名称", "甲项目", *HEADS[5:]),
        ("项目编码", "203-0401-JBN-0001", *FIRST[5:]),
        ("预算数", "2.00", "", *MORE[1:]),
    )
    document, notes = read(hebei, table(*rows))
    held = [row.name for project in document.projects for row in project.indicators]
    assert held == ["甲次数", "知晓率"]
    listed = " ".join(note.original for note in notes)
    assert all(text in listed for text in ("甲项目", "203-0401-JBN-0001", "2.00"))


@pytest.mark.parametrize(
    "blocks",
    [
        (table(HEADS, FIRST, ("", "", "", "", "", *MORE)), table(SECOND)),
        (table(HEADS, FIRST), table(("", "", "", "", "", *MORE), SECOND)),
        (
            table(HEADS, FIRST),
            Paragraph("第 2 页"),
            table(("", "", "", "", "", *MORE)),
            Paragraph("续表"),
            table(SECOND),
        ),
    ],
    ids=["at a project", "inside a project", "twice"],
)
def test_a_list_that_pages_have_cut_goes_on_in_tables_without_its_heads(blocks: tuple[Block, ...], hebei: Form) -> None:
    document, notes = read(hebei, *blocks)
    assert told(document.projects) == BOTH
    assert {note.original for note in notes if note.kind == "ignored"} <= {"第 2 页"}


def test_a_table_behind_other_text_goes_on_with_no_list(hebei: Form) -> None:
    document, notes = read(hebei, table(HEADS, FIRST), Paragraph("其他情况"), table(SECOND))
    assert [project.name for project in document.projects] == ["甲项目"]
    assert " / ".join(SECOND) in [note.original for note in notes]


def test_what_stands_above_the_heads_of_a_list_is_read_first(hebei: Form) -> None:
    document, notes = read(hebei, Table((*table(("单位：元",), ("备查",)).rows, *table(HEADS, FIRST, SECOND).rows)))
    assert [(each.name, each.budget.total) for each in document.projects] == [("甲项目", "2.00"), ("乙项目", "3.00")]
    assert [note.original for note in notes if note.kind == "ignored"] == ["备查"]


def test_a_list_of_heads_alone_is_no_project(hebei: Form) -> None:
    document, _ = read(hebei, table(HEADS))
    assert document.projects == ()


def test_a_list_is_read_in_a_layout_that_has_no_label_for_the_name(hebei: Form) -> None:
    """A person has said of its only one that it is none."""
    form = replace(hebei, labels={**hebei.labels, "name": ()}, ignored=("项目名称",))
    document, _ = read(form, table(HEADS[2:], FIRST[2:], SECOND[2:]))
    assert [(each.name, each.code, len(each.indicators)) for each in document.projects] == [
        ("", FIRST[2], 1),
        ("", SECOND[2], 1),
    ]


@pytest.mark.parametrize("height", [1, 2], ids=["blank below", "merged"])
def test_a_list_with_heads_over_heads_has_the_sum_of_the_amounts_below_their_common_head(
    height: int, hebei: Form
) -> None:
    texts = (("项目名称", 0, 1, height), ("预算金额（元）", 1, 2, 1), ("绩效目标", 3, 1, height), ("绩效指标", 4, 4, 1))
    above = Row(tuple(Cell((Run(text),), place, columns, rows) for text, place, columns, rows in texts))
    heads = table(("", "合计", "财政拨款", "", *HEADS[5:])).rows[0]
    below = Row(tuple(cell for cell in heads.cells if cell.text or height == 1))
    row = ("20000", "10000", "做好甲", *FIRST[5:])
    rows = table(("甲项目", *row), ("乙项目", *row)).rows
    document, notes = read(hebei, Table((above, below, *rows)))
    assert [(each.name, each.budget.total, each.budget.fiscal, each.goals) for each in document.projects] == [
        ("甲项目", "2.00", "1.00", "做好甲"),
        ("乙项目", "2.00", "1.00", "做好甲"),
    ]
    assert {note.original for note in notes if note.kind == "ignored"} <= {"合计"}
