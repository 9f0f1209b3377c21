"""What is laid out is read back the same, whatever the document says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.model.document import Budget, Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Cell, Paragraph, Sheet, Table
from pbeditor.store.forms import load_forms
from tests.builders import documents

FORMS = ("hebei-2020", "mof-2015", "mof-2021")


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_any_document_reads_back_from_its_sheet(form: str, data: st.DataObject) -> None:
    document: Document = data.draw(documents(form))
    again, notes = interpret(lay_out(document, load_forms()[form]), load_forms()[form])
    assert again == document
    assert {note.kind for note in notes} <= {"missing"}


def test_periods_of_the_document_read_back() -> None:
    document = Document("mof-2015", 2020, projects=(Project("1", plan=("50", "100")),), periods=("6月底", "12月底"))
    form = load_forms()["mof-2015"]
    assert interpret(lay_out(document, form.with_periods(document.periods)), form) == (document, ())


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_the_cells_of_a_table_cover_each_place_once(form: str, data: st.DataObject) -> None:
    document: Document = data.draw(documents(form))
    for table in lay_out(document, load_forms()[form]).blocks:
        if isinstance(table, Table):
            places = [
                place for index, row in enumerate(table.rows) for cell in row.cells for place in covered(index, cell)
            ]
            wanted = {(row, column) for row in range(len(table.rows)) for column in range(len(table.widths))}
            assert sorted(places) == sorted(wanted)


def covered(row: int, cell: Cell) -> list[tuple[int, int]]:
    """Every grid place of a cell."""
    return [(row + down, cell.column + across) for down in range(cell.rows) for across in range(cell.columns)]


def test_a_heading_of_ours_that_was_numbered_otherwise_keeps_its_words(hebei: Form) -> None:
    lines = (("七、另一部分：", sheet.SECTION), ("做好。", sheet.BODY), ("无号", sheet.SECTION))
    document, _ = interpret(Sheet(tuple(Paragraph(*line) for line in lines)), hebei)
    assert [(section.heading, section.text) for section in document.overall] == [("另一部分", "做好。"), ("无号", "")]


def test_amounts_of_ours_keep_their_unit_where_the_file_has_lost_what_it_says_of_itself(hebei: Form) -> None:
    project = Project("1", name="甲", budget=Budget("15000.00"), plan=("",) * 4)
    document = Document("hebei-2020", 2020, money_unit="元", projects=(project,))
    again, _ = interpret(Sheet(lay_out(document, hebei).blocks), hebei)
    assert (again.money_unit, again.projects[0].budget.total) == ("元", "15000.00")
