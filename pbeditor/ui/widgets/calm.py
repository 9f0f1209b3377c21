"""Boxes that a scrolling wheel does not change, and that leave Ctrl+Z to the window."""

from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class CalmSpinBox(QSpinBox):
    """A number changed by keys and buttons only."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast("QKeyEvent", event)
            if key.matches(_UNDO) or key.matches(_REDO):
                event.ignore()
                return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmComboBox(QComboBox):
    """A choice changed by keys and its list only."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
