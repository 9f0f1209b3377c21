"""PDF files written beside the preview."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from pbeditor.ui.dialogs import questions
from pbeditor.ui.memory import Memory
from pbeditor.ui.paper import printout
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pdf_line import PdfLine
from pbeditor.ui.paper.printout import Printout, printout_of
from pbeditor.ui.session import Session


@pytest.fixture
def window(qtbot: QtBot) -> QDialog:
    window = QDialog()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def line(window: QDialog) -> PdfLine:
    return PdfLine(Memory(window), window)


@pytest.fixture
def pages(session: Session) -> Printout:
    return printout_of(session, QtMeasure())


def test_a_file_that_is_written_is_named_with_where_it_is(
    qtbot: QtBot, line: PdfLine, pages: Printout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "甲.pdf"
    monkeypatch.setattr(printout, "file_to_write", lambda *_: path)
    line.save(pages)
    qtbot.waitUntil(lambda: not line.is_busy)
    assert path.read_bytes().startswith(b"%PDF")
    assert "甲.pdf" in line.told.text()
    assert str(tmp_path) in line.told.toolTip()


def test_without_a_name_nothing_is_begun(line: PdfLine, pages: Printout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printout, "file_to_write", lambda *_: None)
    line.save(pages)
    assert (line.is_busy, line.told.text()) == (False, "")


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, line: PdfLine, pages: Printout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(printout, "file_to_write", lambda *_: tmp_path / "没有" / "乙.pdf")
    monkeypatch.setattr(questions, "tell_fault", lambda _parent, sentence: told.append(sentence))
    line.save(pages)
    qtbot.waitUntil(lambda: bool(told))
    assert "乙.pdf" in told[0]
    assert line.told.text() == ""
