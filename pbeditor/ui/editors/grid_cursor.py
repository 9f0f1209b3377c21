"""Moving in the grid as Excel does: with Enter and Tab, inside a chosen block where there is one; and choosing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from pbeditor.ui.editors.cell_keys import Ending
from pbeditor.ui.editors.grid_aims import Place, aim, beside, nearest
from pbeditor.ui.models.row_changes import spans

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_FLAG = QItemSelectionModel.SelectionFlag


class GridCursor:
    """The current cell of a table view and what is chosen."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._tab_column: int | None = None  # where Tab began: Enter goes back below it

    def place(self) -> Place:
        """The current cell; (-1, -1) for none."""
        index = self._view.currentIndex()
        return index.row(), index.column()

    def cells(self) -> list[Place]:
        """The chosen cells that are to be seen, in reading order."""
        return sorted((index.row(), index.column()) for index in self._view.selectedIndexes())

    def spanned(self) -> list[Place]:
        """The same with the cells of hidden columns that the choice goes over."""
        return sorted((index.row(), index.column()) for index in self._view.selectionModel().selectedIndexes())

    def rows(self) -> list[int]:
        """The rows in which something is chosen or current."""
        return sorted({row for row, _ in self.cells()} or {self.place()[0]} - {-1})

    def go_to(self, row: int, column: int) -> None:
        """Make one cell current and alone chosen, whatever keys are held, and bring it into view."""
        model = self._view.model()
        index = model.index(min(row, model.rowCount() - 1), nearest(self._view, max(column, 0)))
        if index.isValid():
            self._view.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self._view.scrollTo(index)

    def go_nowhere(self) -> None:
        """No cell is current or chosen, so that what is typed replaces none; the end of the grid is in view."""
        self._view.selectionModel().clear()
        self._view.scrollToBottom()

    def below(self) -> int:
        """The row in front of which one comes in that is put below: at the end while no cell is current."""
        rows = self.rows()
        return rows[-1] + 1 if rows else self._view.model().rowCount()

    def choose(self, top: int, left: int, bottom: int, right: int) -> None:
        """Choose a block of cells; its first is current."""
        self.choose_each(range(top, bottom + 1), range(left, right + 1))

    def choose_each(self, rows: Iterable[int], columns: Sequence[int], current: Place | None = None) -> None:
        """Choose the cells where any of `rows` meets any of `columns`, both ascending; `current` as below."""
        self.choose_cells(((row, column) for row in rows for column in columns), current)

    def choose_cells(self, cells: Iterable[Place], current: Place | None = None) -> None:
        """Choose just these cells, given in reading order; the first is current unless another is wanted."""
        places = list(cells)
        if places:
            self.go_to(*(current or places[0]))
            self._view.selectionModel().select(self._blocks(places), _FLAG.ClearAndSelect)

    def step(self, how: Ending) -> None:
        """Go where `how` says: inside a chosen block around its cells; Tab row by row, Enter below where Tab began."""
        down, right, manner = how.value
        row, column = self.place()
        if not (down or right):
            return
        if row < 0:
            self.go_to(0, 0)
            return
        if len(cells := self.cells()) > 1 and (row, column) in cells and (manner or down):
            self._step_inside(cells, down + right, by_rows=bool(right))
            return
        if manner:
            began = column if self._tab_column is None else self._tab_column
            self._wrap(row, column, right)
            self._tab_column = began
            return
        below = self._tab_column if down and self._tab_column is not None else beside(self._view, column, right)
        self._tab_column = None
        self.go_to(max(row + down, 0), below)

    def forget_tab(self) -> None:
        """Another way of moving was used: Enter goes straight down again."""
        self._tab_column = None

    def move(self, event: QKeyEvent) -> bool:
        """Arrows, Home, End and pages: alone or with Ctrl they move, with Shift they choose; False for other keys."""
        held = event.modifiers() & ~_KEYPAD
        place = None if held & ~(_SHIFT | _CONTROL) else aim(self._view, event.key(), far=bool(held & _CONTROL))
        if place is not None:
            self.forget_tab()
            (self.extend_to if held & _SHIFT else self.go_to)(*place)
        return place is not None

    def extend_to(self, row: int, column: int) -> None:
        """Choose everything between the corner where the choice began and a cell, which becomes current.

        Qt has a corner of its own, which does not follow the moves made here.
        """
        model, anchor = self._view.model(), self._anchor()
        index = model.index(row, nearest(self._view, column))
        if index.isValid() and model.index(*anchor).isValid():
            chosen = self._view.selectionModel()
            chosen.select(QItemSelection(model.index(*anchor), index), _FLAG.ClearAndSelect)
            chosen.setCurrentIndex(index, _FLAG.NoUpdate)
            self._view.scrollTo(index)

    def _blocks(self, cells: list[Place]) -> QItemSelection:
        """As few ranges as rows that are chosen alike need."""
        by_row: dict[int, list[int]] = {}
        for row, column in cells:
            by_row.setdefault(row, []).append(column)
        alike: dict[tuple[int, ...], list[int]] = {}
        for row, columns in by_row.items():
            alike.setdefault(tuple(columns), []).append(row)
        model, blocks = self._view.model(), QItemSelection()
        for columns_, rows in alike.items():
            for top, bottom in spans(rows):
                for left, right in spans(columns_):
                    blocks.select(model.index(top, left), model.index(bottom, right))
        return blocks

    def _anchor(self) -> Place:
        """The corner of the chosen block that lies opposite the current cell."""
        cells, (row, column) = self.cells(), self.place()
        if not cells:
            return row, column
        rows, columns = {place[0] for place in cells}, {place[1] for place in cells}
        if len(cells) != len(columns) * (max(rows) - min(rows) + 1):
            return row, column  # no block: as in Excel a new choice begins at the current cell
        far_row = max(rows) if row == min(rows) else min(rows)
        return far_row, max(columns) if column == min(columns) else min(columns)

    def _step_inside(self, cells: list[Place], step: int, *, by_rows: bool) -> None:
        ordered = cells if by_rows else sorted(cells, key=lambda place: (place[1], place[0]))
        row, column = ordered[(ordered.index(self.place()) + step) % len(ordered)]
        index = self._view.model().index(row, column)
        self._view.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self._view.scrollTo(index)

    def _wrap(self, row: int, column: int, right: int) -> None:
        columns, rows = self._view.model().columnCount(), self._view.model().rowCount()
        place = row * columns + column + right
        while 0 <= place < rows * columns and self._view.isColumnHidden(place % columns):
            place += right
        if 0 <= place < rows * columns:
            self.go_to(place // columns, place % columns)
