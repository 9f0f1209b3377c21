"""The start page: recent files that are there, and grey ones that are not."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.store.project_file import save
from pbeditor.ui import presence
from pbeditor.ui.handbook.window import HelpWindow
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document


def listed(window: MainWindow) -> list[tuple[str, bool]]:
    """The names of the recent files, and whether each can be opened."""
    rows = [window.start.recent.item(row) for row in range(window.start.recent.count())]
    return [(row.text().split("\n")[0], bool(row.flags() & Qt.ItemFlag.ItemIsEnabled)) for row in rows]


def test_missing_files_are_grey_and_cannot_be_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    there, gone = tmp_path / "在.pbproj", tmp_path / "不在.pbproj"
    save(shell_document(), there)
    for path in (gone, there):
        window.memory.remember_file(path)
    qtbot.waitUntil(lambda: listed(window) == [("在.pbproj", True), ("不在.pbproj", False)])


def test_a_recent_file_opens_by_enter(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    save(shell_document(), tmp_path / "在.pbproj")
    window.memory.remember_file(tmp_path / "在.pbproj")
    window.start.recent.setCurrentRow(0)
    qtbot.keyClick(window.start.recent, Qt.Key.Key_Return)
    assert window.files.name == "在.pbproj"


def test_the_ways_to_begin_can_be_heard_and_pressed(qtbot: QtBot, window: MainWindow) -> None:
    ways = {button.accessibleName(): button for button in window.start.findChildren(QPushButton)}
    assert [name for name in ways if name] == ["从上年文件新建", "打开", "新建", "打开示例"]
    qtbot.mouseClick(ways["打开示例"], Qt.MouseButton.LeftButton)
    assert window.files.is_open


def test_who_has_opened_nothing_yet_reads_how_the_work_goes_and_comes_to_the_handbook(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert window.start.steps.isVisible()
    (button,) = window.start.steps.findChildren(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.findChild(HelpWindow)
    window.memory.remember_file(tmp_path / "甲.pbproj")
    assert not window.start.steps.isVisible()
    assert window.start.recent.isVisible()


def test_enter_begins_at_the_first_start_and_opens_the_last_file_at_others(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    focus = window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "从上年文件新建"
    save(shell_document(), tmp_path / "在.pbproj")
    for path in (tmp_path / "在.pbproj", tmp_path / "不在.pbproj"):
        window.memory.remember_file(path)
    window.files.open_path(tmp_path / "在.pbproj")
    window.files.close()
    window.memory.remember_file(tmp_path / "不在.pbproj")
    window.start.begin()
    assert window.focusWidget() is window.start.recent
    qtbot.waitUntil(lambda: window.start.recent.currentRow() == 1)  # when it is known which file has gone
    qtbot.keyClick(window.start.recent, Qt.Key.Key_Return)
    assert window.files.name == "在.pbproj"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_way_to_begin_is_taken_by_key(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    (sample,) = (one for one in window.start.findChildren(QPushButton) if one.accessibleName() == "打开示例")
    qtbot.keyClick(sample, Qt.Key.Key_Escape)
    assert not window.files.is_open
    qtbot.keyClick(sample, key)
    assert window.files.is_open


def test_a_server_that_does_not_answer_holds_up_neither_the_page_nor_the_menu(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked = Event(), []

    def ask(path: Path) -> bool:
        asked.append(path.name)
        return not answers.wait(20)

    monkeypatch.setattr(presence, "is_there", ask)
    window.memory.remember_file(tmp_path / "服务器上.pbproj")
    menu = window.commands.menus["文件(&F)/最近打开(&R)"]
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert listed(window) == [("服务器上.pbproj", True)]
    assert menu.actions()[0].isEnabled()
    answers.set()
    qtbot.waitUntil(lambda: listed(window) == [("服务器上.pbproj", False)])
    qtbot.waitUntil(lambda: not menu.actions()[0].isEnabled())


def test_the_recent_menu_shows_the_same(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.memory.remember_file(tmp_path / "不&在.pbproj")
    menu = window.commands.menus["文件(&F)/最近打开(&R)"]
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert (first.text(), first.isEnabled()) == ("&1  不&&在.pbproj", True)
    qtbot.waitUntil(lambda: first.text() == "&1  不&&在.pbproj（已不在原处）")
    assert not first.isEnabled()
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["没有最近打开的文件"]
