"""What the fixes of one rule would change: a tick, the text before and after, and where."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from pbeditor.check.problem import Fix, Problem
from pbeditor.edit.place_name import place_name
from pbeditor.model.place import lasting_place
from pbeditor.ui.editors.fixes import before_and_after, place_of_fix
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.excerpts import differing
from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.models.roles import DISPLAY, NOTHING, SPOKEN, TICK, TIP, Index
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.signs import tip

BEFORE, AFTER, PLACE = range(3)
HEADERS = ("原文", "改为", "位置")


class _Row(Struct, frozen=True):
    """One finding that can be mended; `key` stays while rows and projects move."""

    key: tuple[str, str]
    fix: Fix
    texts: tuple[str, str, str]
    excerpts: tuple[Excerpt, Excerpt]


class FixTable(QAbstractTableModel):
    """All are ticked at first; a tick taken away stays away while the document changes."""

    ticked = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[_Row] = []
        self._left_out: set[tuple[str, str]] = set()

    def show(self, problems: Sequence[Problem], *, afresh: bool) -> None:
        """Show what can be mended of these findings; `afresh` for those of another rule."""
        rows = [self._row(problem) for problem in problems if problem.fix]
        self._left_out = set() if afresh else self._left_out
        become(self, NOTHING, self._rows, rows, [row.key for row in self._rows], [row.key for row in rows])
        self.ticked.emit()

    def chosen(self) -> list[Fix]:
        """The ticked fixes."""
        return [row.fix for row in self._rows if row.key not in self._left_out]

    def still_chosen(self, problems: Sequence[Problem]) -> list[Fix]:
        """The ticked fixes as the present findings have them: none of what became another text than is shown."""
        ticked = {(row.key, row.texts[BEFORE], row.texts[AFTER]) for row in self._rows if row.key not in self._left_out}
        rows = (self._row(problem) for problem in problems if problem.fix)
        return [row.fix for row in rows if (row.key, row.texts[BEFORE], row.texts[AFTER]) in ticked]

    def excerpt(self, index: Index) -> Excerpt | None:
        """What a row shows of its text, with the part that changes marked; None in the column of places."""
        return self._rows[index.row()].excerpts[index.column()] if index.column() < PLACE else None

    def tick_all(self, ticked: bool) -> None:
        """Tick every fix, or none."""
        self._left_out = set() if ticked else {row.key for row in self._rows}
        if self._rows:
            self.dataChanged.emit(self.index(0, BEFORE), self.index(len(self._rows) - 1, BEFORE))
        self.ticked.emit()

    def _row(self, problem: Problem) -> _Row:
        document = self._session.document
        where = place_name(document, self._session.form, place_of_fix(document, problem))
        before, after = before_and_after(document, problem)
        key = (lasting_place(document, problem.path), problem.message)
        return _Row(key, problem.fix, (before, after, where), differing(before, after))

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return item_flags.NONE
        return item_flags.TICKED if index.column() == BEFORE else item_flags.LEAF

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == DISPLAY:
            excerpt = self.excerpt(index)
            return excerpt.text if excerpt else row.texts[PLACE]
        if role == TICK and index.column() == BEFORE:
            return Qt.CheckState.Unchecked if row.key in self._left_out else Qt.CheckState.Checked
        if role == SPOKEN:
            return f"{row.texts[BEFORE]}，改为{row.texts[AFTER]}，{row.texts[PLACE]}"
        return tip(row.texts[index.column()]) if role == TIP else None

    def setData(self, index: Index, value: Any, role: int = TICK) -> bool:
        if role != TICK or not index.isValid() or index.column() != BEFORE:
            return False
        change = self._left_out.discard if Qt.CheckState(value) == Qt.CheckState.Checked else self._left_out.add
        change(self._rows[index.row()].key)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        return HEADERS[section] if role == DISPLAY and orientation == Qt.Orientation.Horizontal else None
