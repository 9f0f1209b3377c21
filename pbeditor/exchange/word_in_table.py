"""A table of a Word file as cells at exact grid places.

Written by hand over the XML because the usual library gives a merged cell once a place and refuses irregular merges.
"""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from pbeditor.exchange import limits
from pbeditor.exchange.markup import Element, W, whole
from pbeditor.exchange.word_in_text import VAL, descend
from pbeditor.sheet.sheet import Cell, Row, Run, Table

TC, TR, TCPR, TRPR, GRID = f"{W}tc", f"{W}tr", f"{W}tcPr", f"{W}trPr", f"{W}tblGrid"
SPAN, DOWN, ACROSS, BORDERS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}tcBorders"
BEFORE, HEADER, DELETED = f"{W}gridBefore", f"{W}tblHeader", f"{W}del"
_SIDES = 4
MM_A_TWIP = 25.4 / 1440
_OFF = ("0", "false", "off", "none")


class Content(NamedTuple):
    """What stands in a cell; `own` says that one of our styles told the role, `hole` that the place is open."""

    runs: tuple[Run, ...] = ()
    role: str = ""
    align: str = "left"
    own: bool = False
    hole: bool = False


class Place(NamedTuple):
    """What w:tcPr says about a cell; `down` and `across` are "", "restart" or "continue"."""

    columns: int = 1
    down: str = ""
    across: str = ""
    borders: Element | None = None


def read_table(table: Element, content: Callable[[Element], Content]) -> Table:
    """The table with the cells that `content` reads; deleted rows are left out."""
    rows: list[list[Cell]] = []
    headers: list[bool] = []
    above: dict[int, tuple[int, int]] = {}  # grid column -> row and place of the cell that may go on downwards
    for tr in descend(table):
        if tr.tag != TR:
            continue
        before, header, deleted = _row_settings(tr)
        if not deleted:
            headers.append(header)
            rows.append([])
            above = _read_row(tr, before, rows, above, content)
    return Table(tuple(map(_row, rows, headers)), _widths(table, rows))


def _row(cells: list[Cell], header: bool) -> Row:
    return Row(tuple(cells), header)


def _read_row(
    tr: Element,
    column: int,
    rows: list[list[Cell]],
    above: dict[int, tuple[int, int]],
    content: Callable[[Element], Content],
) -> dict[int, tuple[int, int]]:
    """Put the cells of one row into the last of `rows`; returns which of them may go on in the next one."""
    below: dict[int, tuple[int, int]] = {}
    cells = rows[-1]
    for tc in descend(tr):
        if tc.tag != TC:
            continue
        place = _place(tc)
        upper = above.get(column) if place.down == "continue" else None
        if place.across == "continue" and cells:
            cells[-1] = replace(cells[-1], columns=cells[-1].columns + place.columns)
        elif upper and rows[upper[0]][upper[1]].columns == place.columns:
            cell = rows[upper[0]][upper[1]]
            rows[upper[0]][upper[1]] = replace(cell, rows=len(rows) - upper[0])
            below[column] = upper
        else:
            inside = content(tc)
            if place.down:
                below[column] = len(rows) - 1, len(cells)
            if not inside.hole:
                cells.append(_cell(inside, column, place))
        column = min(column + place.columns, limits.COLUMNS)
    return below


def _cell(inside: Content, column: int, place: Place) -> Cell:
    frame = place.borders is None or not (inside.own or _invisible(place.borders))
    return Cell(inside.runs, column, place.columns, role=inside.role, align=inside.align, frame=frame)


def _place(tc: Element) -> Place:
    properties = tc.find(TCPR)
    if properties is None:
        return Place()
    found = {child.tag: child for child in properties}
    return Place(
        _count(found.get(SPAN), 1) or 1,
        _merge(found.get(DOWN)),
        _merge(found.get(ACROSS)),
        found.get(BORDERS),
    )


def _row_settings(tr: Element) -> tuple[int, bool, bool]:
    """Grid places left open before the row, whether it repeats on each page, whether it was deleted."""
    properties = tr.find(TRPR)
    if properties is None:
        return 0, False, False
    found = {child.tag: child for child in properties}
    return _count(found.get(BEFORE), 0), is_on(found.get(HEADER)), DELETED in found


def is_on(element: Element | None) -> bool:
    """A switch of Word: on where it stands without a value."""
    return element is not None and element.get(VAL, "") not in _OFF


def _count(element: Element | None, otherwise: int) -> int:
    return otherwise if element is None else min(whole(element.get(VAL, ""), otherwise), limits.COLUMNS)


def _merge(element: Element | None) -> str:
    return "" if element is None else element.get(VAL, "continue")


def _invisible(borders: Element) -> bool:
    sides = [side.get(VAL, "") for side in borders]
    return len(sides) >= _SIDES and all(side in ("nil", "none") for side in sides)


def _widths(table: Element, rows: list[list[Cell]]) -> tuple[float, ...]:
    """Grid columns in mm to a tenth; none where the file's grid does not fit its cells."""
    grid = table.find(GRID)
    widths = [] if grid is None else [whole(column.get(f"{W}w", ""), -1) for column in grid]
    places = max((cell.column + cell.columns for cells in rows for cell in cells), default=0)
    if len(widths) < places or -1 in widths:
        return ()
    return tuple(round(width * MM_A_TWIP, 1) for width in widths)
