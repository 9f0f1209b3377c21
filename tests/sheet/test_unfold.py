"""A spreadsheet that holds the whole document is read like the paper it was made from."""

import pytest

from pbeditor.model.document import Section, Unit
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import Labels
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Table
from pbeditor.sheet.unfold import unfolded
from pbeditor.store.forms import load_forms
from tests.sheet.test_interpret import GRID, HEAD, read, table

FRONT = (
    ("2021年部门预算绩效信息",),
    ("第一部分 部门整体绩效目标",),
    ("（一）总体绩效目标：", ""),
    ("甲。\n乙。",),
    ("丙。",),
    ("第二部分 预算项目绩效目标",),
)


def test_title_sections_and_projects_stand_in_rows_of_one_table(hebei: Form) -> None:
    rows = (*FRONT, ("1、甲项目绩效目标表",), *HEAD, *GRID, ("2、甲项目绩效目标表",), *HEAD, *GRID)
    document, notes = read(hebei, table(*rows))
    assert (document.title, document.year, notes) == ("2021年部门预算绩效信息", 2021, ())
    assert document.overall == (Section("总体绩效目标", "甲。\n乙。\n丙。"),)
    assert [(p.unit, len(p.indicators)) for p in document.projects] == [(Unit("203002", "某某局"), 3)] * 2


def test_lines_of_text_in_a_table_of_their_own_are_running_text(hebei: Form) -> None:
    document, notes = read(hebei, table(*FRONT), table(*HEAD))
    assert (document.overall[0].text, notes) == ("甲。\n乙。\n丙。", ())


def test_a_row_with_one_cell_inside_a_table_stays_there(hebei: Form) -> None:
    grid = (GRID[0], ("产出指标", "", "", "", "", ""), *GRID[1:])
    document, notes = read(hebei, table(*HEAD), table(*grid))
    assert (len(document.projects[0].indicators), notes) == (3, ())


def test_a_unit_in_a_row_of_its_own_is_no_running_text(hebei: Form) -> None:
    assert read(hebei, table(("203002某某局",), *HEAD[1:]))[0].projects[0].unit == Unit("203002", "某某局")


def test_a_title_that_begins_like_a_unit_is_running_text(hebei: Form) -> None:
    first, *_ = unfolded(table(("301甲项目绩效目标表",), *HEAD[1:]), Labels(hebei))
    assert first == Paragraph("301甲项目绩效目标表")


@pytest.mark.parametrize(
    "row",
    [
        ("", "", "", "单位：元"),
        ("填报单位：203002某局", "", "", "单位：元"),
        ("填报单位：", "203002某局", "", "单位：元"),
        ("203002某局", "", "", "单位：元"),
    ],
)
def test_units_in_a_row_above_a_title_are_running_text(row: tuple[str, ...], hebei: Form) -> None:
    amounts = ("预算数", "20000", "其中：财政资金", "20000")
    first, second = ("1、甲项目绩效目标表",), ("2、甲项目绩效目标表",)
    rows = (
        ("2021年部门预算绩效信息",),
        row,
        ("",),
        first,
        HEAD[1],
        amounts,
        *GRID,
        ("", "单位：万元"),
        second,
        *HEAD[1:],
    )
    document, notes = read(hebei, table(*rows))
    assert document.title == "2021年部门预算绩效信息"
    assert [(each.budget.total, len(each.indicators)) for each in document.projects] == [("2.00", 3), ("2.00", 0)]
    assert {each.unit.code for each in document.projects} == {"203002" if row[0] else ""}
    assert [note.message for note in notes] == ["金额已按万元读入，请核对"]


def test_units_in_a_table_of_their_own_are_running_text(hebei: Form) -> None:
    units: Table = table(("部门（单位）：203002某局", "单位：元"))
    assert [*unfolded(units, Labels(hebei))] == [Paragraph("部门（单位）：203002某局    单位：元")]
    deep = Table((Row((Cell((Run("单位：元"),), rows=2),)), Row()))
    assert [*unfolded(deep, Labels(hebei))] == [deep]


def test_a_unit_of_money_among_labels_stays_in_its_table(hebei: Form) -> None:
    rows = (("项目编码", "A1"), ("", "单位：元"), ("项目名称", "甲", "预算数", "20000"))
    assert [each.budget.total for each in read(hebei, table(*rows))[0].projects] == ["2.00"]


def test_other_tables_stay_whole(hebei: Form) -> None:
    other: Table = table(("说明",), ("甲", "乙"))
    assert [note.original for note in read(hebei, other, table(*HEAD))[1]] == ["说明 / 甲 / 乙"]


@pytest.mark.parametrize("role", ["", sheet.VALUE])
def test_a_table_of_contents_is_lines_unless_it_is_our_own(role: str, hebei: Form) -> None:
    cells = (Cell((Run("1、甲绩效目标表"),), role=role), Cell((Run("3"),), 1, role=role))
    entries = Table((Row(cells), Row()))
    expected = [entries] if role else [Paragraph("1、甲绩效目标表\t3")]
    assert [*unfolded(entries, Labels(hebei))] == expected


def test_a_label_in_one_cell_with_its_value_is_no_running_text(hebei: Form) -> None:
    lines = tuple((line,) for line in ("项目名称：甲项目", "资金总额：250", "资金用途：用于甲。", "绩效目标：做好。"))
    document, notes = read(hebei, table(*lines, *GRID))
    project = document.projects[0]
    assert (project.name, project.budget.total, project.purpose, project.goals) == (
        "甲项目",
        "250",
        "用于甲。",
        "做好。",
    )
    assert (len(project.indicators), notes) == (3, ())


def test_a_heading_of_a_section_is_running_text_though_a_label_is_called_so() -> None:
    form = load_forms()["mof-2015"]
    document, _ = read(form, table(("年度总体目标",), ("做好。",), ("1、甲项目项目支出绩效目标表",), *HEAD, *GRID))
    assert document.overall == (Section("年度总体目标", "做好。"),)
