"""What one can do with chosen cells and rows of the grid; each is one step that undo takes back."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pbeditor.edit.indicators import (
    Cell,
    delete_indicators,
    duplicate_indicators,
    fill_down,
    insert_indicators,
    move_indicators,
    set_cells,
    shift_indicators,
    sort_indicators,
)
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.ui.editors.clipboard import copied, pasted
from pbeditor.ui.editors.grid_aims import Place
from pbeditor.ui.editors.grid_library import keep_rows
from pbeditor.ui.editors.grid_paste import Missing, ask, paste, told_of_hidden
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.session import Session

_KNOWN = 20  # steps whose chosen cells are known when they are undone


class GridCommands:
    """The commands of one grid. `tell` says what was done where it cannot be seen."""

    def __init__(self, session: Session, grid: IndicatorGrid, tell: Callable[[str], None]) -> None:
        self._session, self._grid, self._tell = session, grid, tell
        self._changed: deque[tuple[Document, Document, list[Place]]] = deque(maxlen=_KNOWN)
        self.ask_missing: Callable[[QWidget, int], Missing] = ask
        grid.filled.connect(self.fill)
        grid.row_header.dropped.connect(self.move_before)

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to work on."""
        return bool(self._grid.table.rows)

    def forget(self) -> None:
        """Another document is open: let the steps of the one before go."""
        self._changed.clear()

    def cells_of(self, before: Document, after: Document) -> list[Place]:
        """The cells that were chosen for the step between two documents; [] where that is not known."""
        step = {id(before), id(after)}
        return next((cells for old, new, cells in self._changed if {id(old), id(new)} == step), [])

    def edit(self) -> None:
        """Edit the current cell; where there is a list to choose from, it opens."""
        self._grid.start_editing()

    def open_list(self) -> None:
        """Edit the current cell with all open that it offers to choose from."""
        self._grid.open_list()

    def copy(self) -> None:
        """Put the chosen cells on the clipboard, those of hidden columns among them too; a gap becomes a blank."""
        if cells := self._grid.caret.spanned():
            self._put_on_clipboard(cells)
            self._tell_hidden(cells, "复制")

    def cut(self) -> None:
        """Copy and clear as one step."""
        if cells := self._grid.caret.spanned():
            self._put_on_clipboard(cells)
            self.fill("", cells, "剪切")
            self._tell_hidden(cells, "剪切")

    def clear(self) -> None:
        """Empty the chosen cells."""
        self.fill("", self._grid.caret.cells(), "清除内容")

    def fill(self, value: Cell, cells: Iterable[Place], label: str = "填充") -> None:
        """Put one value into many cells."""
        places, fields, twice = list(cells), self._grid.table.fields, self._grid.table.says_twice()
        self._change_cells(label, places, lambda project: set_cells(project, places, value, fields, twice=twice))

    def fill_down(self) -> None:
        """Repeat the topmost chosen cell of each column below it."""
        cells, fields = self._grid.caret.cells(), self._grid.table.fields
        self._change_cells("向下填充", cells, lambda project: fill_down(project, cells, fields))

    def paste(self) -> None:
        """Lay the clipboard over the grid; one value fills all chosen cells, a block repeats in a multiple of it."""
        block, cells = pasted(QGuiApplication.clipboard().mimeData()), self._grid.caret.cells()
        if block and len(block) == len(block[0]) == 1 and len(cells) > 1:
            self.fill(block[0][0], cells, "粘贴")
        elif block and self._grid.table.project() is not None:
            self._grid.leave()
            before = self._session.document
            self._tell_if(paste(self._session, self._grid, block, self.ask_missing))
            self._remember(before, self._grid.caret.spanned())

    def insert_above(self) -> None:
        """As many blank rows as are chosen, above them."""
        rows = self._grid.caret.rows()
        self._insert(rows[0] if rows else 0, max(len(rows), 1))

    def insert_below(self) -> None:
        """As many blank rows as are chosen, below them; one at the end where none is."""
        self._insert(self._grid.caret.below(), max(len(self._grid.caret.rows()), 1))

    def duplicate(self) -> None:
        """A copy of the chosen rows below them."""
        rows, ids = self._grid.caret.rows(), self._session.new_ids()
        if rows:
            chosen = self._ids(rows)
            self._change("复制行", lambda project: duplicate_indicators(project, chosen, ids))
            self._choose_rows(range(rows[-1] + 1, rows[-1] + len(rows) + 1))

    def delete(self) -> None:
        """The chosen rows go."""
        rows, column = self._grid.caret.rows(), self._grid.caret.place()[1]
        chosen = self._ids(rows)
        self._change("删除行", lambda project: delete_indicators(project, chosen))
        if rows:
            self._grid.caret.go_to(rows[0], column)

    def move_up(self) -> None:
        """The chosen rows one place up."""
        self._shift(-1)

    def move_down(self) -> None:
        """The chosen rows one place down."""
        self._shift(1)

    def move_before(self, row: int) -> None:
        """The chosen rows in front of another one, where they were dragged."""
        chosen = self._ids(self._grid.caret.rows())
        self._change("移动行", lambda project: move_indicators(project, chosen, row))

    def sort(self) -> None:
        """All rows in the order of the form's categories."""
        self._change("按类别排序", lambda project: sort_indicators(project, self._session.form))

    def keep(self) -> None:
        """Put the chosen rows into the user's indicator library."""
        self._grid.leave()
        self._tell(keep_rows(self._session, self._grid))

    def choose_rows(self) -> None:
        """Choose the whole of the rows in which something is chosen."""
        self._choose_rows(self._grid.caret.rows())

    def choose_columns(self) -> None:
        """Choose the whole of the columns in which something is chosen."""
        columns = sorted({column for _, column in self._grid.caret.cells()})
        self._grid.caret.choose_each(range(len(self._grid.table.rows)), columns)

    def _insert(self, at: int, count: int) -> None:
        """The new rows belong to the category of the row above them, as in a merged cell on paper."""
        self._grid.leave()  # what is typed above may be the category
        rows, ids = self._grid.table.rows, self._session.new_ids()
        level1 = rows[at - 1].level1 if at else ""
        new = [Indicator(next(ids), level1) for _ in range(count)]
        self._change("插入行", lambda project: insert_indicators(project, at, new))
        place = (at, 1 if level1 else 0)
        if count > 1:  # Tab then goes through the new rows, Enter down their columns
            self._choose_rows(range(at, at + count), place)
        else:
            self._grid.caret.go_to(*place)
        self._grid.setFocus()

    def _shift(self, step: int) -> None:
        self._grid.leave()
        chosen, before = self._ids(self._grid.caret.rows()), self._grid.table.project()
        if before is not None:
            rows = zip(before.indicators, shift_indicators(before, chosen, step).indicators, strict=True)
            count = sum(new.id != old.id and new.id in chosen for old, new in rows)
            label = f"{'上移' if step < 0 else '下移'} {count} 行"
            self._change(label, lambda project: shift_indicators(project, chosen, step))
            self._grid.scrollTo(self._grid.currentIndex())

    def _put_on_clipboard(self, cells: list[Place]) -> None:
        rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
        chosen, table = set(cells), self._grid.table
        block = [[table.cell(row, column) if (row, column) in chosen else "" for column in columns] for row in rows]
        QGuiApplication.clipboard().setMimeData(copied(block))

    def _tell_hidden(self, cells: list[Place], act: str) -> None:
        self._tell(told_of_hidden(self._grid, sorted({column for _, column in cells}), act))

    def _tell_if(self, sentence: str) -> None:
        if sentence:
            self._tell(sentence)

    def _ids(self, rows: Iterable[int]) -> list[str]:
        return [self._grid.table.rows[row].id for row in rows]

    def _choose_rows(self, rows: Iterable[int], current: Place | None = None) -> None:
        columns = range(len(self._grid.table.fields))
        self._grid.caret.choose_each(rows, columns, current)

    def _change_cells(self, label: str, cells: list[Place], edit: Callable[[Project], Project]) -> None:
        """Change just these cells, and know of them when that is undone."""
        self._grid.leave()
        before = self._session.document
        self._change(label, edit)
        self._remember(before, cells)

    def _remember(self, before: Document, cells: list[Place]) -> None:
        if self._session.document is not before:
            self._changed.append((before, self._session.document, cells))

    def _change(self, label: str, edit: Callable[[Project], Project]) -> None:
        if self._grid.table.project() is not None:
            self._grid.leave()
            self._grid.table.change(label, edit)
