"""The lines of a comparison as a tree: what differs, and below a project its indicators."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from pbeditor.ui.models.comparison_rows import Line
from pbeditor.ui.models.roles import ALIGN, DISPLAY, NOTHING, RIGHT, SPOKEN, TIP, Index
from pbeditor.ui.widgets.signs import tip

COLUMNS = ("名称", "变化", "上年预算", "本年预算", "增减", "增减 %", "指标变化")
_NUMBERS, _BEHIND_NUMBERS = range(2, 6), 6
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
_ALIGNED = dict.fromkeys(_NUMBERS, RIGHT) | {_BEHIND_NUMBERS: _MIDDLE}  # at the left it would touch the numbers


class ComparisonTree(QAbstractItemModel):
    """Shows lines; nothing is edited here, so another comparison is a reset.

    Node numbers: 0 for a line of the top, else the top line's row + 1.
    """

    def __init__(self, heads: Sequence[str] = COLUMNS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._all: tuple[Line, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self._wanted: Callable[[Line], bool] = lambda _: True

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, as far as they are wanted."""
        self._all = tuple(lines)
        self._choose()

    def want(self, wanted: Callable[[Line], bool]) -> None:
        """Show only these lines of the top."""
        self._wanted = wanted
        self._choose()

    def line(self, index: Index) -> Line | None:
        """The line at `index`."""
        if not index.isValid():
            return None
        above = index.internalId()
        return self.lines[above - 1].below[index.row()] if above else self.lines[index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """Where a line of the top or below it stands; no index for one that is not shown."""
        for row, line in enumerate(self.lines):
            if line.key == key:
                return self.index(row, 0)
            if line.below and key.startswith(f"{line.key}/"):
                below = next((place for place, each in enumerate(line.below) if each.key == key), -1)
                return self.index(below, 0, self.index(row, 0))
        return QModelIndex()

    def _choose(self) -> None:
        self.beginResetModel()
        self.lines = tuple(line for line in self._all if self._wanted(line))
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(self._heads)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOTHING) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOTHING) -> int:
        if not parent.isValid():
            return len(self.lines)
        is_top = parent.internalId() == 0 and parent.column() == 0
        return len(self.lines[parent.row()].below) if is_top else 0

    def columnCount(self, parent: Index = NOTHING) -> int:
        return len(self._heads)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == DISPLAY:
            return line.cells[index.column()]
        if role == ALIGN:
            return _ALIGNED.get(index.column())
        if role == TIP:
            return tip(line.cells[index.column()])
        return "，".join(filter(None, line.cells)) if role == SPOKEN and not index.column() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == DISPLAY:
            return self._heads[section]
        return _ALIGNED.get(section) if role == ALIGN else None
