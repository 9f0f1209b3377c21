"""How editing a cell ends: with the keys that Excel has for it, or because the focus goes elsewhere."""

from enum import Enum

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class Ending(Enum):
    """Where the cursor goes when editing ends, in rows and columns.

    TAB goes on to the next row at the end of one, CANCEL gives back the old text, FILL writes into all chosen cells.
    """

    STAY = (0, 0, "")
    UP = (-1, 0, "")
    DOWN = (1, 0, "")
    LEFT = (0, -1, "")
    RIGHT = (0, 1, "")
    TAB = (0, 1, "wraps")
    BACKTAB = (0, -1, "wraps")
    CANCEL = (0, 0, "cancels")
    FILL = (0, 0, "fills")


_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def combined(key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> int:
    """A key with its modifier as one number."""
    return QKeyCombination(modifier, key).toCombined()


def pressed(event: QKeyEvent) -> int:
    """The key of an event as `combined` counts it; both Enter keys are one, and the keypad does not matter."""
    key = int(Qt.Key.Key_Return) if event.key() == int(Qt.Key.Key_Enter) else event.key()
    return key | (event.modifiers() & ~_KEYPAD).value


LINE_BREAK = combined(Qt.Key.Key_Return, _ALT)
OPEN_LIST = {combined(Qt.Key.Key_Down, _ALT), combined(Qt.Key.Key_F4)}
_KEYS = {
    combined(Qt.Key.Key_Return): Ending.DOWN,
    combined(Qt.Key.Key_Return, _SHIFT): Ending.UP,
    combined(Qt.Key.Key_Return, _CONTROL): Ending.FILL,
    combined(Qt.Key.Key_Tab): Ending.TAB,
    combined(Qt.Key.Key_Tab, _SHIFT): Ending.BACKTAB,
    combined(Qt.Key.Key_Backtab, _SHIFT): Ending.BACKTAB,
    combined(Qt.Key.Key_Backtab): Ending.BACKTAB,
    combined(Qt.Key.Key_Escape): Ending.CANCEL,
}
STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
# While a cell is being typed anew, arrows leave it; after F2 they move in the text.
_ARROWS = {
    combined(Qt.Key.Key_Up): Ending.UP,
    combined(Qt.Key.Key_Down): Ending.DOWN,
    combined(Qt.Key.Key_Left): Ending.LEFT,
    combined(Qt.Key.Key_Right): Ending.RIGHT,
}


def ending(event: QKeyEvent, *, arrows: bool = False) -> Ending | None:
    """How this key ends editing; None when it does not. With `arrows` these leave the cell too."""
    key = pressed(event)
    return _KEYS.get(key) or (_ARROWS.get(key) if arrows else None)


def is_left(editor: QWidget, event: QFocusEvent) -> bool:
    """Whether the focus goes to another widget outside the editor; a menu, a list or another program ends nothing."""
    return event.reason() not in STAYING and not has_focus(editor)


def has_focus(editor: QWidget) -> bool:
    """Whether the focus is in the editor or in a part of it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is editor or editor.isAncestorOf(focus))


def claims(event: QEvent) -> bool:
    """Whether a shortcut of the window must wait: the open editor wants this key. Accepts the event if so."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if ending(event, arrows=True) or pressed(event) in {LINE_BREAK, *OPEN_LIST}:
        event.accept()
        return True
    return False
