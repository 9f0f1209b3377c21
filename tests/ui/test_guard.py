"""Recovery copies: written 20 s after a change and at once after an error, gone when the work is saved or given up."""

import sys
import threading
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document, Indicator
from pbeditor.model.errors import UnwritableError
from pbeditor.store import recovery
from pbeditor.store.log import log_path
from pbeditor.store.project_file import load, save
from pbeditor.store.recovery import Copy, left_over
from pbeditor.ui.dialogs import conflicts, questions
from pbeditor.ui.dialogs.recovered import RecoveredDialog, what_differs
from pbeditor.ui.dialogs.unexpected import catch_unexpected
from pbeditor.ui.guard import PAUSE
from pbeditor.ui.guard_exit import note_error
from pbeditor.ui.guard_recovery import offer_recovery
from pbeditor.ui.main_window import MainWindow
from tests.store.ended import killed_after
from tests.ui.conftest import shell_document

CRASH = """
from pbeditor.store import recovery, project_file
document = project_file.load(Path(sys.argv[1]))
recovery.keep("k", Path(sys.argv[2]).name, Path(sys.argv[2]), document)"""


def copies() -> list[Document]:
    """The documents in this program's own copies."""
    files = sorted(recovery.folder().glob("*.pbrec"))
    return [copy.document for copy in map(recovery._read, files) if copy]


def crash(document: Document, path: Path, folder: Path) -> None:
    save(document, folder / "typed.pbproj")
    killed_after(CRASH, str(folder / "typed.pbproj"), str(path))


@pytest.fixture
def crashed(window: MainWindow, tmp_path: Path) -> Path:
    """A file, and a copy of it with another name of its first project, that a killed program left."""
    path = tmp_path / "绩效.pbproj"
    save(shell_document(), path)
    changed = shell_document()
    first = replace(changed.projects[0], name="没来得及保存")
    crash(replace(changed, projects=(first, *changed.projects[1:])), path, tmp_path)
    return path


def in_dialog(*buttons: str) -> list[RecoveredDialog]:
    """Press these buttons, one after the other, in the dialog that opens."""
    seen: list[RecoveredDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecoveredDialog)
        seen.append(dialog)
        for text in buttons:
            next(button for button in dialog.findChildren(QPushButton) if text in button.text()).click()

    QTimer.singleShot(0, act)
    return seen


def test_a_change_is_copied_twenty_seconds_later(opened: MainWindow) -> None:
    assert PAUSE == 20_000
    assert not opened.guard._timer.isActive()
    opened.session.write("改名", "projects/0/name", "新名")
    assert opened.guard._timer.isActive()
    left = opened.guard._timer.remainingTime()
    opened.session.write("改名", "projects/0/name", "更新的名")
    assert opened.guard._timer.remainingTime() <= left  # typing on does not put the copy off
    opened.guard._timer.timeout.emit()
    opened.guard.wait()
    assert [document.projects[0].name for document in copies()] == ["更新的名"]
    assert not opened.guard._timer.isActive()


def test_what_is_being_typed_in_a_cell_is_in_the_copy_though_the_cell_is_open(opened: MainWindow) -> None:
    row = Indicator("i", "产出指标", "数量指标", "次数")
    opened.session.apply("添加", lambda old: replace(old, projects=(replace(old.projects[0], indicators=(row,)),)))
    opened.session.go_to("projects/0/indicators/0/description")
    tab = opened.pages.indicators()
    assert tab is not None
    tab.grid.setFocus()
    QTest.keyClick(tab.grid, Qt.Key.Key_F2)
    editor = tab.grid.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, "typing")
    assert opened.guard._timer.isActive()
    opened.guard.keep_now()
    assert copies()[0].projects[0].indicators[0].description == "typing"
    assert opened.session.document.projects[0].indicators[0].description == ""
    assert tab.grid.delegate.editor is editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    opened.guard.keep_now()
    assert copies()[0].projects[0].indicators[0].description == ""


def test_the_copy_goes_when_the_work_is_saved(opened: MainWindow) -> None:
    opened.session.write("改名", "projects/0/name", "新名")
    opened.guard.keep_now()
    assert len(copies()) == 1
    assert opened.files.save()
    opened.guard.wait()
    assert copies() == []


def test_the_copy_goes_when_the_change_is_undone(opened: MainWindow) -> None:
    opened.session.write("改名", "projects/0/name", "新名")
    opened.guard.keep_now()
    opened.session.undo()
    opened.guard.wait()
    assert copies() == []


def test_the_copy_goes_when_the_work_is_given_up(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: "discard")
    opened.session.write("改名", "projects/0/name", "新名")
    opened.guard.keep_now()
    opened.files.close()
    opened.guard.wait()
    assert copies() == []


