"""A short list of names to tick and to put in order, by mouse or by Alt, Shift and an arrow."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from pbeditor.ui.widgets.tick_delegate import TickDelegate

HOW = "勾选要导出的列；拖动或按 Alt+Shift+↑↓ 排序。"
_STEPS = {QKeySequence("Alt+Shift+Up"): -1, QKeySequence("Alt+Shift+Down"): 1}


class OrderedList(QListWidget):
    """Ticked names count, in the order in which they stand."""

    def __init__(self, name: str, names: Iterable[str], chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(TickDelegate(self))
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAccessibleDescription(HOW)
        rest = [each for each in names if each not in chosen]
        for text in (*chosen, *rest):
            item = QListWidgetItem(text, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if text in chosen else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)

    def chosen(self) -> tuple[str, ...]:
        """The ticked names in their order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(QKeySequence(event.keyCombination()))
        row = self.currentRow()
        if step is None or not 0 <= row + step < self.count():
            super().keyPressEvent(event)
            return
        self.insertItem(row + step, self.takeItem(row))
        self.setCurrentRow(row + step)
