"""The sheets of a workbook: projects of hidden ones are known wherever the file comes from; names are no texts."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from pbeditor.exchange.excel_marks import HIDDEN
from pbeditor.store import project_file
from pbeditor.store.forms import form_of
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.work.exporting import Wish, exported
from pbeditor.work.hidden import LEFT_OUT, as_seen, left_out
from pbeditor.work.opening import open_bytes
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
    assert {names[key]: sheet for key, sheet in opened.hidden.items()} == {SECOND: f"2.{SECOND}"}
    assert len(names) == 12


@pytest.mark.parametrize("own", [True, False], ids=["ours", "foreign"])
def test_what_one_sees_of_a_file_goes_without_projects_of_hidden_sheets_and_says_so(own: bool) -> None:
    whole = open_bytes(with_hidden(own=own), "甲.xlsx")
    opened = as_seen(whole)
    assert SECOND not in [project.name for project in opened.document.projects]
    assert [project.name for project in left_out(opened)] == [SECOND]
    (note,) = (note for note in opened.notes if note.where == f"项目“{SECOND}”")
    assert (note.kind, note.message) == ("ignored", LEFT_OUT.format(f"2.{SECOND}"))
    assert opened.whole is whole


def test_names_of_sheets_are_no_text_of_the_document() -> None:
    opened = open_bytes(with_hidden(own=False), "甲.xlsx")
    document = project_file.load(resource("samples", SAMPLE))
    assert (opened.document.title, opened.document.overall) == (document.title, document.overall)
    assert [note.original for note in opened.notes if note.kind == "ignored"] == []


def test_nothing_is_hidden_in_the_sample() -> None:
    opened = open_bytes(resource("samples", SAMPLE).with_suffix(".docx").read_bytes(), "甲.docx")
    assert opened.hidden == {}
    assert as_seen(opened) is opened
