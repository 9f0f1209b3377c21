"""The texts of a sheet set in their columns: how many lines each takes and how tall its cell must be, in mm."""

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import CELL_X, CELL_Y, LEAST_ROW, MM_A_POINT, RULE, geometry_of, pitch, text_of, type_area
from pbeditor.sheet.measure import Measure
from pbeditor.sheet.sheet import Cell, Paragraph, Table

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

    @property
    def width(self) -> float:
        """From rule to rule."""
        return self.right - self.x

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


def fit_paragraph(block: Paragraph, layout: Layout, measure: Measure) -> FittedText:
    """A paragraph in the type area; a contents entry leaves room for its page number."""
    geometry, style = geometry_of(block.role), text_of(layout, block.role)
    em = style.size * MM_A_POINT
    indent = geometry.first * em
    width = type_area(layout.page)[0] - (number_room(layout) if block.role == sheet.ENTRY else 0.0)
    lines = len(measure.lines(block.text, style, width, indent))
    spacing = geometry.line * em, geometry.before * em, geometry.after * em
    return FittedText(block, lines, *spacing, width, indent, geometry.keep_next)


def number_room(layout: Layout) -> float:
    """What the page numbers of the contents take at the right: four digits."""
    return text_of(layout, sheet.ENTRY).size * MM_A_POINT * 2


def fit_table(table: Table, layout: Layout, measure: Measure) -> FittedTable:
    """A table in the type area; wider ones are made narrower, so that nothing is lost beside the paper."""
    places = [list(places) for places in _places(table)]
    edges = _edges(table, max((end for row in places for _, _, end in row), default=1), layout)
    fit = _Fit(layout, measure)
    rows = tuple(
        tuple(
            fit.cell(cell, index, min(index + cell.rows, len(places)), edges[start], edges[end])
            for cell, start, end in row
        )
        for index, row in enumerate(places)
    )
    spans = sorted((c for row in rows for c in row if c.stop - c.row > 1), key=lambda c: c.stop - c.row)
    least = tuple(max((c.need for c in row if c.stop - c.row == 1), default=0.0) for row in rows)
    header = next((index for index, row in enumerate(table.rows) if not row.header), len(table.rows))
    bounds = tuple(index for index in range(1, len(rows)) if not _kept(index, table, spans))
    return FittedTable(
        rows, tuple(spans), tuple(max(height, LEAST_ROW) for height in least), header, (*bounds, len(rows))
    )


class _Fit:
    """Measures the cells of one table; what depends on the role alone is looked up once."""

    def __init__(self, layout: Layout, measure: Measure) -> None:
        self._measure = measure
        roles = (sheet.LABEL, sheet.VALUE, sheet.LINE, "")
        self._styles = {role: (text_of(layout, role), pitch(layout, role)) for role in roles}
        self._most = type_area(layout.page)[1] * _REPEATED_AT_MOST

    def cell(self, cell: Cell, row: int, stop: int, x: float, right: float) -> FittedCell:
        style, line = self._styles[cell.role]
        lines = len(self._measure.lines(cell.text, style, text_width(right - x), 0.0))
        repeats = (cell.role == sheet.LABEL or stop - row > 1) and lines * line <= self._most
        return FittedCell(cell, row, stop, x, right, lines, line, repeats)


def text_width(width: float) -> float:
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


def _kept(index: int, table: Table, spans: list[FittedCell]) -> bool:
    """Whether a row stays with the one above: heads and captions, and rows that one label announces."""
    above = table.rows[index - 1]
    if above.header or not any(cell.frame for cell in above.cells):
        return True
    return any(c.cell.role == sheet.LABEL and c.row < index < c.stop for c in spans)
