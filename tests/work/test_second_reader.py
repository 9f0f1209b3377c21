"""An old Word file whose merged cells cannot be placed is offered to the office program of the machine."""

from pathlib import Path

import pytest

from pbeditor.cli import main
from pbeditor.exchange.reading import read_sheet
from pbeditor.store import office
from pbeditor.store.office import Office
from pbeditor.store.project_file import load
from pbeditor.work.opening import open_any, open_bytes, reread, reread_bytes
from tests.corpus.make import FOLDER, reading

DOC = FOLDER / "01-two-tables.doc"
_DEFINITION, _UNKNOWN = b"\x08\xd6", b"\xfe\xd6"  # of the cells of a row, and a property that nobody knows


def torn() -> bytes:
    """The file without the definitions of its rows: where its merged cells stand can only be guessed."""
    return DOC.read_bytes().replace(_DEFINITION, _UNKNOWN)


def test_a_whole_file_needs_no_second_reader() -> None:
    assert open_any(DOC).second_reader == ""
    assert not any(read_sheet(path.read_bytes(), path.name).unplaced for path in FOLDER.glob("*.doc"))


def test_cells_without_a_place_are_told_and_the_program_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "installed", lambda: Office("LibreOffice", "soffice"))
    opened = open_bytes(torn(), "上年.doc")
    assert opened.second_reader == "LibreOffice"
    assert (opened.notes[0].kind, opened.notes[0].where) == ("guessed", "全文")
    assert "LibreOffice" in opened.notes[0].message


def test_without_such_a_program_the_note_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "installed", lambda: None)
    opened = open_bytes(torn(), "上年.doc")
    assert opened.second_reader == ""
    assert "另存为 .docx" in opened.notes[0].message


@pytest.mark.libreoffice
def test_the_second_reader_reads_the_same_document(tmp_path: Path) -> None:
    again = reread(DOC)
    assert reading(again.document, ()) == reading(open_any(DOC).document, ())
    assert not again.second_reader
    out = tmp_path / "a.pbproj"
    assert main(["import", str(DOC), "-o", str(out), "--second-reader"]) == 0
    assert reading(load(out), ()) == reading(again.document, ())


def test_what_is_no_old_file_is_read_as_ever() -> None:
    path = FOLDER / "01-two-tables.docx"
    assert reread_bytes(path.read_bytes(), path.name) == open_any(path)
