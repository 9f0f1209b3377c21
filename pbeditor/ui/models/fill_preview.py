"""What a fill would change, project by project, with a box to leave one out."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from pbeditor.ui.models.roles import DISPLAY, EDIT, NOTHING, TICK, TIP, Index
from pbeditor.ui.widgets.signs import tip

HEADS = ("项目", "现在", "填写后")
SAME = "（不变）"
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PreviewRow(Struct, frozen=True):
    """One project: its part before and after, in words; the same where nothing changes."""

    id: str
    name: str
    is_chosen: bool
    before: str = ""
    after: str = ""

    @property
    def changes(self) -> bool:
        """Whether the fill changes this project."""
        return self.is_chosen and self.before != self.after


class FillPreviewModel(QAbstractTableModel):
    """The rows stay, their texts change."""

    chosen_changed = Signal()

    def __init__(self, rows: Iterable[PreviewRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = list(rows)

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the projects that are to be filled."""
        return frozenset(row.id for row in self.rows if row.is_chosen)

    def choose(self, wanted: bool) -> None:
        """Choose all projects or none."""
        self.rows = [replace(row, is_chosen=wanted) for row in self.rows]
        self.chosen_changed.emit()

    def show_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show other texts before and after, a pair a row."""
        self.rows = [replace(row, before=a, after=b) for row, (a, b) in zip(self.rows, texts, strict=True)]
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(HEADS) - 1))

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == TICK and index.column() == 0:
            return CHECKED if row.is_chosen else UNCHECKED
        if role not in (DISPLAY, TIP):
            return None
        after = (row.after if row.changes else SAME) if row.is_chosen else ""
        text = (row.name, row.before, after)[index.column()]
        return tip(text) if role == TIP else text.replace("\n", " ")

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if not index.isValid() or role != TICK or index.column():
            return False
        is_chosen = Qt.CheckState(value) == CHECKED
        self.rows[index.row()] = replace(self.rows[index.row()], is_chosen=is_chosen)
        self.dataChanged.emit(index, self.index(index.row(), len(HEADS) - 1))
        self.chosen_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and not index.column() else plain

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY:
            return None
        return HEADS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)
