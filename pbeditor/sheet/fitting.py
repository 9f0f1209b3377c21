"""The texts of a sheet set in their columns: how many lines each takes and how tall its cell must be, in mm."""

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from pbeditor.model.form import Layout, Text
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import CELL_X, CELL_Y, LEAST_ROW, MM_A_POINT, RULE, geometry_of, pitch, text_of, type_area
from pbeditor.sheet.measure import Measure
from pbeditor.sheet.sheet import Build, Cell, Paragraph, Row, Table

# A text taller than this part of the type area is not said again after a break but goes on there.
_REPEATED_AT_MOST = 0.5


class FittedCell(Struct, frozen=True, gc=False):
    """A cell in rows `row` to `stop`, its box from `x` to `right`, its text of `lines` lines `pitch` apart."""

    cell: Cell
    row: int
    stop: int
    x: float
    right: float
    lines: int
    pitch: float
    repeats: bool  # said again on every page that the cell reaches
    room: float  # the width of the text

    @property
    def need(self) -> float:
        """The height that shows the whole text; as in Word the rule takes room of its own."""
        return self.lines * self.pitch + 2 * CELL_Y + RULE * MM_A_POINT


class FittedTable(Struct, frozen=True):
    """Cells by the row they begin in; `least` is what each row needs for the cells that stand in it alone."""

    rows: tuple[tuple[FittedCell, ...], ...]
    spans: tuple[FittedCell, ...]  # cells over several rows, the short ones first
    least: tuple[float, ...]
    header: int  # so many rows at the top are repeated on each page
    breaks: tuple[int, ...]  # rows before which a page may begin, the end of the table included


class FittedText(Struct, frozen=True, gc=False):
    """A paragraph of `lines` lines `pitch` apart; `x` and `width` are the place of its lines."""

    paragraph: Paragraph
    lines: int
    pitch: float
    before: float
    after: float
    width: float
    indent: float
    keep_next: bool


def number_room(layout: Layout) -> float:
    """What the page numbers of the contents take at the right: four digits."""
    return text_of(layout, sheet.ENTRY).size * MM_A_POINT * 2


class _Line(Struct, frozen=True):
    """What paragraphs of one role have in common."""

    style: Text
    width: float
    indent: float
    spacing: tuple[float, float, float]  # from line to line, before the first and after the last
    keep_next: bool


class TextFitting:
    """Sets the paragraphs of one sheet in the type area; a contents entry leaves room for its page number."""

    def __init__(self, layout: Layout, measure: Measure) -> None:
        self._layout = layout
        self._measure = measure
        self._roles: dict[str, _Line] = {}

    def fit(self, block: Paragraph) -> FittedText:
        """A paragraph with as many lines as it needs."""
        line = self._roles.get(block.role)
        if line is None:
            line = self._roles[block.role] = self._line(block.role)
        count = len(self._measure.lines(block.text, line.style, line.width, line.indent))
        return FittedText(block, count, *line.spacing, line.width, line.indent, line.keep_next)

    def _line(self, role: str) -> _Line:
        geometry, style = geometry_of(role), text_of(self._layout, role)
        em = style.size * MM_A_POINT
        width = type_area(self._layout.page)[0] - (number_room(self._layout) if role == sheet.ENTRY else 0.0)
        spacing = geometry.line * em, geometry.before * em, geometry.after * em
        return _Line(style, width, geometry.first * em, spacing, geometry.keep_next)


class _Place(Struct, frozen=True, gc=False):
    """Where a cell stands in all tables that are built alike."""

    row: int
    stop: int
    x: float
    right: float
    room: float
    style: Text
    pitch: float
    may_repeat: bool


class _Frame(Struct, frozen=True):
    """What tables that are built alike have in common."""

    rows: tuple[tuple[_Place, ...], ...]
    header: int
    breaks: tuple[int, ...]


