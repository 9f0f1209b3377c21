"""The import report settles doubtful values in the open document."""

from collections.abc import Callable
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
from pbeditor.ui.dialogs.import_report import ImportReport
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.report import ASSIGNED, SETTLED, show_report
from pbeditor.ui.session import Session
from pbeditor.ui.settled import Settled

LIKELY, OTHER = Target("≥", "90", "3次及以上"), Target("≥", "903", "次及以上")
PLACE = "projects/p/indicators/i/target"
NOTES = (
    Note("项目1 指标值", "guessed", "请核对", "≥903次及以上", PLACE, (LIKELY, OTHER)),
    Note("正文", "ignored", "未导入", "某段"),
)


def opened_report(window: MainWindow, show: Callable[[], object] | None = None) -> ImportReport:
    document = Document("hebei-2020", 2020, projects=(Project("p", indicators=(Indicator("i", target=LIKELY),)),))
    window.session.open(document, window.session.form, None, saved=False)
    show() if show else show_report(window.session, "上年.docx", NOTES, window)
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


def kinds(window: MainWindow) -> list[str]:
    report = window.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    return [row[1] for row in report._model.rows]


def test_what_was_settled_stays_marked_when_the_report_is_opened_again(opened: MainWindow) -> None:
    opened.files.imported, opened.files.notes = "上年.docx", (*NOTES, NOTES[1])
    report = opened_report(opened, opened.files.show_report)
    buttons(report)[1].click()
    opened.session.apply("改", lambda document: replace(document, title="改了的标题"))
    opened.files.show_report()
    again = opened.findChildren(ImportReport)[-1]
    assert [row[1] for row in again._model.rows] == [SETTLED, "未导入", "未导入"]
    assert "其中 1 处已处理" in again.summary.text()
    assert again._table.currentIndex().row() == 1  # the first that is left


def test_a_step_that_is_undone_is_asked_for_again_and_one_that_is_redone_is_not(opened: MainWindow) -> None:
    report = opened_report(opened)
    buttons(report)[1].click()
    opened.session.undo()
    assert kinds(opened)[0] == "请核对"
    assert "已处理" not in report.summary.text()
    opened.session.redo()
    assert kinds(opened)[0] == SETTLED
    opened.session.undo()
    opened.session.apply("改", lambda document: replace(document, title="改了的标题"))
    assert kinds(opened)[0] == "请核对"


def test_a_reading_that_was_right_already_counts_as_settled_too_and_what_is_typed_next_leaves_it_so(
    opened: MainWindow,
) -> None:
    report = opened_report(opened)
    opened.session.write("改标题", "title", "甲", run="title")
    buttons(report)[0].click()
    opened.session.write("改标题", "title", "甲乙", run="title")
    opened.session.undo()
    assert kinds(opened)[0] == SETTLED


def test_of_two_lines_that_say_the_same_each_is_settled_by_itself(session: Session) -> None:
    settled, notes = Settled(session), (NOTES[1], NOTES[1])
    settled.settle(notes, 1, ASSIGNED)
    assert settled.marks(notes) == ["", ASSIGNED]


def test_another_document_has_nothing_settled(opened: MainWindow) -> None:
    opened.files.imported, opened.files.notes = "上年.docx", NOTES
    buttons(opened_report(opened, opened.files.show_report))[0].click()
    opened.session.mark_saved(opened.session.document, Path())
    opened.files.open_sample()
    assert opened.files._settled.marks(NOTES) == ["", ""]


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
