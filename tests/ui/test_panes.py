"""Going through a window by Tab."""

from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import dump

from pbeditor.ui.panes import focus_along


def test_no_field_belongs_to_the_one_before_it_once_tab_has_passed(qtbot: QtBot) -> None:
    window, page = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    fields = [QLineEdit() for _ in range(3)]
    column = QVBoxLayout(page)
    for field in fields:
        column.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert focus_along(window, forward=True)
    lines = [line for field in fields for line in dump(field).splitlines() if line.startswith("parent")]
    assert len(lines) == len(fields)
    assert all("QMainWindow" in line for line in lines)
    assert "parent" not in dump(window)


def test_tab_goes_round_from_the_last_field_to_the_first(qtbot: QtBot) -> None:
    window, page = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    first, last = QLineEdit(page), QLineEdit(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    last.setFocus()
    assert focus_along(window, forward=True)
    assert first.hasFocus()
    assert focus_along(window, forward=False)
    assert last.hasFocus()
