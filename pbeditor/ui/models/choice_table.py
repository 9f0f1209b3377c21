"""Lines that each have several answers, of which one is chosen; the likeliest stands first."""

from collections.abc import Hashable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from pbeditor.ui.models.roles import DISPLAY, INK, NOTHING, TIP, Index
from pbeditor.ui.theme import faint
from pbeditor.ui.widgets.signs import tip

WHERE, ANSWER = 0, 2  # the columns with the place and the answer


class ChoiceRow(Struct, frozen=True):
    """One question: where it arises, what is asked, and the answers in words; without answers it is to be read only."""

    key: Hashable
    where: str
    asked: str
    answers: tuple[str, ...] = ()


class ChoiceTable(QAbstractTableModel):
    """Rows stay; `chosen` has the number of the answer by key. An open question shows its likeliest answer paler."""

    chosen_changed = Signal()

    def __init__(self, heads: tuple[str, str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = heads
        self.rows: Sequence[ChoiceRow] = ()
        self.chosen: dict[Hashable, int] = {}

    def show_rows(self, rows: Sequence[ChoiceRow], chosen: dict[Hashable, int]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows, self.chosen = rows, chosen
        self.endResetModel()

    def choose(self, row: int, answer: int) -> None:
        """Give the answer with this number, if the line has so many."""
        if 0 <= answer < len(self.rows[row].answers):
            self.chosen = {**self.chosen, self.rows[row].key: answer}
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
            self.chosen_changed.emit()

    def choose_likely(self) -> None:
        """Answer all open questions in the likeliest way."""
        self.chosen = {**{row.key: 0 for row in self.rows if row.answers}, **self.chosen}
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))
        self.chosen_changed.emit()

    def next_open(self, row: int) -> int:
        """The next line below `row` with an open question, or the first one; `row` itself where all are answered."""
        order = [*range(row + 1, len(self.rows)), *range(row + 1)]
        return next((each for each in order if self._is_open(each)), row)

    @property
    def open_count(self) -> int:
        """How many questions have no answer yet."""
        return sum(self._is_open(row) for row in range(len(self.rows)))

    def _is_open(self, row: int) -> bool:
        return bool(self.rows[row].answers) and self.rows[row].key not in self.chosen

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == INK and index.column() == ANSWER and self._is_open(index.row()):
            return faint(QGuiApplication.palette())
        if role not in (DISPLAY, TIP):
            return None
        text = (row.where, row.asked, self._answer(row))[index.column()]
        return tip(text) if role == TIP else text.replace("\n", " ")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY:
            return None
        return self._heads[section] if orientation == Qt.Orientation.Horizontal else section + 1

    def _answer(self, row: ChoiceRow) -> str:
        if not row.answers:
            return "请在草稿中核对"
        chosen = self.chosen.get(row.key)
        return f"{row.answers[0]}（待确认）" if chosen is None else f"✓ {row.answers[chosen]}"
