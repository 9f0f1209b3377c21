"""Lines of texts under headings, for dialogs in which one of them is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from pbeditor.ui.models.roles import ALIGN, DISPLAY, LEFT, NOTHING, RIGHT, TIP, Index
from pbeditor.ui.widgets.signs import tip


class TextTable(QAbstractTableModel):
    """Rows of texts; the columns in `numbers` are set to the right."""

    def __init__(self, heads: Sequence[str], numbers: frozenset[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads, self._numbers = heads, numbers
        self.rows: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = [*rows]
        self.endResetModel()

    def _aligned(self, column: int) -> int:
        return RIGHT if column in self._numbers else LEFT

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role in (DISPLAY, TIP):
            text = self.rows[index.row()][index.column()]
            return tip(text) if role == TIP else text.replace("\n", " ")
        return self._aligned(index.column()) if role == ALIGN else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == ALIGN:
            return self._aligned(section)
        return self._heads[section] if role == DISPLAY else None
