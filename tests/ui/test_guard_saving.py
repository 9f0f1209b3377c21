"""While a slow disk takes the file, the window lives, and nothing comes between."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document
from pbeditor.store import project_file
from pbeditor.store.project_file import load, save
from pbeditor.ui.dialogs import questions
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document

Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
def meanwhile(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Saves a change to a disk that is done only once something else has been tried."""
    tried = Event()

    def slow(document: Document, path: Path, **ways: Any) -> bytes:
        assert tried.wait(5)
        return save(document, path, **ways)

    def run(trial: Callable[[], object]) -> None:
        opened.session.write("改名", "projects/0/name", "新名")
        monkeypatch.setattr(project_file, "save", slow)
        QTimer.singleShot(0, trial)
        QTimer.singleShot(0, tried.set)
        assert opened.files.save()

    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: pytest.fail("asked"))
    return run


def test_what_is_edited_meanwhile_is_not_saved_yet(opened: MainWindow, meanwhile: Meanwhile) -> None:
    meanwhile(lambda: opened.session.write("改名", "projects/0/name", "更新"))
    assert opened.session.path
    assert load(opened.session.path).projects[0].name == "新名"
    assert opened.session.is_unsaved


def test_a_window_that_is_closed_meanwhile_goes_afterwards(
    opened: MainWindow, meanwhile: Meanwhile, qtbot: QtBot
) -> None:
    meanwhile(opened.close)
    assert opened.isVisible()
    qtbot.waitUntil(lambda: not opened.isVisible())
    assert not opened.session.is_unsaved


def test_a_file_that_is_dropped_meanwhile_is_opened_afterwards(
    opened: MainWindow, meanwhile: Meanwhile, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "另一个.pbproj"
    save(shell_document(), other)
    meanwhile(lambda: opened.files.take(other))
    assert opened.session.path != other
    qtbot.waitUntil(lambda: opened.session.path == other)


def test_the_file_that_changes_is_not_taken_for_somebody_elses_work(opened: MainWindow, meanwhile: Meanwhile) -> None:
    file = opened.session.path

    def look() -> None:
        assert file
        save(Document("hebei-2020", 2020), file)
        opened.files.look_at_disk()

    meanwhile(look)
    assert not opened.session.is_unsaved


def test_saving_once_more_meanwhile_changes_nothing(opened: MainWindow, meanwhile: Meanwhile) -> None:
    again: list[bool] = []
    meanwhile(lambda: again.append(opened.files.save()))
    assert again == [False]
    assert not opened.session.is_unsaved
