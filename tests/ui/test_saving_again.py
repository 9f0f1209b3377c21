"""Saving where something has happened meanwhile: nothing of one's own or of others is lost without a word."""

import errno
import os
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.store import backup, disk, project_file
from pbeditor.store.backup import versions
from pbeditor.store.lock import Holder, lock_path
from pbeditor.store.process import Owner
from pbeditor.store.project_file import load, save
from pbeditor.ui.dialogs import conflicts, file_choices, questions
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document

OTHER = Holder("李会计", "二楼电脑", "2020-03-01 09:15", Owner("elsewhere", "b", 7, "1"))


def theirs() -> Document:
    return replace(shell_document(), title="别人改的标题")


@pytest.fixture
def file(opened: MainWindow) -> Path:
    """The open file, with a change that is not saved."""
    opened.session.write("改名", "projects/0/name", "我改的")
    assert opened.session.path is not None
    return opened.session.path


def answering(monkeypatch: pytest.MonkeyPatch, question: str, word: str) -> list[str]:
    """Answer this question with the word; the names that were asked about."""
    asked: list[str] = []

    def answer(_window: MainWindow, name: str, *_: object, **__: object) -> str:
        asked.append(name)
        return word

    monkeypatch.setattr(questions if question == "ask_unsaved" else conflicts, question, answer)
    return asked


def test_the_open_file_opened_again_after_saving_shows_what_was_saved(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "ask_unsaved", "save")
    opened.files.open_path(file)
    assert load(file).projects[0].name == "我改的"
    assert opened.session.document == load(file)
    assert not opened.session.is_unsaved


def test_the_open_file_opened_again_without_saving_shows_what_the_disk_holds(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "ask_unsaved", "discard")
    opened.files.open_path(file)
    assert opened.session.document == shell_document()


@pytest.mark.parametrize(("word", "kept"), [("cancel", False), ("write", True)])
def test_who_opened_read_only_is_asked_before_writing_over_what_came_after(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, kept: bool
) -> None:
    path = tmp_path / "绩效.pbproj"
    save(shell_document(), path)
    lock_path(path).write_bytes(json.encode(OTHER))
    answering(monkeypatch, "ask_lock", "read")
    window.files.open_path(path)
    window.session.write("改名", "projects/0/name", "我改的")
    save(theirs(), path)
    lock_path(path).unlink()
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    asked = answering(monkeypatch, "ask_changed", word)
    assert window.files.save() is kept
    assert asked == ["绩效.pbproj"]
    assert (load(path) != theirs()) is kept
    assert any(load(version.file) == theirs() for version in versions(path)) is kept
    assert lock_path(path).exists() is kept


def test_what_cannot_be_kept_is_not_written_over(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "ask_changed", "write")
    said: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _window, text: said.append(text))
    monkeypatch.setattr(backup, "keep", refuse)
    save(theirs(), file)
    assert not opened.files.save()
    assert load(file) == theirs()
    assert "没有保存：现有的内容无法先留作以前的版本" in said[0]
    assert opened.session.is_unsaved


def test_ones_own_work_is_saved_also_where_the_earlier_version_cannot_be_kept_and_that_is_told(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "keep", refuse)
    assert opened.files.save()
    assert load(file).projects[0].name == "我改的"
    assert "没有留作以前的版本" in opened.status.currentMessage()


def test_a_file_with_two_names_is_not_written_over_while_its_earlier_version_cannot_be_kept(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.link(file, file.with_name("另一个名字.pbproj"))
    monkeypatch.setattr(backup, "keep", refuse)
    monkeypatch.setattr(questions, "tell_fault", lambda *_: None)
    assert not opened.files.save()
    assert load(file) == shell_document()


def refuse(*_: object) -> None:
    raise UnwritableError("以前的版本", "写不下。")


def test_closing_goes_on_once_the_document_is_saved_elsewhere(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "ask_unsaved", "save")
    answering(monkeypatch, "ask_changed", "save_as")
    mine = file.with_name("我的.pbproj")
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: mine)
    save(theirs(), file)
    assert opened.files.may_leave()
    assert (load(file), load(mine).projects[0].name) == (theirs(), "我改的")


def test_a_refused_saving_over_a_newer_versions_file_leaves_no_lock(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "更新.pbproj"
    path.write_bytes(project_file.encode(shell_document()).replace(b'"version": 1', b'"version": 2'))
    window.files.open_path(path)
    window.session.write("改名", "projects/0/name", "我改的")
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    monkeypatch.setattr(questions, "tell_fault", lambda *_: None)
    assert not window.files.save()
    assert not lock_path(path).exists()


def test_a_change_while_a_question_stood_is_told_at_the_next_look(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "绩效.pbproj"
    save(shell_document(), path)
    lock_path(path).write_bytes(json.encode(OTHER))

    def change_and_read(*_: object) -> str:
        save(theirs(), path)
        return "read"

    monkeypatch.setattr(conflicts, "ask_lock", change_and_read)
    window.files.open_path(path)
    asked = answering(monkeypatch, "ask_changed", "cancel")
    window.files.look_at_disk()
    assert asked == ["绩效.pbproj"]


@pytest.mark.parametrize("number", [errno.ESTALE, errno.EACCES, errno.EIO])
def test_a_share_that_tells_nothing_of_the_file_is_no_crash(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real, said = Path.stat, list[str]()

    def deaf(path: Path, **ways: bool) -> object:
        if path == file:
            raise OSError(number, "no answer")
        return real(path, **ways)

    monkeypatch.setattr(questions, "tell_fault", lambda _window, text: said.append(text))
    monkeypatch.setattr(Path, "stat", deaf)
    opened.files.look_at_disk()
    assert not opened.files.save()
    assert opened.session.is_unsaved
    assert len(said) == 1
    assert disk.is_there(file)
