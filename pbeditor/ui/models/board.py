"""A short list to look at, whose rows lead to places: texts, bars and signs."""

from collections.abc import Hashable, Sequence
from typing import Any, Literal

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.roles import ALIGN, DISPLAY, NOTHING, RIGHT, SPOKEN, TIP, Index
from pbeditor.ui.widgets.signs import tip

Drawn = Literal["text", "bar", "share", "sign"]


class BoardColumn(Struct, frozen=True):
    """One column; how its cells are drawn beside or instead of their text. `width` in px, 0 takes what is left."""

    label: str
    width: int = 0
    drawn: Drawn = "text"
    right: bool = False


class BoardRow(Struct, frozen=True):
    """One row; `cells` are texts, `path` is where it leads, "" for nowhere.

    `bar` holds lengths (0 to 1) of what is drawn solid, hatched and empty one after another; `share` is 0 to 1.
    """

    key: Hashable
    cells: tuple[str, ...]
    path: str = ""
    bar: tuple[float, float, float] = (0, 0, 0)
    share: float = 0
    sign: str = ""
    explained: str = ""
    strong: bool = False


class BoardModel(QAbstractTableModel):
    """Shows rows; the same rows again announce nothing, others their exact spans."""

    def __init__(self, columns: Sequence[BoardColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[BoardRow] = []

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show other rows; keys are unique."""
        old = {row.key: row for row in self.rows}
        new = [known if (known := old.get(row.key)) == row and known is not None else row for row in rows]
        become(self, NOTHING, self.rows, new, [row.key for row in self.rows], [row.key for row in new])

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == DISPLAY:
            return row.cells[index.column()]
        if role == ALIGN:
            return RIGHT if column.right else None
        if role == TIP:
            return tip(row.explained)
        return " ".join(filter(None, row.cells)) if role == SPOKEN and not index.column() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == DISPLAY:
            return self.columns[section].label
        return RIGHT if role == ALIGN and self.columns[section].right else None
