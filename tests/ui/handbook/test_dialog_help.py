"""F1 while a dialog is open."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from pbeditor.ui.handbook.contents import PAGES, PLACES
from pbeditor.ui.handbook.window import HelpWindow
from pbeditor.ui.main_window import MainWindow


def press_help(dialog: QDialog) -> str:
    """The page that F1 brings up in this dialog."""
    focus = dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_F1)
    handbook = dialog.findChild(HelpWindow)
    return handbook.browser.page() if handbook and handbook.isVisible() else ""


@pytest.mark.parametrize(("command", "page"), [("preview", "print"), ("last_year", "begin"), ("fill", "project")])
def test_the_page_of_the_dialog_comes_up(qtbot: QtBot, opened: MainWindow, command: str, page: str) -> None:
    seen: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and QApplication.activeWindow() is dialog and dialog.focusWidget():
            seen.append(press_help(dialog))
            dialog.reject()
        else:
            QTimer.singleShot(10, press)

    press()
    opened.commands[command].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [page]


def test_even_a_question_has_it_and_only_once(qtbot: QtBot, opened: MainWindow) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "问", "保存吗？", QMessageBox.StandardButton.Ok, opened)
    qtbot.addWidget(box)
    box.open()
    QApplication.processEvents()
    assert press_help(box) == PAGES[0][0]
    assert press_help(box) == PAGES[0][0]
    assert len(box.findChildren(HelpWindow)) == 1


def test_every_place_has_a_page() -> None:
    assert set(PLACES.values()) <= {page for page, _ in PAGES}
