"""Moving in the grid as Excel does: with Enter, Tab and Ctrl+arrows, inside a chosen block where there is one."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from pbeditor.ui.editors.cell_keys import Ending

Place = tuple[int, int]  # row, column
_FLAG = QItemSelectionModel.SelectionFlag
ARROWS = {
    int(Qt.Key.Key_Up): (-1, 0),
    int(Qt.Key.Key_Down): (1, 0),
    int(Qt.Key.Key_Left): (0, -1),
    int(Qt.Key.Key_Right): (0, 1),
}


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
        """The chosen cells in reading order."""
        return sorted((index.row(), index.column()) for index in self._view.selectedIndexes())

    def rows(self) -> list[int]:
        """The rows in which something is chosen or current."""
        return sorted({row for row, _ in self.cells()} or {self.place()[0]} - {-1})

    def go_to(self, row: int, column: int) -> None:
        """Make one cell current and alone chosen, whatever keys are held, and bring it into view."""
        model = self._view.model()
        index = model.index(min(row, model.rowCount() - 1), max(column, 0))
        if index.isValid():
            self._view.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self._view.scrollTo(index)

    def choose(self, top: int, left: int, bottom: int, right: int) -> None:
        """Choose a block of cells; its first is current."""
        self.go_to(top, left)
        model = self._view.model()
        block = QItemSelection(model.index(top, left), model.index(bottom, right))
        self._view.selectionModel().select(block, _FLAG.ClearAndSelect)

    def step(self, how: Ending) -> None:
        """Go where `how` says: inside a chosen block around its cells; Tab row by row, Enter below where Tab began."""
        down, right, manner = how.value
        row, column = self.place()
        if not (down or right) or row < 0:
            return
        if len(cells := self.cells()) > 1 and (row, column) in cells and (manner or down):
            self._step_inside(cells, down + right, by_rows=bool(right))
            return
        if manner:
            began = column if self._tab_column is None else self._tab_column
            self._wrap(row, column, right)
            self._tab_column = began
            return
        below = self._tab_column if down and self._tab_column is not None else self._beside(column, right)
        self._tab_column = None
        self.go_to(max(row + down, 0), below)

    def forget_tab(self) -> None:
        """Another way of moving was used: Enter goes straight down again."""
        self._tab_column = None

    def to_edge(self, down: int, right: int) -> None:
        """Ctrl+arrow: to the first or last row or column."""
        self.go_to(*self._edge(down, right))

    def extend(self, down: int, right: int) -> None:
        """Shift+arrow: the choice grows or shrinks by one row or column."""
        row, column = self.place()
        self.extend_to(row + down, column + right)

    def extend_to_edge(self, down: int, right: int) -> None:
        """Ctrl+Shift+arrow: the choice reaches to the first or last row or column."""
        self.extend_to(*self._edge(down, right))

    def extend_to(self, row: int, column: int) -> None:
        """Choose everything between the corner where the choice began and a cell, which becomes current.

        Qt has a corner of its own, which does not follow the moves made here.
        """
        model, anchor = self._view.model(), self._anchor()
        index = model.index(row, column)
        if index.isValid() and model.index(*anchor).isValid():
            chosen = self._view.selectionModel()
            chosen.select(QItemSelection(model.index(*anchor), index), _FLAG.ClearAndSelect)
            chosen.setCurrentIndex(index, _FLAG.NoUpdate)
            self._view.scrollTo(index)

    def _beside(self, column: int, right: int) -> int:
        """The next column on the screen; the same at the edge."""
        next_ = column + right
        while 0 <= next_ < self._view.model().columnCount():
            if not self._view.isColumnHidden(next_):
                return next_
            next_ += right or 1
        return column

    def _edge(self, down: int, right: int) -> Place:
        row, column = self.place()
        last_row, last_column = self._view.model().rowCount() - 1, self._view.model().columnCount() - 1
        edge_row = last_row if down > 0 else 0 if down else row
        return edge_row, last_column if right > 0 else 0 if right else column

    def _anchor(self) -> Place:
        """The corner of the chosen block that lies opposite the current cell."""
        cells, (row, column) = self.cells(), self.place()
        if not cells:
            return row, column
        rows, columns = [place[0] for place in cells], [place[1] for place in cells]
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
