"""Cells of a worksheet with looks that are made once and shared: a style a cell is many times slower."""

from collections.abc import Iterable
from copy import copy
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.exchange.excel_long import TALLEST, shortened, worksheet_rows
from pbeditor.exchange.excel_numbers import countable, exact_format
from pbeditor.exchange.xml_text import legal
from pbeditor.model.form import Layout
from pbeditor.sheet.geometry import CELL_X, CELL_Y, MM_A_POINT, pitch, text_of
from pbeditor.sheet.measure import EmMeasure

_RULE = Side(style="thin", color="000000")
_SURE = 0.94  # of a width: Excel keeps some for itself
_LINE = 1.4  # of the size: Excel sets lines closer than running text stands on paper
_MEASURE = EmMeasure()
_KEPT = 4096  # heights of texts
_FORMULA = ("=", "+", "-", "@")


class Look(NamedTuple):
    """How a cell looks: the role that tells the font, where the text stands, rules around it, a number format.

    In running text, and in a cell that is taller than a page or nearly so, the text stands at the top. A number, which
    cannot go on in a second line, shrinks: else Excel would show # instead.
    """

    role: str
    align: str = "left"
    frame: bool = True
    number: str = "General"
    tall: bool = False
    shrinks: bool = False


class Pen:
    """Writes into the worksheets of one workbook. Rows and columns count from 1."""

    def __init__(self, workbook: Workbook, layout: Layout) -> None:
        self._workbook = workbook
        self._layout = layout
        self._styles: dict[Look, Any] = {}
        self.need = lru_cache(maxsize=_KEPT)(self._height_of)

    def text(self, worksheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
        """A text that stays one, whatever it begins with; no more than a cell holds is wanted."""
        cell = self._styled(worksheet, row, column, look)
        if text:
            cell._value = shortened(legal(text))  # noqa: SLF001  nothing is to be guessed of it
            cell.data_type = "s"
        if text.startswith(_FORMULA):
            cell._style = copy(cell._style)  # noqa: SLF001  else the mark would be on every cell of this look
            cell.quotePrefix = True  # a person who edits the cell does not make a formula of it either

    def number(self, worksheet: Worksheet, row: int, column: int, value: Decimal | int, look: Look) -> None:
        """A number that can be summed."""
        self._styled(worksheet, row, column, look._replace(shrinks=True)).value = value

    def typed(self, worksheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
        """A number that shows as it was typed, or a text where that cannot be."""
        value, code = countable(text), exact_format(text)
        if value is None or not code:
            self.text(worksheet, row, column, text, look)
        else:
            self.number(worksheet, row, column, value, look._replace(number=code))

    def formula(self, worksheet: Worksheet, row: int, column: int, formula: str, look: Look) -> None:
        """A formula of our own."""
        self._styled(worksheet, row, column, look._replace(shrinks=True)).value = f"={formula}"

    def merge(self, worksheet: Worksheet, place: tuple[int, int, int, int], look: Look) -> None:
        """One cell over first row, first column, last row, last column; its rules go all around."""
        top, left, bottom, right = place
        if (top, left) == (bottom, right):
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._styled(worksheet, row, column, look)
        # Straight into the set: the library would compare each range with all others.
        worksheet.merged_cells.ranges.add(CellRange(min_col=left, min_row=top, max_col=right, max_row=bottom))

    def fit_row(self, worksheet: Worksheet, row: int, cells: Iterable[tuple[str, str, float]]) -> None:
        """Make a row as tall as its texts need, given as (text, role, width in mm); Excel does not for merged cells."""
        self.set_row(worksheet, row, max((self.need(*cell) for cell in cells), default=0.0))

    def fit_line(self, worksheet: Worksheet, row: int, cells: Iterable[tuple[str, str, float]]) -> int:
        """The same for a line of a list, which takes as many rows as Excel lets its texts show in; how many these are.

        Its cells are to be merged over them.
        """
        fitted = ((shortened(text), role, width) for text, role, width in cells)
        heights = worksheet_rows(max((self.need(*cell) for cell in fitted), default=0.0))
        for place, height in enumerate(heights, row):
            self.set_row(worksheet, place, height)
        return len(heights)

    def set_row(self, worksheet: Worksheet, row: int, height: float) -> None:
        """Give a row a height in mm, at most what Excel allows."""
        worksheet.row_dimensions[row].height = min(height, TALLEST) / MM_A_POINT

    def _height_of(self, text: str, role: str, width: float) -> float:
        """The height in mm that a text of this role needs in this width; `need` remembers it."""
        style = text_of(self._layout, role)
        lines = _MEASURE.lines(text, style, width * _SURE - 2 * CELL_X)
        return len(lines) * min(pitch(self._layout, role), style.size * _LINE * MM_A_POINT) + 2 * CELL_Y

    def _styled(self, worksheet: Any, row: int, column: int, look: Look) -> Any:
        # As worksheet.cell() does, without asking each time whether row and column are numbers.
        cells = worksheet._cells  # noqa: SLF001
        cell: Any = cells.get((row, column))
        if cell is None:
            cell = cells[row, column] = Cell(worksheet, row, column)
        cell._style = self._styles.get(look) or self._style(look)  # noqa: SLF001  the one fast way to share a style
        return cell

    def _style(self, look: Look) -> Any:
        model: Any = Cell(self._workbook.worksheets[0], 1, 1)
        text = text_of(self._layout, look.role)
        model.font = Font(name=text.fonts[0], size=text.size, bold=text.bold)
        model.alignment = Alignment(
            horizontal=look.align,
            vertical="top" if look.tall else "center",
            wrap_text=not look.shrinks,
            shrink_to_fit=look.shrinks or None,
        )
        model.border = Border(_RULE, _RULE, _RULE, _RULE) if look.frame else Border()
        model.number_format = look.number
        self._styles[look] = model._style  # noqa: SLF001
        return self._styles[look]
