"""The main job through the real window, by keyboard: open, type in a cell, undo, redo, save, reopen, export."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.store.project_file import load
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.dialogs import export_options, file_choices
from pbeditor.ui.main_window import MainWindow
from pbeditor.work.opening import open_any
from tests.ui.waiting import written

CONTROL = Qt.KeyboardModifier.ControlModifier
NAME = "projects/1/indicators/2/name"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the focus now."""
    QTest.keyClick(focused(), key, modifier)


def type_(text: str) -> None:
    """Keys one by one: the first opens the cell's editor, which has the focus from then on."""
    for character in text:
        QTest.keyClicks(focused(), character)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of the sample."""
    copy = tmp_path / "示例.pbproj"
    copy.write_bytes(resource("samples", SAMPLE).read_bytes())
    return copy


@pytest.fixture
def at_work(qtbot: QtBot, window: MainWindow, path: Path) -> MainWindow:
    """The window with the sample open and active."""
    window.files.open_path(path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def third_name(window: MainWindow) -> str:
    return window.session.document.projects[1].indicators[2].name


def test_open_type_undo_redo_save_reopen_export(
    at_work: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = third_name(at_work)
    at_work.session.go_to(NAME)
    type_("9x")
    press(Qt.Key.Key_Return)
    assert third_name(at_work) == "9x"

    press(Qt.Key.Key_Z, CONTROL)
    assert third_name(at_work) == before
    press(Qt.Key.Key_Y, CONTROL)
    assert third_name(at_work) == "9x"
    assert at_work.windowTitle().startswith("● 示例.pbproj")

    press(Qt.Key.Key_S, CONTROL)
    assert load(path) == at_work.session.document
    assert not at_work.session.is_unsaved
    at_work.files.close()
    at_work.files.open_path(path)
    assert third_name(at_work) == "9x"

    word = tmp_path / "导出.docx"
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: word)
    monkeypatch.setattr(export_options, "ask_options", lambda dialog: dialog.options())
    at_work.activateWindow()
    press(Qt.Key.Key_E, CONTROL)
    written(at_work)
    again = open_any(word).document
    assert [row.name for row in again.projects[1].indicators][2] == "9x"
    assert at_work.status.currentMessage() == "已导出“导出.docx”，仍有 3 个错误"


def test_what_is_still_in_the_cell_editor_is_saved_too(at_work: MainWindow, path: Path) -> None:
    at_work.session.go_to(NAME)
    type_("half")
    at_work.commands["save"].trigger()
    assert load(path).projects[1].indicators[2].name == "half"


def test_what_is_still_in_the_cell_editor_is_kept_when_another_page_is_shown(at_work: MainWindow) -> None:
    at_work.session.go_to(NAME)
    type_("half")
    at_work.session.go_to("title")
    assert third_name(at_work) == "half"


def test_a_problem_leads_to_its_cell_by_f8(at_work: MainWindow) -> None:
    at_work.commands["next"].trigger()
    problem = at_work.problems.current()
    assert problem is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert at_work.pages.isAncestorOf(focus)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_every_export_writes_its_file_and_offers_to_open_it(
    at_work: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    file = tmp_path / f"导出{suffix}"
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: file)
    monkeypatch.setattr(export_options, "ask_options", lambda dialog: dialog.options())
    at_work.outputs.export(suffix)
    written(at_work)
    assert file.read_bytes().startswith(b"%PDF" if suffix == ".pdf" else b"PK")
    assert at_work.status._links.isVisible()
    assert at_work.memory.settings.folder == str(tmp_path)
