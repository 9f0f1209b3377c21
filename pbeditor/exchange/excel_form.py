"""The printed form of one project in a worksheet: both tables on one grid of columns."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.exchange.excel_cells import Look, Pen
from pbeditor.exchange.excel_choices import Choices
from pbeditor.exchange.excel_long import LOW, low_rows, pieces, worksheet_rows
from pbeditor.exchange.excel_marks import Marks
from pbeditor.exchange.excel_pages import column_width
from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import GAP_LINE, MM_A_POINT, type_area
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Table

_CENTRED = (sheet.TITLE, sheet.PART, sheet.PROJECT)
_SAME = 1.0  # mm; grid lines of the two tables that are nearer than this are one


def write_form(
    worksheet: Worksheet, blocks: Iterable[Block], layout: Layout, pen: Pen, marks: Marks, choices: Choices
) -> None:
    """Write the blocks of one project, or of the whole department, from the top of the worksheet on."""
    blocks = tuple(blocks)
    form = _Form(worksheet, _lines(blocks, layout), layout, pen, marks)
    if marks.above:
        form.line(marks.above, Look(sheet.VALUE, "right", frame=False))
    for block in blocks:
        if isinstance(block, Table):
            form.table(block)
        else:
            form.paragraph(block)
    choices.offer_all(worksheet, form.places)


class _Form:
    """A worksheet that grows downwards; `lines` are the grid's lines in mm from the left."""

    def __init__(self, worksheet: Worksheet, lines: list[float], layout: Layout, pen: Pen, marks: Marks) -> None:
        self._worksheet = worksheet
        self._lines = lines
        self._layout = layout
        self._pen = pen
        self._marks = marks
        self.places: dict[str, list[str]] = {}  # of cells, by the text in them
        self._row = 1
        for column, (left, right) in enumerate(pairwise(lines), 1):
            worksheet.column_dimensions[get_column_letter(column)].width = column_width(right - left)

    def paragraph(self, block: Paragraph) -> None:
        """A title over the whole width, or the gap between two tables."""
        if block.role == sheet.GAP:
            self._pen.set_row(self._worksheet, self._row, GAP_LINE * MM_A_POINT)
            self._row += 1
        else:
            look = Look(block.role, "center" if block.role in _CENTRED else "left", frame=False)
            self._marks.paragraph(block)
            self.line(block.text, look)

    def table(self, block: Table) -> None:
        """A table below what is there; its header rows repeat on every page."""
        edges = _edges(block, self._layout)
        self._marks.table(block)
        rows = [worksheet_rows(need) for need in self._needs(block, edges)]
        starts = list(accumulate(map(len, rows), initial=self._row))
        for place, row in enumerate(block.rows):
            self._marks.row(row, is_tall=len(rows[place]) > 1)
            for cell in row.cells:
                last = min(place + cell.rows, len(rows))
                self._row = starts[place]
                self._cell(cell, edges, starts[last] - starts[place], is_tall=starts[last] - starts[place] > cell.rows)
        self._set_rows(starts[0], [height for heights in rows for height in heights])
        heads = [place for place, row in enumerate(block.rows) if row.header]
        if heads:
            self._worksheet.print_title_rows = f"{starts[heads[0]]}:{starts[heads[-1] + 1] - 1}"

    def line(self, text: str, look: Look) -> None:
        """A text over the whole width."""
        heights = worksheet_rows(self._need(text, look.role, self._lines[-1]))
        first, look = self._row, look._replace(tall=len(heights) > 1 or look.role == sheet.BODY)
        self._write(text, (1, max(len(self._lines) - 1, 1)), len(heights), look, self._lines[-1])
        self._set_rows(first, heights)

    def _needs(self, block: Table, edges: list[float]) -> list[float]:
        """The heights of the rows in mm; what a cell over several rows still needs is given to the last of them."""
        least = self._pen.need("", sheet.VALUE, 1.0)
        needs = [least] * len(block.rows)
        cells = [(place, cell) for place, row in enumerate(block.rows) for cell in row.cells]
        for place, cell in sorted(cells, key=lambda each: each[1].rows > 1):
            need = self._need(cell.text, cell.role, edges[cell.column + cell.columns] - edges[cell.column])
            covered = slice(place, place + cell.rows)
            last = min(covered.stop, len(needs)) - 1
            needs[last] += max(need - sum(needs[covered]), 0.0)
        return needs

    def _need(self, text: str, role: str, width: float) -> float:
        """The height of a text in mm; its pieces take whole low rows each."""
        needs = [self._pen.need(piece.text, role, width) for piece in pieces(text)]
        return needs[0] if len(needs) == 1 else sum(low_rows(need) * LOW for need in needs)

    def _cell(self, cell: Cell, edges: list[float], rows: int, *, is_tall: bool) -> None:
        """Write one cell from the present row on, over so many rows of the worksheet."""
        left, right = edges[cell.column], edges[cell.column + cell.columns]
        start, end = self._place(left), max(self._place(right), self._place(left) + 1)
        self._marks.cell(cell)
        if cell.role == sheet.VALUE and cell.text:
            place = f"{get_column_letter(start + 1)}{self._row}"
            self.places.setdefault(cell.text, []).append(place)
        look = Look(cell.role, cell.align, cell.frame, tall=is_tall)
        self._write(cell.text, (start + 1, end), rows, look, right - left)

    def _write(self, text: str, columns: tuple[int, int], rows: int, look: Look, width: float) -> None:
        """Write a text over so many rows and go below them; each piece of a long one has a cell of its own."""
        end, parts = self._row + rows, pieces(text)
        self._marks.pieces(parts)
        for number, piece in enumerate(parts, 1):
            below = end if number == len(parts) else self._row + low_rows(self._pen.need(piece.text, look.role, width))
            self._pen.merge(self._worksheet, (self._row, columns[0], below - 1, columns[1]), look)
            write = self._pen.typed if self._may_count(piece.text, look, width) else self._pen.text
            write(self._worksheet, self._row, columns[0], piece.text, look)
            self._row = below

    def _may_count(self, text: str, look: Look, width: float) -> bool:
        """Whether a text may become a number: figures stand in the middle or at the right, codes begin at the left.

        A number has one line only.
        """
        is_figure = look.role == sheet.VALUE and look.align != "left"
        return is_figure and self._pen.need(text, look.role, width) <= self._pen.need("", look.role, width)

    def _set_rows(self, first: int, heights: list[float]) -> None:
        for row, height in enumerate(heights, first):
            self._pen.set_row(self._worksheet, row, height)
        self._row = first + len(heights)

    def _place(self, edge: float) -> int:
        return min(bisect_left(self._lines, edge - _SAME), len(self._lines) - 1)


def _lines(blocks: Iterable[Block], layout: Layout) -> list[float]:
    """The grid lines of all tables together, as far as a cell ends on them."""
    found = sorted(edge for block in blocks if isinstance(block, Table) for edge in _used(block, _edges(block, layout)))
    lines: list[float] = []
    for edge in found:
        if not lines or edge - lines[-1] > _SAME:
            lines.append(edge)
    return lines if len(lines) > 1 else [0.0, type_area(layout.page)[0]]


def _used(block: Table, edges: list[float]) -> set[float]:
    cells = [cell for row in block.rows for cell in row.cells]
    return {edges[place] for cell in cells for place in (cell.column, cell.column + cell.columns)}


def _edges(block: Table, layout: Layout) -> list[float]:
    count = max((cell.column + cell.columns for row in block.rows for cell in row.cells), default=1)
    even = (type_area(layout.page)[0] / count,) * count
    return list(accumulate(block.widths if len(block.widths) >= count else even, initial=0.0))
