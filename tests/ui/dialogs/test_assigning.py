"""放入…: project and field are chosen, the text is put there as one step."""

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from pbeditor.sheet.sheet import Note
from pbeditor.ui.dialogs.assigning import AssigningDialog
from pbeditor.ui.dialogs.import_report import ImportReport
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.report import ASSIGNED, show_report
from pbeditor.ui.session import Session
from tests.sheet.unknown import GRID

TEXT = Note("正文", "ignored", "未导入", "某段文字")
TABLE = Note("第3张表", "ignored", "未导入", "大类 / 小类", rows=GRID)


def made(qtbot: QtBot, session: Session, note: Note) -> AssigningDialog:
    dialog = AssigningDialog(session, note)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_text_goes_to_the_field_of_the_project_one_chooses(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, TEXT)
    dialog.project.setCurrentIndex(2)
    dialog.field.setCurrentIndex(dialog.field.findText("资金用途"))
    assert (dialog.append.isChecked(), dialog.present.text()) == (True, "现有内容：开展活动。")
    dialog.accept()
    assert session.document.projects[1].purpose == "开展活动。\n某段文字"
    session.undo()
    assert session.document.projects[1].purpose == "开展活动。"


def test_what_is_there_is_replaced_only_when_that_is_chosen(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, TEXT)
    dialog.replace.click()
    dialog.accept()
    assert session.document.overall[0].text == "某段文字"


def test_another_field_asks_anew_whether_to_replace(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, TEXT)
    dialog.replace.click()
    dialog.field.setCurrentIndex(1)
    assert dialog.append.isChecked()


def test_only_a_part_of_the_text_can_be_put_and_nothing_cannot(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, TEXT)
    dialog.text.setPlainText(" ")
    assert not dialog.ok.isEnabled()
    dialog.text.setPlainText("某段")
    dialog.accept()
    assert session.document.overall[0].text.endswith("\n某段")


def test_a_table_goes_row_by_row_into_the_grid(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, TABLE)
    assert dialog.field.currentText() == "绩效指标（按表格逐行加入），3 行"
    dialog.accept()
    rows = session.document.projects[0].indicators
    assert [row.name for row in rows] == ["改造面积", "合格率", "受益人数"]
    assert len({row.id for row in rows}) == 3
    session.undo()
    assert session.document.projects[0].indicators == ()


def test_a_note_of_a_project_begins_there(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, Note("项目2", "ignored", "未导入", "某格", "projects/6HMH"))
    assert dialog.project.currentText() == "2 培训经费"


def test_the_report_copies_a_line_and_marks_what_was_put(opened: MainWindow, monkeypatch: object, qtbot: QtBot) -> None:
    notes = (TEXT, TABLE, Note("全文", "missing", "没有找到"))
    show_report(opened.session, "上年.docx", notes, opened)
    report = opened.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    report.copy_line.click()
    assert QApplication.clipboard().text() == "某段文字"

    def accept() -> None:
        dialog = report.findChild(QDialog)
        assert isinstance(dialog, AssigningDialog)
        dialog.accept()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, report, accept)
    report.assign.click()
    assert opened.session.document.overall[0].text.endswith("某段文字")
    assert report._model.rows[0][1] == ASSIGNED
    assert report._table.currentIndex().row() == 1
    report.copy_line.click()
    assert QApplication.clipboard().text().split("\n")[0] == "\t".join(GRID[0])
    report._table.selectRow(2)
    assert not report.assign.isEnabled()


def test_what_holds_a_value_is_replaced_for_nothing_can_be_added(qtbot: QtBot, session: Session) -> None:
    dialog = made(qtbot, session, TEXT)
    dialog.project.setCurrentIndex(2)
    dialog.field.setCurrentIndex(dialog.field.findText("预算数"))
    assert dialog.present.text().startswith("现有内容：")
    assert (dialog.append.isEnabled(), dialog.replace.isChecked()) == (False, True)
