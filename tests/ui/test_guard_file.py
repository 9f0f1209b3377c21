"""Somebody else changes, takes, moves or opens the file: it is noticed, told, and nothing of either side is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.store import disk, lock, project_file, recovery
from pbeditor.store.backup import versions
from pbeditor.store.disk import NoNewFileError
from pbeditor.store.lock import Holder, lock_path
from pbeditor.store.process import Owner
from pbeditor.store.project_file import load, save
from pbeditor.store.resources import resource
from pbeditor.ui.dialogs import conflicts, file_choices, questions
from pbeditor.ui.dialogs.versions import VersionsDialog, show_versions
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document

OTHER = Holder("李会计", "二楼电脑", "2020-03-01 09:15", Owner("elsewhere", "b", 7, "1"))
Answers = Callable[..., list[str]]


def theirs() -> Document:
    return replace(shell_document(), title="别人改的标题")


def change_outside(path: Path, document: Document) -> None:
    path.write_bytes(project_file.encode(document))
    os.utime(path, (2_000_000_000, 2_000_000_000))


@pytest.fixture
def file(opened: MainWindow) -> Path:
    assert opened.session.path is not None
    return opened.session.path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Answer the questions about the file with these words, in turn; the names that were asked about come back."""

    def give(*words: str) -> list[str]:
        asked, left = list[str](), iter(words)

        def ask(_window: MainWindow, name: str, *_: object, **__: object) -> str:
            asked.append(name)
            return next(left)

        for question in ("ask_lock", "ask_changed", "ask_in_place"):
            monkeypatch.setattr(conflicts, question, ask)
        return asked

    return give


def pressed(text: str) -> list[str]:
    """Press the button that is called so in the box that opens; what the box said."""
    said: list[str] = []

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(f"{box.text()}\n{box.informativeText()}")
        next(button for button in box.findChildren(QPushButton) if text in button.text()).click()

    QTimer.singleShot(0, act)
    return said


def test_a_change_from_outside_is_noticed_when_the_window_comes_to_the_front(
    opened: MainWindow, file: Path, answers: Answers
) -> None:
    asked = answers("cancel")
    change_outside(file, theirs())
    opened.files.look_at_disk()
    opened.files.look_at_disk()
    assert asked == ["绩效.pbproj"]  # once, not at every look
    assert opened.session.document == shell_document()


def test_coming_to_the_front_looks_at_the_disk(opened: MainWindow, qtbot: QtBot, file: Path, answers: Answers) -> None:
    asked = answers("cancel")
    change_outside(file, theirs())
    opened.activateWindow()
    opened._look_at_disk()
    qtbot.waitUntil(lambda: asked == ["绩效.pbproj"])


def test_a_file_that_was_only_touched_is_not_changed(opened: MainWindow, file: Path, answers: Answers) -> None:
    asked = answers()
    os.utime(file, (2_000_000_000, 2_000_000_000))
    opened.files.look_at_disk()
    assert opened.files.save()
    assert asked == []


def test_reloading_can_be_undone(opened: MainWindow, file: Path, answers: Answers) -> None:
    answers("reload")
    opened.session.write("改名", "projects/0/name", "我改的")
    change_outside(file, theirs())
    opened.files.look_at_disk()
    assert opened.session.document == theirs()
    assert not opened.session.is_unsaved
    opened.session.undo()
    assert opened.session.document.projects[0].name == "我改的"
    assert opened.session.is_unsaved


def test_saving_over_a_change_asks_and_keeps_theirs(opened: MainWindow, file: Path, answers: Answers) -> None:
    asked = answers("cancel", "write")
    opened.session.write("改名", "projects/0/name", "我改的")
    change_outside(file, theirs())
    assert not opened.files.save()
    assert load(file) == theirs()
    assert opened.session.is_unsaved
    assert opened.files.save()
    assert asked == ["绩效.pbproj"] * 2
    assert load(file).projects[0].name == "我改的"
    assert load(versions(file)[0].file) == theirs()


def test_saving_elsewhere_leaves_theirs_alone(
    opened: MainWindow, file: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers("save_as")
    mine = file.with_name("我的.pbproj")
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: mine)
    opened.session.write("改名", "projects/0/name", "我改的")
    change_outside(file, theirs())
    opened.files.save()
    assert load(file) == theirs()
    assert load(mine).projects[0].name == "我改的"
    assert opened.session.path == mine
    assert not lock_path(file).exists()
    assert lock_path(mine).exists()


