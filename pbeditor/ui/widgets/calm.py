"""Boxes that a scrolling wheel does not change; they and the text editors leave Ctrl+Z to the window."""

from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def is_undo(event: QEvent) -> bool:
    """Whether Qt asks if this editor wants Ctrl+Z for itself: it does not, the window's undo is meant."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    key = cast("QKeyEvent", event)
    if key.matches(UNDO) or key.matches(REDO):
        event.ignore()
        return True
    return False


class CalmSpinBox(QSpinBox):
    """A number changed by keys and buttons only."""

    def event(self, event: QEvent) -> bool:
        return False if is_undo(event) else super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmComboBox(QComboBox):
    """A choice changed by keys and its list only."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
