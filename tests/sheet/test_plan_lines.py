"""A plan of many periods stands in several lines, so that no percentage is divided, and is read back whole."""

from collections.abc import Iterable
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.fitting import TableFitting
from pbeditor.sheet.geometry import type_area
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.plan_lines import lines_for
from pbeditor.sheet.remarks import Remark, with_remarks
from pbeditor.sheet.sheet import Cell, Row, Sheet, Table
from pbeditor.store.forms import load_forms
from tests.builders import TEXTS, documents

MONTHS = tuple(f"{month}月底" for month in range(1, 13))


def planned(periods: int) -> Document:
    plan = tuple(f"{share / periods:.2f}" for share in accumulate([100] * periods))
    labels = tuple(f"{number}月底" for number in range(1, periods + 1))
    return Document("hebei-2020", 2020, projects=(Project("1", plan=plan, goals="1、做好。"),), periods=labels)


def head_of(document: Document, form: Form) -> Table:
    blocks = lay_out(document, form.with_periods(document.periods)).blocks
    return next(block for block in blocks if isinstance(block, Table))


def texts(rows: Iterable[Row], role: str) -> list[list[str]]:
    return [found for row in rows if (found := [cell.text for cell in row.cells if cell.role == role])]


@pytest.mark.parametrize("periods", [*range(1, 14), 20, 26, 52])
def test_no_percentage_is_divided(periods: int, hebei: Form) -> None:
    fitted = TableFitting(hebei.layout, EmMeasure()).fit(head_of(planned(periods), hebei))
    plan = set(planned(periods).projects[0].plan)
    assert {cell.lines for row in fitted.rows for cell in row if cell.cell.text in plan} == {1}


@pytest.mark.parametrize(("periods", "lines"), [(4, 1), (8, 1), (10, 2), (12, 2), (26, 4)])
def test_a_plan_takes_as_few_lines_as_it_can(periods: int, lines: int, hebei: Form) -> None:
    rows = head_of(planned(periods), hebei).rows
    assert len(rows) == len(hebei.layout.head) + 2 * (lines - 1)


def test_twelve_months_stand_six_and_six(hebei: Form) -> None:
    rows = head_of(planned(12), hebei).rows[4:8]
    assert [row[-6:] for row in texts(rows, sheet.LABEL)] == [list(MONTHS[:6]), list(MONTHS[6:])]
    assert [len(row) for row in texts(rows, sheet.VALUE)] == [6, 6]
    assert rows[0].cells[0].rows == 4


def test_words_instead_of_a_percentage_ask_for_no_room(hebei: Form) -> None:
    width = type_area(hebei.layout.page)[0] / hebei.layout.head_columns
    assert lines_for(hebei.layout, width, 4, [("按合同约定支付", "1" * 60, "", "100")]) == 1


@pytest.mark.parametrize("form", ["hebei-2020", "mof-2015", "mof-2021"])
@settings(max_examples=20)
@given(data=st.data())
def test_any_plan_of_many_periods_reads_back(form: str, data: st.DataObject) -> None:
    document: Document = data.draw(documents(form, 12))
    labels = tuple(data.draw(st.lists(TEXTS.map("第{}期".format), min_size=11, max_size=13)))
    document = replace(document, periods=labels)
    projects = tuple(replace(each, plan=(*each.plan, "")[: len(labels)]) for each in document.projects)
    document = replace(document, projects=projects if all(len(p.plan) == len(labels) for p in projects) else ())
    again, _ = interpret(lay_out(document, load_forms()[form].with_periods(labels)), load_forms()[form])
    assert [project.plan for project in again.projects] == [project.plan for project in document.projects]


def test_a_file_that_says_nothing_of_its_cells_is_read_alike(hebei: Form) -> None:
    def bare(cell: Cell) -> Cell:
        return replace(cell, role="")

    document = planned(11)
    head = head_of(document, hebei)
    rows = tuple(Row(tuple(map(bare, row.cells))) for row in head.rows)
    again, notes = interpret(Sheet((Table(rows, head.widths),)), hebei)
    assert (again.projects[0].plan, again.periods) == (document.projects[0].plan, document.periods)
    assert again.projects[0].goals == "1、做好。"
    assert [note for note in notes if note.kind == "ignored"] == []


def test_a_blank_line_of_a_plan_stays_blank(hebei: Form) -> None:
    document = planned(12)
    later = replace(document.projects[0], plan=("",) * 6 + document.projects[0].plan[6:])
    document = replace(document, projects=(later,))
    again, _ = interpret(lay_out(document, hebei.with_periods(MONTHS)), hebei)
    assert again.projects[0].plan == later.plan


def test_a_remark_below_a_plan_of_several_lines_stands_beside_its_field(hebei: Form) -> None:
    document = planned(12)
    form = hebei.with_periods(MONTHS)
    shown = with_remarks(lay_out(document, form), form, (Remark("projects/0/goals", "！"),))
    tables = [block for block in shown.blocks if isinstance(block, Table)]
    marked = [cell.text for table in tables for row in table.rows for cell in row.cells if cell.remarks]
    assert marked == ["1、做好。"]
