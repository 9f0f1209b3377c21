"""The import report settles doubtful values in the open document."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document, Indicator, Project, Target
from pbeditor.sheet.sheet import Note
from pbeditor.store import disk, office
from pbeditor.ui.dialogs.import_report import SETTLED, ImportReport
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.report import show_report

LIKELY, OTHER = Target("≥", "90", "3次及以上"), Target("≥", "903", "次及以上")
PLACE = "projects/p/indicators/i/target"
NOTES = (
    Note("项目1 指标值", "guessed", "请核对", "≥903次及以上", PLACE, (LIKELY, OTHER)),
    Note("正文", "ignored", "未导入", "某段"),
)


def opened_report(window: MainWindow) -> ImportReport:
    document = Document("hebei-2020", 2020, projects=(Project("p", indicators=(Indicator("i", target=LIKELY),)),))
    window.session.open(document, window.session.form, None, saved=False)
    show_report(window.session, "上年.docx", NOTES, window)
    report = window.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    return report


def buttons(report: ImportReport) -> list[QPushButton]:
    return [button for button in report.readings.findChildren(QPushButton) if button.isVisible()]


def test_another_reading_is_one_key_away_and_can_be_undone(qtbot: QtBot, opened: MainWindow) -> None:
    report = opened_report(opened)
    assert [button.text()[:2] for button in buttons(report)] == ["1 ", "2 "]
    report.activateWindow()
    qtbot.waitUntil(report.isActiveWindow)
    QTest.keyClick(report.focusWidget(), Qt.Key.Key_2)
    assert report._model.rows[0][1] == SETTLED
    assert opened.session.document.projects[0].indicators[0].target == OTHER
    assert buttons(report) == []
    opened.session.undo()
    assert opened.session.document.projects[0].indicators[0].target == LIKELY


def test_a_value_that_was_deleted_since_is_left_alone(opened: MainWindow) -> None:
    report = opened_report(opened)
    opened.session.apply("删除", lambda document: replace(document, projects=()))
    buttons(report)[1].click()
    assert opened.session.document.projects == ()


def test_a_line_about_a_section_that_was_deleted_since_leads_nowhere(opened: MainWindow) -> None:
    show_report(opened.session, "上年.docx", (Note("正文", "guessed", "请核对", "某段", "overall/1/text"),), opened)
    report = opened.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    opened.session.apply("删除部分", lambda document: replace(document, overall=()))
    asked: list[str] = []
    opened.session.place_requested.connect(asked.append)
    report.place_requested.emit("overall/1/text")
    assert asked == []


def test_a_second_reader_is_offered_and_its_reading_can_be_undone(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(__file__).resolve().parents[1] / "data" / "corpus" / "01-two-tables.docx"
    word = path.with_name("07-glued-values.docx").read_bytes()
    torn = path.with_suffix(".doc").read_bytes().replace(b"\x08\xd6", b"\xfe\xd6")
    monkeypatch.setattr(office, "installed", lambda: office.Office("LibreOffice", "soffice"))
    monkeypatch.setattr(office, "as_docx", lambda *_: word)
    monkeypatch.setattr(disk, "read", lambda *_: torn)
    opened.files.open_path(path.with_suffix(".doc"))
    before = opened.session.document
    report = opened.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    (offer,) = (button for button in report.findChildren(QPushButton) if "LibreOffice" in button.text())
    offer.click()
    assert len(opened.session.document.projects[0].indicators) == len(before.projects[0].indicators) + 2
    assert opened.session.document != before
    opened.session.undo()
    assert opened.session.document == before
