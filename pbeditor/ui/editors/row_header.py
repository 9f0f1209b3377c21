"""The row numbers of the grid: rows that are chosen as a whole can be dragged to another place."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView


class RowHeader(QHeaderView):
    """`dropped` tells before which row the chosen rows were let go; the header itself keeps its order."""

    dropped = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self._is_putting_back = False
        self.sectionMoved.connect(self._drop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On a chosen row a drag moves, elsewhere it chooses; a plain press on one of several chosen keeps them."""
        row = self.logicalIndexAt(event.position().toPoint())
        chosen = self._chosen()
        can_move = chosen is not None and row >= 0 and chosen.isRowSelected(row, QModelIndex())
        self.setSectionsMovable(can_move)
        self.setSectionsClickable(not can_move or event.modifiers() != Qt.KeyboardModifier.NoModifier)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.setSectionsClickable(True)

    def _chosen(self) -> QItemSelectionModel | None:
        return self.selectionModel()

    def _drop(self, logical: int, old: int, new: int) -> None:
        if self._is_putting_back:
            return
        self._is_putting_back = True
        self.moveSection(new, old)
        self._is_putting_back = False
        self.dropped.emit(new + 1 if new > old else new)