def test_comparing_comes_back_to_the_question(
    opened: MainWindow, file: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[Document, Document]] = []
    monkeypatch.setattr(
        "pbeditor.ui.dialogs.comparison.show_comparison", lambda before, after, *_: compared.append((before, after))
    )
    asked = answers("compare", "cancel")
    change_outside(file, theirs())
    opened.files.look_at_disk()
    assert compared == [(theirs(), shell_document())]
    assert len(asked) == 2


def test_a_file_that_was_moved_away_is_told_and_written_anew(opened: MainWindow, file: Path) -> None:
    file.unlink()
    opened.files.look_at_disk()
    assert "已不在原处" in opened.status.currentMessage()
    assert opened.session.is_unsaved
    assert opened.files.save()
    assert load(file) == shell_document()


def test_the_question_has_its_buttons_and_escape_does_nothing(opened: MainWindow, file: Path, chinese: None) -> None:
    for text, answer in (("重新载入", "reload"), ("另存", "save_as"), ("对比", "compare"), ("以后再说", "cancel")):
        pressed(text)
        assert conflicts.ask_changed(opened, "a.pbproj", None, saving=False) == answer
    said = pressed("仍然保存")
    assert conflicts.ask_changed(opened, "a.pbproj", OTHER, saving=True) == "write"
    assert "李会计在“二楼电脑”上自 2020-03-01 09:15 起接手了“a.pbproj”" in said[0]
    said = pressed("取消")
    assert conflicts.ask_changed(opened, "a.pbproj", OTHER, saving=True, changed=False) == "cancel"
    assert "接手" in said[0]
    QTimer.singleShot(0, lambda: opened.findChild(QMessageBox).reject())  # type: ignore[union-attr]
    assert conflicts.ask_lock(opened, "a.pbproj", Holder()) == "cancel"
    for text, answer in (("直接写入", "write"), ("另存", "save_as"), ("取消", "cancel")):
        pressed(text)
        assert conflicts.ask_in_place(opened, "a.pbproj", "写不了。") == answer


def opened_by_another(path: Path) -> None:
    save(shell_document(), path)
    lock_path(path).write_bytes(json.encode(OTHER))


def test_a_file_that_another_has_open_is_asked_about_by_name(window: MainWindow, tmp_path: Path, chinese: None) -> None:
    path = tmp_path / "共享.pbproj"
    opened_by_another(path)
    said = pressed("取消")
    window.files.open_path(path)
    assert "“共享.pbproj”正由李会计在“二楼电脑”上自 2020-03-01 09:15 起编辑。" in said[0]
    assert not window.files.is_open


def test_read_only_saves_elsewhere_and_leaves_the_lock(
    window: MainWindow, tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "共享.pbproj"
    opened_by_another(path)
    answers("read")
    window.files.open_path(path)
    assert "（只读）" in window.windowTitle()
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, text: told.append(text))
    window.session.write("改名", "projects/0/name", "我改的")
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    assert not window.files.save()
    assert "李会计" in told[0]
    assert load(path) == shell_document()
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: tmp_path / "我的.pbproj")
    assert window.files.save()
    assert "只读" not in window.windowTitle()
    assert lock.holder(path) == OTHER


def test_a_copy_has_nothing_to_do_with_the_file(window: MainWindow, tmp_path: Path, answers: Answers) -> None:
    path = tmp_path / "共享.pbproj"
    opened_by_another(path)
    answers("copy")
    window.files.open_path(path)
    assert window.session.path is None
    assert window.files.name == "共享 副本.pbproj"
    assert lock.holder(path) == OTHER


def test_taking_over_is_noticed_by_the_one_it_was_taken_from(opened: MainWindow, file: Path, answers: Answers) -> None:
    opened.session.write("改名", "projects/0/name", "我改的")
    lock_path(file).write_bytes(json.encode(OTHER))  # somebody took it over
    asked = answers("cancel", "write")
    assert not opened.files.save()
    assert opened.files.save()
    assert len(asked) == 2
    assert lock.holder(file) is None


def test_taking_over_makes_the_file_ones_own(window: MainWindow, tmp_path: Path, answers: Answers) -> None:
    path = tmp_path / "共享.pbproj"
    opened_by_another(path)
    answers("take")
    window.files.open_path(path)
    assert lock.holder(path) is None
    assert window.files.save()


def test_after_reloading_what_another_took_over_it_is_read_only(
    opened: MainWindow, file: Path, answers: Answers
) -> None:
    answers("reload")
    lock_path(file).write_bytes(json.encode(OTHER))
    change_outside(file, theirs())
    opened.files.look_at_disk()
    assert "（只读）" in opened.windowTitle()
    assert opened.session.document == theirs()


