"""The keys of commands while an editor wants every key for itself."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pbeditor.ui.commands import COMMANDS
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.panes import is_seen

OURS = [each.shortcut for each in COMMANDS if each.shortcut and each.scope == "window"]


class Greedy(QLineEdit):
    """Claims all keys, as Qt's lines of text claim those that move in the text on the system they run on."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def line(opened: MainWindow, qtbot: QtBot) -> Greedy:
    line = Greedy(opened.pages)
    line.show()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    line.setFocus()
    return line


def is_claimed(line: QLineEdit, keys: str) -> bool:
    """Whether Qt is told that the line wants these keys, so that no command gets them."""
    pressed = QKeySequence(keys)[0]  # type: ignore[index]  # missing in the stubs
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


def test_an_editor_leaves_the_keys_of_commands_to_the_window(line: Greedy) -> None:
    assert "Ctrl+E" in OURS
    assert [keys for keys in OURS if is_claimed(line, keys)] == ["Ctrl+Z", "Ctrl+Y"]
    assert is_claimed(line, "Ctrl+C")
    assert is_claimed(line, "Ctrl+Right")


def test_a_command_answers_its_key_in_an_editor(opened: MainWindow, line: Greedy) -> None:
    assert is_seen(opened.tree_dock)
    QTest.keyClick(line, Qt.Key.Key_F9)
    assert not is_seen(opened.tree_dock)
    QTest.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert opened.tree.filter.hasFocus()


def test_an_editor_that_has_lost_the_focus_keeps_its_keys(opened: MainWindow, line: Greedy) -> None:
    opened.tree.tree.setFocus()
    assert is_claimed(line, "Ctrl+E")
