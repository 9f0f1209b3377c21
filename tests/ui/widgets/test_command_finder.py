"""Finding a command by typing, through the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.widgets.command_finder import LINES, WIDTH, CommandFinder


@pytest.fixture
def finder(qtbot: QtBot, opened: MainWindow) -> CommandFinder:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.session.go_to("projects/0/name")
    opened.commands["commands"].trigger()
    return opened.aids.finder


def test_enter_runs_the_best_fit_where_the_focus_was(opened: MainWindow, finder: CommandFinder) -> None:
    QTest.keyClicks(finder.line, "cz")  # 查找
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert opened.aids.find.form.text.hasFocus()


def test_escape_gives_the_focus_back(opened: MainWindow, finder: CommandFinder) -> None:
    assert finder.line.hasFocus()
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert opened.pages.isAncestorOf(focus)


def test_what_cannot_run_does_not_run(opened: MainWindow, finder: CommandFinder) -> None:
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    opened.session.mark_saved(opened.session.document, opened.session.path)  # type: ignore[arg-type]
    opened.commands["commands"].trigger()
    finder.line.setText("撤销")
    assert finder.model.rowCount() == 1
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible()


def test_arrows_walk_in_the_list_while_the_focus_stays(finder: CommandFinder) -> None:
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Up)
    QTest.keyClick(finder.line, Qt.Key.Key_Tab)
    assert finder.list.currentIndex().row() == 1
    assert finder.line.hasFocus()


def test_where_nothing_fits_this_is_said(finder: CommandFinder) -> None:
    assert not finder.nothing.isVisible()
    finder.line.setText("没有的命令")
    assert finder.nothing.isVisible()
    finder.line.setText("深色")
    assert not finder.nothing.isVisible()


def test_a_click_runs(opened: MainWindow, finder: CommandFinder) -> None:
    finder.line.setText("深色")
    place = finder.list.visualRect(finder.model.index(0)).center()
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.memory.settings.appearance == "dark"


def test_a_click_elsewhere_closes_it(opened: MainWindow, finder: CommandFinder) -> None:
    QTest.mouseClick(opened.tree.filter, Qt.MouseButton.LeftButton)
    assert not finder.isVisible()
    assert opened.tree.filter.hasFocus()


def test_it_stays_inside_a_window_that_shrinks(opened: MainWindow, finder: CommandFinder) -> None:
    assert finder.width() == WIDTH
    assert finder.list.height() == LINES * finder.list.sizeHintForRow(0)
    opened.resize(opened.minimumSizeHint())
    assert opened.rect().contains(finder.mapTo(opened, QPoint(finder.width() - 1, 0)))


def test_asking_again_starts_afresh(opened: MainWindow, finder: CommandFinder) -> None:
    finder.line.setText("导出")
    opened.commands["commands"].trigger()
    assert finder.line.text() == ""
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert opened.pages.isAncestorOf(focus)
