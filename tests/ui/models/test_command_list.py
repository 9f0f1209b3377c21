"""Commands are found by name, initials, keys and menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.models.command_list import Command, CommandList, fit


@pytest.fixture
def commands(opened: MainWindow) -> CommandList:
    commands = CommandList(opened.commands, opened)
    QAbstractItemModelTester(commands, QAbstractItemModelTester.FailureReportingMode.Fatal, commands)
    return commands


def titles(commands: CommandList) -> list[str]:
    return [str(commands.index(row).data()) for row in range(commands.rowCount())]


def test_a_blank_shows_every_command_of_the_table(opened: MainWindow, commands: CommandList) -> None:
    commands.look_for("")
    assert commands.rowCount() == len(opened.commands)


@pytest.mark.parametrize(
    ("typed", "title"), [("另存", "另存为"), ("lcw", "另存为"), ("ctrl+e", "Word 文档"), ("导出 word", "Word 文档")]
)
def test_the_best_fit_comes_first(commands: CommandList, typed: str, title: str) -> None:
    commands.look_for(typed)
    assert titles(commands)[0] == title


def test_what_fits_nothing_shows_nothing(commands: CommandList) -> None:
    commands.look_for("没有这个命令")
    assert titles(commands) == []


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        ("在下", 0),
        ("插入", 1),
        ("zxf", 2),
        ("CRH", 3),
        ("ctrl", 4),
        ("指标", 5),
        ("zb", 5),
        ("下插行", 6),
        ("q", None),
        ("", 0),
    ],
)
def test_a_fit_has_a_rank(qtbot: QtBot, typed: str, rank: int | None) -> None:
    assert fit(Command("在下方插入行", "指标", "Ctrl+Return", QAction()), typed) == rank


def test_a_command_that_cannot_run_now_is_shown_and_cannot_be_chosen(commands: CommandList) -> None:
    commands.look_for("撤销")
    undo = commands.index(0)
    assert undo.data() == "撤销"
    assert commands.flags(undo) == Qt.ItemFlag.NoItemFlags
    assert "现在不能用" in undo.data(Qt.ItemDataRole.ToolTipRole)


def test_a_line_is_spoken_with_its_menu_and_keys(commands: CommandList) -> None:
    commands.look_for("word")
    assert commands.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Word 文档，文件 › 导出，Ctrl+E"
