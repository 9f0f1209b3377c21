"""Lines with a box to tick, under heads that tick all of their own; for lists from which a person chooses."""

from collections.abc import Hashable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from pbeditor.ui import letters
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.models.roles import ALIGN, DISPLAY, EDIT, FONT, LEFT, NOTHING, RIGHT, SPOKEN, TICK, TIP, Index
from pbeditor.ui.widgets.signs import tip

_STATES = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: Qt.CheckState.PartiallyChecked}


class TickRow(Struct, frozen=True):
    """One line: what it stands for, its texts by column, and which part of one of them is marked.

    A head has no key of its own and stands above the lines up to the next head. A line that `is_fixed` has no box.
    """

    texts: tuple[str, ...]
    key: Hashable = None
    is_head: bool = False
    is_fixed: bool = False
    excerpt: Excerpt | None = None


class TickTable(QAbstractTableModel):
    """The rows stay while their boxes change."""

    ticked_changed = Signal()

    def __init__(
        self,
        heads: Sequence[str],
        numbers: frozenset[int] = frozenset(),
        marked: int = -1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads, self._numbers, self._marked = heads, numbers, marked
        self.rows: Sequence[TickRow] = ()
        self.ticked: frozenset[Hashable] = frozenset()

    def show_rows(self, rows: Sequence[TickRow], ticked: frozenset[Hashable]) -> None:
        """Show other lines, of which those with these keys are ticked."""
        self.beginResetModel()
        self.rows, self.ticked = rows, ticked
        self.endResetModel()

    def tick(self, keys: frozenset[Hashable], wanted: bool) -> None:
        """Tick these lines, or untick them."""
        ticked = self.ticked | keys if wanted else self.ticked - keys
        if ticked != self.ticked:
            self.ticked = ticked
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
            self.ticked_changed.emit()

    def tick_all(self, wanted: bool) -> None:
        """Tick every line that has a box, or none."""
        self.tick(frozenset(row.key for row in self.rows if _has_box(row)), wanted)

    def keys_at(self, row: int) -> frozenset[Hashable]:
        """The key of a line, or the keys of all lines below a head."""
        if not self.rows[row].is_head:
            return frozenset({self.rows[row].key}) if _has_box(self.rows[row]) else frozenset()
        keys = []
        for below in self.rows[row + 1 :]:
            if below.is_head:
                break
            keys += [below.key] if _has_box(below) else []
        return frozenset(keys)

    def excerpt(self, index: Index) -> Excerpt | None:
        """The text of the marked column with the part that matters."""
        return self.rows[index.row()].excerpt if index.column() == self._marked else None

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if index.column() == 0 and role in (TICK, SPOKEN):
            spoken = "，".join(filter(None, row.texts))
            return spoken if role == SPOKEN else None if row.is_fixed else self._state(index.row())
        if role in (DISPLAY, TIP):
            text = row.texts[index.column()] if index.column() < len(row.texts) else ""
            return tip(text) if role == TIP else text.replace("\n", " ")
        if role == ALIGN:
            return RIGHT if index.column() in self._numbers else LEFT
        return letters.bold() if role == FONT and row.is_head else None

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if not index.isValid() or role != TICK or index.column():
            return False
        self.tick(self.keys_at(index.row()), Qt.CheckState(value) != Qt.CheckState.Unchecked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return item_flags.NONE
        return item_flags.LEAF if index.column() or self.rows[index.row()].is_fixed else item_flags.TICKED

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == ALIGN:
            return RIGHT if section in self._numbers else LEFT
        return self._heads[section] if role == DISPLAY else None

    def _state(self, row: int) -> Qt.CheckState:
        keys = self.keys_at(row)
        found = len(keys & self.ticked)
        return _STATES[None if 0 < found < len(keys) else bool(found)]


def _has_box(row: TickRow) -> bool:
    return not row.is_head and not row.is_fixed