def test_what_another_still_edits_is_read_only_after_reloading_too_and_else_ones_own(
    window: MainWindow, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "共享.pbproj"
    opened_by_another(path)
    answers("read", "reload", "reload")
    window.files.open_path(path)
    change_outside(path, theirs())
    window.files.look_at_disk()
    assert window.session.document == theirs()
    assert "（只读）" in window.windowTitle()
    lock_path(path).unlink()
    path.write_bytes(project_file.encode(shell_document()))
    window.files.look_at_disk()
    assert "（只读）" not in window.windowTitle()
    assert lock_path(path).exists()


def test_a_newer_versions_file_is_shown_read_only_and_never_written_over(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "新版.pbproj"
    content = json.decode(project_file.encode(shell_document()))
    content["version"] = 9
    content["document"]["colour"] = "red"
    path.write_bytes(json.encode(content))
    window.files.open_path(path)
    assert window.session.document == shell_document()
    assert "（只读）" in window.windowTitle()
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, text: told.append(text))
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    assert not window.files.save()
    assert "由更新的版本保存" in told[0]
    assert json.decode(path.read_bytes()) == content


def test_what_a_newer_version_saved_meanwhile_is_reloaded_read_only(
    opened: MainWindow, file: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers("reload")
    newer = project_file.encode(theirs()).replace(b'"version": 1', b'"version": 2')
    file.write_bytes(newer)
    os.utime(file, (2_000_000_000, 2_000_000_000))
    opened.files.look_at_disk()
    assert opened.session.document == theirs()
    assert "（只读）" in opened.windowTitle()
    assert "由更新的版本保存" in opened.status.currentMessage()
    opened.session.write("改名", "projects/0/name", "我改的")
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: None)
    assert not opened.files.save()
    assert file.read_bytes() == newer


def test_a_folder_that_refuses_new_files_is_written_in_place_after_asking(
    opened: MainWindow, file: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise NoNewFileError(str(path), "没有写入权限。")

    monkeypatch.setattr("pbeditor.store.disk.write", refuse)
    opened.session.write("改名", "projects/0/name", "我改的")
    answers("cancel", "write")
    assert not opened.files.save()
    assert opened.session.is_unsaved
    assert opened.files.save()
    assert load(file).projects[0].name == "我改的"
    assert load(versions(file)[0].file) == shell_document()


def test_a_folder_that_refuses_new_files_can_be_left_for_another_file(
    opened: MainWindow, file: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, other = disk.write, file.with_name("另存.pbproj")

    def refuse(path: Path, data: bytes, ready: Callable[[bool], object]) -> None:
        if path == file:
            raise NoNewFileError(str(path), "没有写入权限。")
        put(path, data, ready)

    monkeypatch.setattr("pbeditor.store.disk.write", refuse)
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: other)
    opened.session.write("改名", "projects/0/name", "我改的")
    answers("save_as")
    assert opened.files.save()
    assert (opened.session.path, opened.session.is_unsaved) == (other, False)
    assert load(other).projects[0].name == "我改的"
    assert load(file) == shell_document()


def test_a_fault_while_saving_leaves_file_and_document_as_they_were(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        raise UnwritableError(str(path), "写不下：磁盘已满或超出限额；请清理磁盘，或另存到别处。")

    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, text: told.append(text))
    monkeypatch.setattr("pbeditor.store.disk.write", full)
    opened.session.write("改名", "projects/0/name", "我改的")
    assert not opened.files.save()
    assert "磁盘已满" in told[0]
    assert opened.session.is_unsaved
    assert load(file) == shell_document()


def test_a_file_that_could_not_be_written_is_not_held(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.with_name("另一份.pbproj")
    other.write_bytes(b"{}")
    other.chmod(0o444)
    monkeypatch.setattr(questions, "tell_fault", lambda *_: None)
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: other)
    assert not opened.files.save_as()
    assert not lock_path(other).exists()
    assert lock_path(file).exists()


def saved_thrice(window: MainWindow) -> VersionsDialog:
    for name in ("甲", "乙"):
        window.session.write("改名", "projects/0/name", name)
        assert window.files.save()
    assert window.session.path is not None
    return VersionsDialog(window, window.session.path)


def test_earlier_versions_are_listed_with_date_size_and_projects(opened: MainWindow) -> None:
    dialog = saved_thrice(opened)
    assert [row[2] for row in dialog.model.rows] == ["3", "3"]
    assert all(row[0][:2] in ("今天", "20") and row[1].endswith(" KB") for row in dialog.model.rows)


def test_a_version_comes_back_as_one_step(opened: MainWindow, file: Path) -> None:
    dialog = saved_thrice(opened)
    dialog.list.setCurrentIndex(dialog.model.index(1, 0))
    dialog.restore()
    assert opened.session.document == shell_document()
    assert opened.session.is_unsaved
    assert load(file).projects[0].name == "乙"
    opened.session.undo()
    assert opened.session.document.projects[0].name == "乙"


def test_a_version_opens_as_a_document_of_its_own(opened: MainWindow, file: Path) -> None:
    dialog = saved_thrice(opened)
    dialog.open_apart()
    assert opened.session.path is None
    assert opened.session.document.projects[0].name == "甲"
    assert opened.session.is_unsaved
    assert load(file).projects[0].name == "乙"


def with_newer_version(window: MainWindow) -> VersionsDialog:
    """The latest of the earlier versions is one that a newer program wrote."""
    dialog = saved_thrice(window)
    kept = dialog.versions[0].file
    kept.write_bytes(kept.read_bytes().replace(b'"version": 1', b'"version": 2'))
    return dialog


def test_a_newer_programs_version_comes_back_with_a_word_on_what_may_be_missing(opened: MainWindow) -> None:
    with_newer_version(opened).restore()
    assert opened.session.document.projects[0].name == "甲"
    assert "可以撤销。它由更新的版本保存，这里只显示能认识的内容" in opened.status.currentMessage()


def test_a_newer_programs_version_that_came_back_is_saved_elsewhere_until_that_is_undone(
    opened: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_newer_version(opened).restore()
    opened.session.write("改名", "projects/0/name", "丙")
    asked: list[tuple[str, Path]] = []

    def give_up(_: object, title: str, proposed: Path, _kind: str) -> None:
        asked.append((title, proposed))

    monkeypatch.setattr(file_choices, "file_to_write", give_up)
    held = file.read_bytes()
    assert not opened.files.save()
    assert "由更新的版本保存" in asked[0][0]
    assert asked[0][1] == file.with_name(f"{file.stem} 恢复{file.suffix}")
    assert file.read_bytes() == held
    opened.session.undo()
    opened.session.undo()
    opened.session.write("改名", "projects/0/name", "丁")
    assert opened.files.save()
    assert load(file).projects[0].name == "丁"


def test_a_recovery_copy_of_what_came_back_so_belongs_to_no_file_either(opened: MainWindow, file: Path) -> None:
    with_newer_version(opened).restore()
    told = []
    for name in ("丙", "丁"):
        opened.session.write("改名", "projects/0/name", name)
        opened.guard.keep_now()
        (copy,) = recovery.folder().glob(f"*{recovery.ENDING}")
        told.append(json.decode(copy.read_bytes(), type=recovery.RecoveryFile).path)
        opened.session.undo()
        opened.session.undo()
    assert told == ["", str(file)]


def test_what_was_restored_and_saved_elsewhere_is_saved_there_from_then_on(
    opened: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_newer_version(opened).restore()
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: tmp_path / "恢复.pbproj")
    assert opened.files.save()
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: None)
    opened.session.write("改名", "projects/0/name", "丙")
    assert opened.files.save()
    assert load(tmp_path / "恢复.pbproj").projects[0].name == "丙"
    assert load(file).projects[0].name == "乙"


def test_a_newer_programs_version_opens_as_its_file_does(opened: MainWindow) -> None:
    with_newer_version(opened).open_apart()
    assert opened.session.path is None
    assert "由更新的版本保存，这里只显示能认识的内容" in opened.status.currentMessage()
    assert "（只读）" in opened.windowTitle()


def test_a_version_is_compared_with_the_document(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(
        "pbeditor.ui.dialogs.versions.show_comparison",
        lambda before, after, *_: compared.extend((before.projects[0].name, after.projects[0].name)),
    )
    saved_thrice(opened).compare()
    assert compared == ["甲", "乙"]


def test_the_menu_offers_versions_of_a_saved_document_only(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("pbeditor.ui.dialogs.versions.tell", lambda _, sentence: told.append(sentence))
    opened.commands["versions"].trigger()
    assert "还没有以前的版本" in told[0]
    saved_thrice(opened)
    seen: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VersionsDialog)
        seen.append(len(dialog.versions))
        dialog.reject()

    QTimer.singleShot(0, look)
    show_versions(opened)
    assert seen == [2]
    opened.files.open_sample()
    assert not opened.commands["versions"].isEnabled()


def test_undo_reaches_behind_saving(opened: MainWindow) -> None:
    opened.session.write("改名", "projects/0/name", "新名")
    opened.files.save()
    opened.session.undo()
    assert opened.session.document == shell_document()
    assert opened.session.is_unsaved


def test_undo_reaches_back_to_what_was_imported(window: MainWindow) -> None:
    window.files.open_path(max(resource("samples").glob("*.docx")))
    imported = window.session.document
    window.session.write("改名", "projects/0/name", "新名")
    window.session.undo()
    assert window.session.document == imported
