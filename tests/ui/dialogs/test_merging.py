"""合并 in the window: files of colleagues, what differs side by side, one step to undo."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pbeditor.check.engine import check
from pbeditor.edit.review import confirm
from pbeditor.store.project_file import save
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.dialogs.merging import MergingDialog
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import project, shell_document
from tests.work.test_worksheets import SECOND, with_hidden


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A colleague's file: one project is another, one is new."""
    document = shell_document()
    changed = replace(document.projects[0], goals="1、做好两次活动。")
    path = tmp_path / "张三.pbproj"
    save(replace(document, projects=(changed, project("9Z99", "宣传经费", "4.00"))), path)
    return path


def open_dialog(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> MergingDialog:
    monkeypatch.setattr(file_choices, "files_to_open", lambda *_: paths)
    window.commands["merge"].trigger()
    dialog = window.findChild(MergingDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    return dialog


def row_of(dialog: MergingDialog, text: str) -> int:
    return next(n for n, row in enumerate(dialog.list.model.rows) if text in row.texts[0])


def test_new_projects_come_in_and_undo_takes_all_back(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, theirs: Path
) -> None:
    before = opened.session.document
    dialog = open_dialog(qtbot, opened, monkeypatch, theirs)
    dialog.ok.click()
    assert [each.name for each in opened.session.document.projects][-1] == "宣传经费"
    assert opened.session.document.projects[0] == before.projects[0]
    assert "张三.pbproj" in opened.status.currentMessage()
    opened.session.undo()
    assert opened.session.document is before


def test_their_side_of_a_conflict_is_taken_where_it_is_ticked(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, theirs: Path
) -> None:
    dialog = open_dialog(qtbot, opened, monkeypatch, theirs)
    dialog.list.view.setCurrentIndex(dialog.list.model.index(row_of(dialog, "绩效目标"), 0))
    assert "两次" in dialog.view.toPlainText()
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Space)
    dialog.ok.click()
    assert opened.session.document.projects[0].goals == "1、做好两次活动。"


def test_all_of_theirs_and_what_was_proposed_are_one_click_away(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, theirs: Path
) -> None:
    dialog = open_dialog(qtbot, opened, monkeypatch, theirs)
    proposed = dialog.list.model.ticked
    dialog.theirs.click()
    assert len(dialog.list.model.ticked) == len(proposed) + 1
    dialog.mine.click()
    assert dialog.list.model.ticked == proposed


def test_files_that_cannot_be_read_are_said_and_equal_ones_too(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.4")
    save(shell_document(), tmp_path / "李四.pbproj")
    dialog = open_dialog(qtbot, opened, monkeypatch, tmp_path / "扫描.pdf", tmp_path / "李四.pbproj")
    assert "PDF" in dialog.faults.text()
    assert "没有与当前文件不同" in dialog.about.text()
    assert not dialog.ok.isEnabled()


def test_what_a_colleague_has_confirmed_is_told_and_comes_with_the_text_that_is_ticked(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    document, form = opened.session.document, opened.session.form
    theirs = replace(document, projects=(replace(document.projects[0], goals="完成各项任务"),))
    problem = next(one for one in check(theirs, form).problems if one.path == "projects/0/goals")
    theirs = confirm(theirs, problem.rule, problem.path, problem.message, "已请示")
    save(theirs, tmp_path / "王五.pbproj")
    dialog = open_dialog(qtbot, opened, monkeypatch, tmp_path / "王五.pbproj")
    row = row_of(dialog, "绩效目标（已核实 1 处）")
    assert "已核实的，随勾选的内容带入" in dialog.about.text()
    dialog.list.model.tick(frozenset({dialog.list.model.rows[row].key}), True)
    dialog.ok.click()
    assert opened.session.document.confirmed == theirs.confirmed
    assert "带入已核实 1 处" in opened.status.currentMessage()
    assert problem.message not in {one.message for one in check(opened.session.document, form).of(problem.project)}


def test_no_file_chosen_opens_nothing(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_choices, "files_to_open", lambda *_: ())
    opened.commands["merge"].trigger()
    assert opened.findChild(MergingDialog) is None


def test_cancelling_changes_nothing(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, theirs: Path
) -> None:
    before = opened.session.document
    open_dialog(qtbot, opened, monkeypatch, theirs).reject()
    assert opened.session.document is before


def test_what_a_colleague_hides_is_marked_and_left_to_the_user(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "张三.xlsx"
    path.write_bytes(with_hidden(own=False))
    dialog = open_dialog(qtbot, opened, monkeypatch, path)
    rows = dialog.list.model.rows
    head, hidden = row_of(dialog, "（隐藏的工作表）：新增"), row_of(dialog, SECOND)
    assert hidden == head + 1 == len(rows) - 1
    assert "没有勾选" in dialog.about.text()
    dialog.theirs.click()
    assert rows[hidden].key not in dialog.list.model.ticked
    dialog.list.model.tick(frozenset({rows[hidden].key}), True)
    dialog.ok.click()
    assert SECOND in [each.name for each in opened.session.document.projects]


def test_where_no_file_could_be_read_nothing_is_said_of_what_they_hold(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.4")
    dialog = open_dialog(qtbot, opened, monkeypatch, tmp_path / "扫描.pdf")
    assert "PDF" in dialog.faults.text()
    assert dialog.about.text() == "选择的文件都没能读取，没有可以合并的内容。"
    assert [button.isEnabled() for button in (dialog.ok, dialog.theirs, dialog.mine)] == [False] * 3


def test_a_file_of_another_year_is_told_before_it_is_merged(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, theirs: Path
) -> None:
    dialog = open_dialog(qtbot, opened, monkeypatch, theirs)
    assert not dialog.faults.isVisible()
    dialog.reject()
    opened.session.apply("改", lambda document: replace(document, year=2019))
    dialog = MergingDialog(opened.session, [theirs], opened)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    assert dialog.faults.text() == "“张三.pbproj”是2020年的文件，请核对有没有选错。"
