"""The printed form of one project in a worksheet: both tables on one grid of columns."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.exchange.excel_cells import Look, Pen
from pbeditor.exchange.excel_choices import Choices
from pbeditor.exchange.excel_own import Marks
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
        first, edges = self._row, _edges(block, self._layout)
        for row in block.rows:
            widths = [self._cell(cell, edges) for cell in row.cells]
            texts = [
                (cell.text, cell.role, width) for cell, width in zip(row.cells, widths, strict=True) if cell.rows == 1
            ]
            self._pen.fit_row(self._worksheet, self._row, [("", sheet.VALUE, 1.0), *texts])
            self._row += 1
        heads = [first + place for place, row in enumerate(block.rows) if row.header]
        if heads:
            self._worksheet.print_title_rows = f"{heads[0]}:{heads[-1]}"

    def line(self, text: str, look: Look) -> None:
        """A text over the whole width."""
        self._pen.text(self._worksheet, self._row, 1, text, look)
        self._pen.merge(self._worksheet, (self._row, 1, self._row, max(len(self._lines) - 1, 1)), look)
        self._pen.fit_row(self._worksheet, self._row, [(text, look.role, self._lines[-1])])
        self._row += 1

    def _cell(self, cell: Cell, edges: list[float]) -> float:
        """Write one cell; returns its width in mm."""
        left, right = edges[cell.column], edges[cell.column + cell.columns]
        start, end = self._place(left), max(self._place(right), self._place(left) + 1)
        look = Look(cell.role, cell.align, cell.frame)
        self._pen.text(self._worksheet, self._row, start + 1, cell.text, look)
        self._marks.cell(cell)
        if cell.role == sheet.VALUE and cell.text:
            place = f"{get_column_letter(start + 1)}{self._row}"
            self.places.setdefault(cell.text, []).append(place)
        self._pen.merge(self._worksheet, (self._row, start + 1, self._row + cell.rows - 1, end), look)
        return right - left

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
