"""Driving the indicator grid in tests as a person does: by keys, through whatever widget has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.session import Session

LEVEL1, LEVEL2, NAME, DESCRIPTION, TARGET, BASIS = range(6)
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(session: Session, qtbot: QtBot) -> IndicatorsTab:
    """The tab on the screen with the first project, its grid having the focus."""
    tab = IndicatorsTab(session)
    qtbot.addWidget(tab)
    tab.resize(1000, 480)
    tab.show()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.bind("projects/0")
    tab.grid.setFocus()
    return tab


def focused() -> QWidget:
    """Where keys go now: an open list takes them first."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)


def type_(text: str) -> None:
    """Keys one by one: the first opens an editor, which the others go to. Characters without a key are composed."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(focused(), character)
        else:
            compose(commit=character)


def compose(*preedits: str, commit: str = "") -> None:
    """An input method at work: what is shown on the way, then what it gives; nothing when it is given up."""
    for preedit in preedits:
        QApplication.sendEvent(focused(), QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(focused(), event)


def texts(grid: IndicatorGrid, column: int) -> list[str]:
    return [grid.table.text(row, column) for row in range(len(grid.table.rows))]


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
