"""A large file is read beside the window, with the same outcome as a small one."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.check.engine import check
from pbeditor.store.project_file import save
from pbeditor.ui import reading
from pbeditor.ui.dialogs import questions
from pbeditor.ui.dialogs.waiting import Waiting
from pbeditor.ui.main_window import MainWindow
from pbeditor.work.opening import UnknownLayoutError
from tests.sheet.unknown import GRID, HEAD
from tests.ui.conftest import project, shell_document

OTHER = replace(shell_document(), projects=(project("9Z99", "", "4.00"),))


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 0)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "大.pbproj"
    save(OTHER, path)
    return path


def test_it_opens_before_it_is_checked_while_the_window_stays_awake(
    opened: MainWindow, large: Path, qtbot: QtBot
) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    beats: list[int] = []
    QTimer.singleShot(0, lambda: beats.append(1))
    opened.files.open_path(large)
    assert beats
    assert not opened.session.checked.is_known
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)  # the keyboard comes back
    assert opened.session.document == OTHER
    assert opened.session.path == large
    fresh = check(opened.session.document, opened.session.form)
    opened.session.look()
    assert opened.session.checked.problems == fresh.problems != ()


def test_given_up_it_leaves_what_is_open(opened: MainWindow, large: Path) -> None:
    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Waiting)
        dialog.reject()

    before = opened.session.document
    QTimer.singleShot(0, give_up)
    opened.files.open_path(large)
    assert opened.session.document is before
    assert opened.files.name == "绩效.pbproj"


def test_what_is_wrong_with_it_is_said(opened: MainWindow, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _window, sentence: told.append(sentence))
    large.write_bytes(large.read_bytes()[:200])
    opened.files.open_path(large)
    assert len(told) == 1
    assert "大.pbproj" in told[0]


def test_an_unknown_layout_is_asked_about_as_ever(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, asked = tmp_path / "县.txt", list[object]()
    path.write_text("\n".join("\t".join(row) for row in (*HEAD, (), *GRID)), "utf-8")
    monkeypatch.setattr(reading, "explained", lambda _window, error: asked.append(error))
    before = opened.session.document
    opened.files.open_path(path)
    assert [type(each) for each in asked] == [UnknownLayoutError]
    assert opened.session.document is before
