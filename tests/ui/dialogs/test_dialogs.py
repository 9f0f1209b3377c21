"""Dialogs: Chinese, plain text, and copyable."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.sheet.sheet import Note
from pbeditor.ui.dialogs.file_choices import file_to_open, file_to_write, files_to_open
from pbeditor.ui.dialogs.import_report import ImportReport, summed_up
from pbeditor.ui.dialogs.questions import ask_unsaved, tell_about, tell_fault
from pbeditor.ui.dialogs.unexpected import catch_unexpected
from tests.ui.conftest import shell_document

NOTES = (
    Note("项目6 指标值", "guessed", "无法确定数值从哪里断开", "≥903次及以上"),
    Note("正文", "ignored", "这段文字没有对应的栏目，未导入", '第一行\n"第二行"'),
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def press(text: str, seen: list[QMessageBox] | None = None) -> None:
    """Press the button that is called so, as soon as a message box is open."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        if seen is not None:
            seen.append(box)
        next(button for button in box.findChildren(QPushButton) if text in button.text()).click()

    QTimer.singleShot(0, act)


@pytest.mark.parametrize(("button", "answer"), [("保存", "save"), ("不保存", "discard"), ("取消", "cancel")])
def test_the_question_about_unsaved_work_has_three_chinese_answers(
    parent: QWidget, chinese: None, button: str, answer: str
) -> None:
    press(button)
    assert ask_unsaved(parent, "绩效.pbproj") == answer


def test_a_fault_is_shown_as_plain_text(parent: QWidget, chinese: None) -> None:
    seen: list[QMessageBox] = []
    press("确定", seen)
    tell_fault(parent, "“<b>坏</b>.docx”里面没有内容。")
    assert seen[0].textFormat() == Qt.TextFormat.PlainText


def test_the_program_tells_its_version(parent: QWidget, chinese: None) -> None:
    seen: list[QMessageBox] = []
    press("确定", seen)
    tell_about(parent)
    assert "版本" in seen[0].text()


def test_the_report_is_copied_as_a_table_that_excel_reads(qtbot: QtBot, parent: QWidget) -> None:
    report = ImportReport("2020.docx", shell_document(), NOTES, parent)
    report.show()
    report.copy()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[1] == "项目6 指标值\t请核对\t无法确定数值从哪里断开\t≥903次及以上"
    assert lines[2] == '正文\t未导入\t这段文字没有对应的栏目，未导入\t"第一行'
    assert lines[3] == '""第二行"""'


def test_a_line_of_the_report_leads_to_its_place(qtbot: QtBot, parent: QWidget) -> None:
    report = ImportReport(
        "2020.docx", shell_document(), (Note("项目1", "guessed", "请核对", place="projects/a"),), parent
    )
    report.show()
    table = report.findChild(QTableView)
    with qtbot.waitSignal(report.place_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["projects/a"]


def test_the_report_begins_with_what_was_found() -> None:
    assert summed_up("2020.docx", shell_document(), NOTES) == (
        "已从“2020.docx”导入 2 个部分、3 个项目、0 条绩效指标。有 2 处需要看一看："
    )
    assert summed_up("2020.docx", shell_document(), ()).endswith("没有疑问。")


def test_an_unforeseen_error_is_shown_and_the_program_goes_on(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    dialog = catch_unexpected(parent)
    for number in (1, 2):
        error = ValueError(f"第{number}次")
        sys.excepthook(ValueError, error, None)
    assert dialog.isVisible()
    assert "第1次" in dialog.text.toPlainText()
    assert "第2次" in dialog.text.toPlainText()
    assert "第1次" in capsys.readouterr().err


def test_a_file_to_write_keeps_the_ending_that_was_proposed(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endings: list[str] = []

    def accept(dialog: QFileDialog) -> int:
        endings.append(dialog.defaultSuffix())
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    assert file_to_write(parent, "导出", tmp_path / "甲.docx", "Word 文档") == tmp_path / "甲.docx"
    assert endings == ["docx"]
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    assert file_to_write(parent, "导出", tmp_path / "甲.docx", "Word 文档") is None


def test_no_file_chosen_is_no_path(parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    assert file_to_open(parent, "打开", tmp_path, ("所有文件 (*)",)) is None


def test_one_dialog_asks_for_every_file_above_whoever_asks(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("甲.docx", "乙.xlsx"):
        (tmp_path / name).touch()
    seen: list[tuple[object, ...]] = []

    def accept(dialog: QFileDialog) -> int:
        seen.append((dialog, dialog.parent(), dialog.windowTitle(), dialog.fileMode(), dialog.defaultSuffix()))
        dialog.selectFile(str(tmp_path / ("乙.xlsx" if dialog.defaultSuffix() == "" else "新.docx")))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    above = QDialog(parent)
    mode = QFileDialog.FileMode
    assert file_to_write(above, "导出", tmp_path / "甲.docx", "Word 文档") == tmp_path / "新.docx"
    assert files_to_open(above, "选择", tmp_path, ("所有文件 (*)",)) == (tmp_path / "乙.xlsx",)
    assert file_to_open(parent, "打开", tmp_path, ("所有文件 (*)",)) == tmp_path / "乙.xlsx"
    dialog = seen[0][0]
    assert seen == [
        (dialog, above, "导出", mode.AnyFile, "docx"),
        (dialog, above, "选择", mode.ExistingFiles, ""),
        (dialog, parent, "打开", mode.ExistingFile, ""),
    ]
    above.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert parent.findChild(QFileDialog) is dialog
