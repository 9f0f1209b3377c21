"""What had the focus last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.main_window import MainWindow


def test_a_menu_opened_by_keyboard_means_what_had_the_focus(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.session.go_to("projects/0/name")
    field = QApplication.focusWidget()
    opened.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert QApplication.focusWidget() is opened.menuBar()
    assert opened.focus_sight.widget() is field
    opened.tree.tree.setFocus()
    assert opened.focus_sight.widget() is opened.tree.tree


def test_what_is_no_longer_seen_has_no_focus(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.session.go_to("projects/0/name")
    opened.pages.hide()
    assert opened.focus_sight.widget() is not opened.pages
    opened.tree.tree.setFocus()
    opened.tree_dock.hide()
    assert opened.focus_sight.widget() is not opened.tree.tree