def test_closing_the_window_leaves_neither_copy_nor_lock(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: "discard")
    opened.session.write("改名", "projects/0/name", "新名")
    opened.guard.keep_now()
    assert opened.close()
    assert copies() == []
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["绩效.pbproj"]


def test_an_imported_document_that_has_no_file_is_copied_too(window: MainWindow) -> None:
    window.files.open_sample()
    window.session.write("改", "title", "没有文件的文档")
    window.guard.keep_now()
    assert [document.title for document in copies()] == ["没有文件的文档"]


def test_the_same_document_is_not_written_twice(opened: MainWindow) -> None:
    opened.session.write("改名", "projects/0/name", "新名")
    opened.guard.keep_now()
    assert opened.guard.keep() is None


def test_another_thread_writes(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []
    monkeypatch.setattr(recovery, "keep", lambda *_: threads.append(threading.current_thread().name))
    opened.session.write("改名", "projects/0/name", "新名")
    opened.guard.keep_now()
    assert threads == ["recovery_0"]


@pytest.mark.parametrize("error", [UnwritableError("恢复", "写不下。"), ValueError("unforeseen")])
def test_a_copy_that_cannot_be_written_is_told(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(recovery, "keep", refuse)
    opened.session.write("改名", "projects/0/name", "新名")
    with qtbot.waitSignal(opened.guard.failed):
        opened.guard.keep_now()
    qtbot.waitUntil(lambda: "恢复副本没有写成" in opened.status.currentMessage())


def test_an_unforeseen_error_is_shown_logged_and_followed_by_a_copy(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    dialog = catch_unexpected(opened, lambda kind, trace: note_error(opened, kind, trace))
    opened.session.write("改名", "projects/0/name", "新名")
    sys.excepthook(ValueError, ValueError("文档里的秘密"), None)
    assert [document.projects[0].name for document in copies()] == ["新名"]
    assert "文档里的秘密" in dialog.text.toPlainText()
    assert "恢复副本" in questions_shown(dialog)
    assert "秘密" not in log_path().read_text("utf-8")
    assert "ValueError" in log_path().read_text("utf-8")
    assert opened.isVisible()
    assert "ValueError" in capsys.readouterr().err


def questions_shown(dialog: QDialog) -> str:
    from PySide6.QtWidgets import QLabel

    return "".join(label.text() for label in dialog.findChildren(QLabel))


def test_an_error_while_noting_an_error_does_not_hide_it(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    dialog = catch_unexpected(opened, lambda *_: 1 / 0)
    sys.excepthook(ValueError, ValueError("first"), None)
    assert "first" in dialog.text.toPlainText()
    assert "ZeroDivisionError" in dialog.text.toPlainText()
    capsys.readouterr()


def test_recovered_work_is_unsaved_and_saves_where_it_belongs(window: MainWindow, crashed: Path) -> None:
    seen = in_dialog("恢复(")
    offer_recovery(window)
    assert seen[0].model.rows[0][0] == "绩效.pbproj"
    assert "1 处不同：项目1“没来得及保存” 项目名称" in seen[0].model.rows[0][2]
    assert window.session.document.projects[0].name == "没来得及保存"
    assert window.session.is_unsaved
    assert window.windowTitle().startswith("● 绩效.pbproj")
    assert load(crashed) == shell_document()
    assert len(copies()) == 1  # until it is saved, the copy stays
    assert window.files.save()
    window.guard.wait()
    assert load(crashed).projects[0].name == "没来得及保存"
    assert left_over() == ()
    assert copies() == []


def test_recovered_work_is_not_saved_unasked_over_what_another_wrote_before_the_crash(
    window: MainWindow, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = replace(shell_document(), title="别人改的标题")
    asked: list[str] = []

    def ask(_window: MainWindow, name: str, *_: object, **__: object) -> str:
        asked.append(name)
        return "cancel"

    monkeypatch.setattr(conflicts, "ask_changed", ask)
    copy = left_over()[0]
    opened_as = sha256(crashed.read_bytes()).hexdigest()
    save(theirs, crashed)
    window.files.recover(replace(copy, saved=theirs, file_digest=opened_as))
    assert not window.files.save()
    assert asked == ["绩效.pbproj"]
    assert load(crashed) == theirs


@pytest.mark.parametrize("digest", ["", "no digest"])
def test_a_copy_that_tells_not_what_its_file_held_is_saved_over_what_it_holds_now(
    window: MainWindow, crashed: Path, digest: str
) -> None:
    window.files.recover(replace(left_over()[0], file_digest=digest))
    assert window.files.save()
    assert load(crashed).projects[0].name == "没来得及保存"


def test_later_keeps_the_copy_and_deleting_asks(
    window: MainWindow, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_dialog("以后再说")
    offer_recovery(window)
    assert len(left_over()) == 1
    monkeypatch.setattr("pbeditor.ui.dialogs.recovered.ask_give_up", lambda *_: False)
    in_dialog("删除", "以后再说")
    offer_recovery(window)
    assert len(left_over()) == 1
    monkeypatch.setattr("pbeditor.ui.dialogs.recovered.ask_give_up", lambda *_: True)
    in_dialog("删除")
    offer_recovery(window)
    assert left_over() == ()


def test_the_differences_can_be_looked_at_first(
    window: MainWindow, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[Document, Document]] = []
    monkeypatch.setattr(
        "pbeditor.ui.dialogs.recovered.show_comparison", lambda before, after, *_: compared.append((before, after))
    )
    in_dialog("对比", "以后再说")
    offer_recovery(window)
    assert compared[0][0] == shell_document()
    assert compared[0][1].projects[0].name == "没来得及保存"


def test_where_nothing_was_lost_nobody_is_asked(window: MainWindow) -> None:
    QTimer.singleShot(0, lambda: pytest.fail("asked") if QApplication.activeModalWidget() else None)
    offer_recovery(window)


def test_who_asks_is_told_that_nothing_was_lost(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("pbeditor.ui.guard_recovery.tell", lambda _, sentence: told.append(sentence))
    window.commands["recover"].trigger()
    assert "没有要恢复的内容" in told[0]


def test_a_copy_that_another_window_took_is_said_to_be_gone(
    window: MainWindow, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("pbeditor.ui.dialogs.recovered.tell_fault", lambda _, text: told.append(text))
    (copy,) = left_over()
    dialog = RecoveredDialog((copy,), window)
    recovery.claim(copy, "elsewhere")
    dialog.recover()
    assert told == ["“绩效.pbproj”已由另一个窗口恢复。"]
    assert not window.files.is_open


def test_unsaved_work_is_asked_about_before_another_is_recovered(
    opened: MainWindow, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: "cancel")
    opened.session.write("改名", "projects/1/name", "正在写的")
    in_dialog("恢复(", "以后再说")
    offer_recovery(opened)
    assert opened.session.document.projects[1].name == "正在写的"
    assert len(left_over()) == 1


def test_what_differs_is_told_by_name() -> None:
    document = shell_document()
    copy = Copy(Path(), "x", None, 0, document, None)
    assert what_differs(copy) == "3 个项目、2 个部分"
    assert what_differs(replace(copy, path=Path("x"))).startswith("原文件不在")
    assert "移走" not in what_differs(replace(copy, saved=replace(document, title="旧标题")))
    assert "标题" in what_differs(replace(copy, saved=replace(document, title="旧标题")))
    assert what_differs(replace(copy, saved=replace(document, last_year=document))) == "上年数据不同"


def test_a_row_that_is_gone_is_named_by_where_its_project_stands_now() -> None:
    first, *others = shell_document().projects
    rows = (Indicator("甲一", name="次数"), Indicator("甲二", name="人数"))
    saved = replace(shell_document(), projects=(replace(first, name="培训", indicators=rows), *others))
    moved = replace(saved, projects=(*others, replace(first, name="培训", indicators=rows[:1])))
    told = what_differs(Copy(Path(), "x", None, 0, moved, saved))
    assert told == f"1 处不同：项目{len(moved.projects)}“培训” 第2行"


def test_a_document_whose_form_is_not_installed_keeps_no_other_from_being_recovered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _window, text: said.append(text))
    copy = Copy(Path(), "外地的", None, 0, replace(shell_document(), form="unknown-9999"), shell_document())
    dialog = RecoveredDialog((copy, replace(copy, document=shell_document())), window)
    assert "表样本机没有" in what_differs(copy)
    dialog.recover()
    dialog.compare()
    assert [text[:14] for text in said] == ["“unknown-9999”"] * 2
    assert dialog.copies[0] is copy


def test_a_copy_that_could_not_be_written_is_tried_again(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, tried = recovery.keep, list[int]()

    def refuse_once(*arguments: Any) -> None:
        tried.append(1)
        if len(tried) == 1:
            raise UnwritableError("恢复", "写不下。")
        real(*arguments)

    monkeypatch.setattr(recovery, "keep", refuse_once)
    opened.guard._timer.setInterval(1)
    opened.session.write("改名", "projects/0/name", "新名")
    qtbot.waitUntil(lambda: len(copies()) == 1)
    assert len(tried) == 2