class TableFitting:
    """Sets the tables of one sheet. Most are built like one before and say much that was said before."""

    def __init__(self, layout: Layout, measure: Measure) -> None:
        self._layout = layout
        self._measure = measure
        self._frames: dict[Build, _Frame] = {}
        self._lines: dict[tuple[str, str, float], int] = {}
        self._most = type_area(layout.page)[1] * _REPEATED_AT_MOST

    def fit(self, table: Table) -> FittedTable:
        """A table in the type area; wider ones are made narrower, so that nothing is lost beside the paper."""
        frame = self._frames.get(table.build)
        if frame is None:
            frame = self._frames[table.build] = self._frame(table)
        rows = tuple(
            [
                tuple([self._cell(cell, place) for cell, place in zip(row.cells, places, strict=True)])
                for row, places in zip(table.rows, frame.rows, strict=True)
            ]
        )
        spans = sorted([c for row in rows for c in row if c.stop - c.row > 1], key=lambda c: c.stop - c.row)
        least = tuple([max([LEAST_ROW, *[c.need for c in row if c.stop - c.row == 1]]) for row in rows])
        return FittedTable(rows, tuple(spans), least, frame.header, frame.breaks)

    def _cell(self, cell: Cell, place: _Place) -> FittedCell:
        text, room = cell.text, place.room
        lines = self._lines.get((text, cell.role, room))
        if lines is None:
            lines = len(self._measure.lines(text, place.style, room, 0.0)) if text else 1
            self._lines[text, cell.role, room] = lines
        repeats = place.may_repeat and lines * place.pitch <= self._most
        return FittedCell(cell, place.row, place.stop, place.x, place.right, lines, place.pitch, repeats, room)

    def _frame(self, table: Table) -> _Frame:
        found = [list(places) for places in _places(table)]
        edges = _edges(table, max((end for row in found for _, _, end in row), default=1), self._layout)
        rows = tuple(
            tuple(
                self._place(cell, index, min(index + cell.rows, len(found)), (edges[start], edges[end]))
                for cell, start, end in row
            )
            for index, row in enumerate(found)
        )
        labels = [p for row, places in zip(table.rows, rows, strict=True) for p in _labels(row, places)]
        header = next((index for index, row in enumerate(table.rows) if not row.header), len(rows))
        bounds = tuple(index for index in range(1, len(rows)) if not _kept(index, table, labels))
        return _Frame(rows, header, (*bounds, len(rows)))

    def _place(self, cell: Cell, row: int, stop: int, sides: tuple[float, float]) -> _Place:
        style, line = text_of(self._layout, cell.role), pitch(self._layout, cell.role)
        return _Place(
            row, stop, *sides, _text_width(sides[1] - sides[0]), style, line, cell.role == sheet.LABEL or stop - row > 1
        )


def _text_width(width: float) -> float:
    """The room for text in a box; the narrowest of boxes still takes a sign a line."""
    return max(width - 2 * CELL_X, width / 2, 1.0)


def _places(table: Table) -> Iterator[Iterator[tuple[Cell, int, int]]]:
    """The cells of each row with the grid lines between which they stand; those that overlap move to the right."""
    reaching: list[tuple[int, int, int]] = []  # rows still to cover, first and last grid line
    for row in table.rows:
        taken = {column for _, start, end in reaching for column in range(start, end)}
        placed = list(_placed(row.cells, taken))
        reaching = [(left - 1, start, end) for left, start, end in reaching if left > 1]
        reaching += [(cell.rows - 1, start, end) for cell, start, end in placed if cell.rows > 1]
        yield iter(placed)


def _placed(cells: tuple[Cell, ...], taken: set[int]) -> Iterator[tuple[Cell, int, int]]:
    free = 0
    for cell in cells:
        start = max(cell.column, free)
        while start in taken:
            start += 1
        free = max(cell.column + cell.columns, start + 1)
        yield cell, start, free


def _edges(table: Table, count: int, layout: Layout) -> list[float]:
    """The grid lines in mm from the left edge of the paper."""
    room = type_area(layout.page)[0]
    widths = table.widths if len(table.widths) >= count else (room / count,) * count
    scale = min(1.0, room / (sum(widths) or room))
    left = layout.page.left + (room - sum(widths) * scale) / 2
    return list(accumulate((width * scale for width in widths), initial=left))


def _labels(row: Row, places: tuple[_Place, ...]) -> Iterator[_Place]:
    return (place for cell, place in zip(row.cells, places, strict=True) if cell.role == sheet.LABEL)


def _kept(index: int, table: Table, labels: list[_Place]) -> bool:
    """Whether a row stays with the one above: heads and captions, sums, and rows that one label announces."""
    above = table.rows[index - 1]
    if index >= table.sums_at:
        return True
    if above.header or not any(cell.frame for cell in above.cells):
        return True
    return any(label.row < index < label.stop for label in labels)
