"""Lines of texts under headings, for dialogs in which one of them is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pbeditor.ui.widgets.signs import tip

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()
_DISPLAY, _TIP, _ALIGN = (
    int(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole)
)


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

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role in (_DISPLAY, _TIP):
            text = self.rows[index.row()][index.column()]
            return tip(text) if role == _TIP else text.replace("\n", " ")
        return _aligned(index.column() in self._numbers) if role == _ALIGN else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ALIGN:
            return _aligned(section in self._numbers)
        return self._heads[section] if role == _DISPLAY else None


def _aligned(right: bool) -> int:
    flag = Qt.AlignmentFlag
    return int(flag.AlignVCenter | (flag.AlignRight if right else flag.AlignLeft))
