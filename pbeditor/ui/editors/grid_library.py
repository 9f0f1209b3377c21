"""Between the grid and the indicator library: entries come in at a row, rows go out."""

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QFrame

from pbeditor.edit.library import entry_of, is_blank_row, row_from, with_rows_from
from pbeditor.model.document import Project
from pbeditor.model.library import Entry
from pbeditor.ui.editors.entry_mime import FORMAT, brought
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.session import Session
from pbeditor.ui.shelf import Shelf
from pbeditor.ui.trying import tried

_THICK = 3  # px of the line that shows where a drop would go
_LONGEST = 12  # characters of a name in the name of a step


class GridLibrary(QObject):
    """Watches drags over the grid; what they bring from elsewhere is left to the window."""

    def __init__(self, session: Session, grid: IndicatorGrid) -> None:
        super().__init__(grid)
        self._session, self._grid = session, grid
        self._line = QFrame(grid.viewport())
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Accent)
        self._line.hide()
        grid.viewport().setAcceptDrops(True)
        grid.viewport().installEventFilter(self)

    def insert(self, entries: Sequence[Entry], at: int | None = None) -> None:
        """Put rows in front of the one now at `at`, else below the current one or, where that is blank, in its place.

        One step; the cursor goes to the last new row, so that more can follow.
        """
        table, row = self._grid.table, self._grid.caret.place()[0]
        if table.project() is None or not entries:
            return
        self._grid.leave()
        takes_place = at is None and 0 <= row < len(table.rows) and is_blank_row(table.rows[row])
        place = at if at is not None else row + 1 if row >= 0 else len(table.rows)
        session, name = self._session, entries[0].name
        ids = session.new_ids()

        def edit(project: Project) -> Project:
            first = entries
            if takes_place:
                rows = project.indicators
                filled = row_from(entries[0], rows[row].id, session.form)
                project, first = replace(project, indicators=(*rows[:row], filled, *rows[row + 1 :])), entries[1:]
            return with_rows_from(project, place, first, ids, session.form)

        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        table.change(f"插入指标“{short}”" if len(entries) == 1 else f"插入 {len(entries)} 个指标", edit)
        self._grid.caret.go_to(place + len(entries) - 1 - takes_place, table.fields.index("name"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            return self._show_line(cast("QDragMoveEvent", event))
        if kind == QEvent.Type.Drop:
            return self._take(cast("QDropEvent", event))
        if kind == QEvent.Type.DragLeave:
            self._line.hide()
        return False

    def _show_line(self, event: QDragMoveEvent) -> bool:
        if not event.mimeData().hasFormat(FORMAT) or self._grid.table.project() is None:
            event.ignore()
            return True
        at, rows = self._row_at(event), len(self._grid.table.rows)
        y = self._grid.rowViewportPosition(at) if at < rows else self._bottom()
        self._line.setGeometry(0, max(y - _THICK // 2 - 1, 0), self._grid.viewport().width(), _THICK)
        self._line.show()
        self._line.raise_()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _take(self, event: QDropEvent) -> bool:
        self._line.hide()
        entries = brought(event.mimeData())
        if entries:
            self.insert(entries, self._row_at(event))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        return True

    def _row_at(self, event: QDropEvent) -> int:
        """The row in front of which a drop here goes: the nearest edge between two rows."""
        y, rows = event.position().toPoint().y(), len(self._grid.table.rows)
        row = self._grid.rowAt(y)
        if row < 0:
            return rows
        middle = self._grid.rowViewportPosition(row) + self._grid.rowHeight(row) // 2
        return row if y < middle else row + 1

    def _bottom(self) -> int:
        last = len(self._grid.table.rows) - 1
        return self._grid.rowViewportPosition(last) + self._grid.rowHeight(last) if last >= 0 else 0


def keep_rows(session: Session, grid: IndicatorGrid) -> str:
    """Put the chosen rows into the user's library; a sentence about it, "" where that failed."""
    rows = [grid.table.rows[row] for row in grid.caret.rows()]
    entries = [entry_of(row, session.document.title) for row in rows if row.name]
    if not entries:
        return "选中的行还没有三级指标名称，不能保存到指标库。"
    done = tried(grid.window(), lambda: Shelf.of(session).keep(entries))
    what = f"“{entries[0].name}”" if len(entries) == 1 else f" {len(entries)} 条指标"
    return f"已把{what}保存到指标库。" if done else ""
