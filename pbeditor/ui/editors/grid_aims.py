"""Where keys lead in the grid. No move ends in a hidden column: nobody would see what is typed there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

Place = tuple[int, int]  # row, column
_ARROWS = {
    int(Qt.Key.Key_Up): (-1, 0),
    int(Qt.Key.Key_Down): (1, 0),
    int(Qt.Key.Key_Left): (0, -1),
    int(Qt.Key.Key_Right): (0, 1),
}
_ENDS = {int(Qt.Key.Key_Home): -1, int(Qt.Key.Key_End): 1}
_PAGES = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1}


def nearest(view: QTableView, column: int, right: int = 0) -> int:
    """The nearest column on the screen; only to the `right` (1) or left (-1) of this one if wanted. -1 for none."""
    places = (place for place in range(view.model().columnCount()) if not view.isColumnHidden(place))
    fitting = [place for place in places if (place - column) * right >= 0]
    return min(fitting, key=lambda place: (abs(place - column), -place), default=-1)


def beside(view: QTableView, column: int, right: int) -> int:
    """The next column on the screen; the same at the edge."""
    place = nearest(view, column + right, right)
    return nearest(view, column) if place < 0 else place


def aim(view: QTableView, key: int, *, far: bool) -> Place | None:
    """Where an arrow, Home, End or a page key leads from the current cell, `far` with Ctrl; None for other keys."""
    row, column = view.currentIndex().row(), view.currentIndex().column()
    if row < 0:
        return None
    if key in _ARROWS:
        down, right = _ARROWS[key]
        return (_last(view, down, row), _edge(view, right, column)) if far else _by_one(view, row, column, down, right)
    if key in _ENDS:
        return _last(view, _ENDS[key], row) if far else row, _edge(view, _ENDS[key], column)
    return (_page(view, row, _PAGES[key]), column) if key in _PAGES and not far else None


def _by_one(view: QTableView, row: int, column: int, down: int, right: int) -> Place:
    return min(max(row + down, 0), view.model().rowCount() - 1), beside(view, column, right)


def _last(view: QTableView, down: int, row: int) -> int:
    """The last row downwards, the first upwards; the same for neither."""
    return view.model().rowCount() - 1 if down > 0 else 0 if down else row


def _edge(view: QTableView, right: int, column: int) -> int:
    return nearest(view, view.model().columnCount() - 1 if right > 0 else 0 if right else column)


def _page(view: QTableView, row: int, down: int) -> int:
    """The row a screenful away, at least the next one."""
    away = view.rowAt(view.rowViewportPosition(row) + down * view.viewport().height())
    if away < 0:  # nothing there: Qt answers for what is scrolled off too
        return _last(view, down, row)
    return max(away, min(row + 1, _last(view, 1, row))) if down > 0 else min(away, max(row - 1, 0))
