"""The start page: recent files that are there, and grey ones that are not."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.store.project_file import save
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document


def test_missing_files_are_grey_and_cannot_be_opened(window: MainWindow, tmp_path: Path) -> None:
    there, gone = tmp_path / "在.pbproj", tmp_path / "不在.pbproj"
    save(shell_document(), there)
    for path in (gone, there):
        window.memory.remember_file(path)
    rows = [window.start.recent.item(row) for row in range(window.start.recent.count())]
    assert [row.text().split("\n")[0] for row in rows] == ["在.pbproj", "不在.pbproj"]
    assert [bool(row.flags() & Qt.ItemFlag.ItemIsEnabled) for row in rows] == [True, False]


def test_a_recent_file_opens_by_enter(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    save(shell_document(), tmp_path / "在.pbproj")
    window.memory.remember_file(tmp_path / "在.pbproj")
    window.start.recent.setCurrentRow(0)
    qtbot.keyClick(window.start.recent, Qt.Key.Key_Return)
    assert window.files.name == "在.pbproj"


def test_the_ways_to_begin_can_be_heard_and_pressed(qtbot: QtBot, window: MainWindow) -> None:
    ways = {button.accessibleName(): button for button in window.start.findChildren(QPushButton)}
    assert list(ways) == ["从上年文件新建", "打开", "新建", "打开示例"]
    qtbot.mouseClick(ways["打开示例"], Qt.MouseButton.LeftButton)
    assert window.files.is_open


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_way_to_begin_is_taken_by_key(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    (sample,) = (one for one in window.start.findChildren(QPushButton) if one.accessibleName() == "打开示例")
    qtbot.keyClick(sample, Qt.Key.Key_Escape)
    assert not window.files.is_open
    qtbot.keyClick(sample, key)
    assert window.files.is_open


def test_the_recent_menu_shows_the_same(window: MainWindow, tmp_path: Path) -> None:
    window.memory.remember_file(tmp_path / "不&在.pbproj")
    menu = window.commands.menus["文件(&F)/最近打开(&R)"]
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert first.text() == "&1  不&&在.pbproj（已不在原处）"
    assert not first.isEnabled()
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["没有最近打开的文件"]
