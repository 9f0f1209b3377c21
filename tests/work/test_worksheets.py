"""The sheets of a workbook: projects of hidden ones are known wherever the file comes from; names are no texts."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from pbeditor.exchange.excel_marks import HIDDEN
from pbeditor.store import project_file
from pbeditor.store.forms import form_of
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.work.exporting import Wish, exported
from pbeditor.work.opening import hidden_projects, open_bytes
from tests.exchange.test_excel_round_trip import no_pdf

SECOND = "档案库房消防设施改造"


def with_hidden(*, own: bool) -> bytes:
    """The sample as a workbook of ours, or as one that says nothing of itself, its second project hidden."""
    document = project_file.load(resource("samples", SAMPLE))
    book = load_workbook(BytesIO(exported(document, form_of(document), "甲.xlsx", no_pdf, Wish())))
    for name in () if own else (HIDDEN, "汇总", "指标清单"):
        del book[name]
    book[f"2.{SECOND}"].sheet_state = "hidden"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("own", [True, False], ids=["ours", "foreign"])
def test_a_project_of_a_hidden_sheet_is_known_by_its_sheet(own: bool) -> None:
    opened = open_bytes(with_hidden(own=own), "甲.xlsx")
    names = {project.id: project.name for project in opened.document.projects}
    assert {names[key]: sheet for key, sheet in hidden_projects(opened.notes).items()} == {SECOND: f"2.{SECOND}"}
    assert len(names) == 12


def test_names_of_sheets_are_no_text_of_the_document() -> None:
    opened = open_bytes(with_hidden(own=False), "甲.xlsx")
    document = project_file.load(resource("samples", SAMPLE))
    assert (opened.document.title, opened.document.overall) == (document.title, document.overall)
    assert [note.original for note in opened.notes if note.kind == "ignored"] == []


def test_nothing_is_hidden_in_the_sample() -> None:
    opened = open_bytes(resource("samples", SAMPLE).with_suffix(".docx").read_bytes(), "甲.docx")
    assert hidden_projects(opened.notes) == {}
