"""A table of a Word file as cells at exact grid places.

Written by hand over the XML because the usual library gives a merged cell once a place and refuses irregular merges.
"""

from functools import lru_cache

from msgspec.structs import replace

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.markup import Element, W, whole
from pbeditor.exchange.twips import mm
from pbeditor.exchange.word_in_text import STYLE, VAL, Taker, Words, is_on
from pbeditor.exchange.word_names import CELL_ROLES, HOLE
from pbeditor.sheet.sheet import Cell, Row, Table

_SPAN, _DOWN, _ACROSS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
_BEGIN = "restart"  # any other value goes on with the merged cell
_GRID, _WIDTH = f"{W}tblGrid", f"{W}w"
_SIDES = 4


class TableWalk:
    """Takes the elements of one pruned table in their order and builds its rows."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._marks: dict[str, Taker] = {
            f"{W}tr": self._begin_row,
            f"{W}gridBefore": self._take_open_places,
            f"{W}tblHeader": self._take_header,
            f"{W}tc": self._begin_cell,
            f"{W}tcBorders": self._take_borders,
        }
        self._tags = (*words.tags, *self._marks, _SPAN, _DOWN, _ACROSS)

    def read(self, table: Element) -> Table:
        """The table with cells, spans, header rows and, where they fit the cells, widths. Raises ExcessError."""
        self._rows: list[list[Cell]] = []
        self._headers: list[bool] = []
        self._above: dict[int, tuple[int, int]] = {}  # grid column -> row and place of a cell that may go on downwards
        self._below: dict[int, tuple[int, int]] = {}  # the same for the next row
        self._column = 0
        self._places = 0  # grid places that the widest row takes
        self._in_cell = False
        self._words.gather(table.iter(*self._tags), self._marks)
        self._end_row()
        if self._places * len(self._rows) > limits.PLACES:
            raise ExcessError(limits.PLACES)
        return Table(tuple(map(_row, self._rows, self._headers)), self._widths(table))

    def _begin_row(self, _: Element) -> None:
        self._end_row()
        self._above, self._below = self._below, {}
        self._column = 0
        if len(self._rows) >= limits.ROWS:
            raise ExcessError(limits.ROWS)
        self._rows.append([])
        self._headers.append(False)

    def _end_row(self) -> None:
        if self._in_cell:
            self._end_cell()
        self._in_cell = False
        self._places = max(self._places, self._column)

    def _take_open_places(self, element: Element) -> None:
        self._column = min(whole(element.get(VAL, "")), limits.COLUMNS)

    def _take_header(self, element: Element) -> None:
        self._headers[-1] = is_on(element)

    def _begin_cell(self, _: Element) -> None:
        if self._in_cell:
            self._end_cell()
        self._words.begin()
        self._in_cell = True
        self._borders: Element | None = None

    def _take_borders(self, element: Element) -> None:
        self._borders = element

    def _end_cell(self) -> None:
        facts = self._words.facts
        columns = _span(facts[_SPAN]) if _SPAN in facts else 1
        merged = (_DOWN in facts or _ACROSS in facts) and self._merge(facts, columns)
        style = self._words.style if STYLE in facts else ""
        if not merged and style != HOLE[0]:
            self._rows[-1].append(self._cell(columns, style))
        self._column += columns

    def _merge(self, facts: dict[str, str], columns: int) -> bool:
        """Whether the place belongs to a cell at its left or above, which then grows."""
        cells = self._rows[-1]
        if facts.get(_ACROSS, _BEGIN) != _BEGIN and cells:
            cells[-1] = replace(cells[-1], columns=cells[-1].columns + columns)
            return True
        if _DOWN not in facts:
            return False
        upper = self._above.get(self._column) if facts[_DOWN] != _BEGIN else None
        if upper is None or self._rows[upper[0]][upper[1]].columns != columns:
            self._below[self._column] = len(self._rows) - 1, len(cells)
            return False
        row, place = self._below[self._column] = upper
        self._rows[row][place] = replace(self._rows[row][place], rows=len(self._rows) - row)
        return True

    def _cell(self, columns: int, style: str) -> Cell:
        words = self._words
        role = CELL_ROLES.get(style)
        frame = self._borders is None or (role is None and not _invisible(self._borders))
        return Cell(words.runs(), self._column, columns, 1, role or "", words.align, frame)

    def _widths(self, table: Element) -> tuple[float, ...]:
        """Grid columns in mm to a tenth; none where the file's grid does not fit its cells."""
        grid = table.find(_GRID)
        widths = [] if grid is None else [_width(column.get(_WIDTH, "")) for column in grid]
        return () if len(widths) < self._places or -1.0 in widths else tuple(widths)


@lru_cache(1024)
def _span(text: str) -> int:
    return min(whole(text, 1), limits.COLUMNS) or 1


@lru_cache(1024)
def _width(text: str) -> float:
    twips = whole(text, -1)
    return mm(twips) if twips >= 0 else -1.0


def _row(cells: list[Cell], header: bool) -> Row:
    return Row(tuple(cells), header)


def _invisible(borders: Element) -> bool:
    sides = [side.get(VAL, "") for side in borders]
    return len(sides) >= _SIDES and all(side in ("nil", "none") for side in sides)
