"""Blocks one after another onto pages: which of their lines and rows stand where, in mm from the top of the paper."""

from msgspec import Struct

from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.fitting import FittedTable, FittedText, TableFitting, TextFitting
from pbeditor.sheet.geometry import GAP_LINE, MM_A_POINT, type_area
from pbeditor.sheet.measure import Measure
from pbeditor.sheet.sheet import Block, Sheet, Table
from pbeditor.sheet.table_breaks import ROUNDING, Piece, Shown, least_beginning, next_piece

_LEAST_LINES = 2  # of a paragraph before and after a break


class Lines(Struct, frozen=True):
    """Lines of a paragraph from `first` on, `count` of them, the first one at `y`."""

    text: FittedText
    y: float
    first: int
    count: int


class Rows(Struct, frozen=True):
    """Rows of a table with the upper rule at `y`."""

    piece: Piece
    y: float


Placed = Lines | Rows


def flow(block_sheet: Sheet, layout: Layout, measure: Measure) -> list[list[Placed]]:
    """The pages of a sheet, at least one, each with what stands on it from top to bottom."""
    flowing = Flow(block_sheet.blocks, layout, measure)
    for number in range(len(block_sheet.blocks)):
        flowing.take(number)
    return flowing.pages


class Flow:
    """Goes down the pages; `_y` is where the next block begins."""

    def __init__(self, blocks: tuple[Block, ...], layout: Layout, measure: Measure) -> None:
        self._blocks = blocks
        self._texts = TextFitting(layout, measure)
        self._tables = TableFitting(layout, measure)
        self._top = layout.page.top
        self._full = type_area(layout.page)[1]
        self._bottom = self._top + self._full
        self._y = self._top
        self._fitted: dict[int, FittedText | FittedTable] = {}
        self.pages: list[list[Placed]] = [[]]

    def take(self, number: int) -> None:
        """Place one block, on a new page where it or the title above it asks for one."""
        block = self._blocks[number]
        begins = isinstance(block, sheet.Paragraph) and block.page_before
        if self.pages[-1] and (begins or self._y + self._least(number) > self._bottom + ROUNDING):
            self._turn()
        fitted = self._fit(number)
        self._fitted.pop(number, None)
        if isinstance(fitted, FittedTable):
            self._take_table(fitted)
        elif fitted.paragraph.role == sheet.GAP:
            self._y += fitted.pitch if self.pages[-1] else 0
        else:
            self._take_text(fitted, keep_space=begins or number == 0)

    def _turn(self) -> None:
        self.pages.append([])
        self._y = self._top

    def _take_text(self, text: FittedText, *, keep_space: bool) -> None:
        if self.pages[-1] or keep_space:
            self._y += text.before
        first = 0
        while first < text.lines:
            count = self._lines_that_fit(text, text.lines - first)
            if count:  # pragma: no branch - `take` begins a text where some of its lines fit
                self.pages[-1].append(Lines(text, self._y, first, count))
                self._y += count * text.pitch
                first += count
            if first < text.lines:
                self._turn()
        self._y += text.after

    def _lines_that_fit(self, text: FittedText, left: int) -> int:
        fit = int((self._bottom - self._y + ROUNDING) / text.pitch)
        if fit >= left:
            return left
        if not self.pages[-1]:
            return max(fit, 1)
        fit = min(fit, left - _LEAST_LINES)
        return fit if fit >= _LEAST_LINES else 0

    def _take_table(self, table: FittedTable) -> None:
        start: int = 0
        shown: Shown = {}
        while start < len(table.rows):
            piece = next_piece(table, start, shown, self._bottom - self._y, self._full)
            if piece:  # pragma: no branch - on the page where `take` begins a table its first row fits
                self.pages[-1].append(Rows(piece, self._y))
                self._y += piece.height
                start, shown = piece.following()
            if start < len(table.rows):
                self._turn()

    def _least(self, number: int) -> float:
        """The height below which a block must not begin on this page: titles stay with what they announce."""
        fitted = self._fit(number)
        if isinstance(fitted, FittedTable):
            return least_beginning(fitted, self._full) if fitted.rows else 0.0
        if fitted.keep_next:
            height = fitted.before + fitted.lines * fitted.pitch + fitted.after
            return height + (self._least(number + 1) if self._goes_on(number + 1) else 0.0)
        # Fewer lines than for two parts stay together.
        return fitted.before + (_LEAST_LINES if fitted.lines >= 2 * _LEAST_LINES else fitted.lines) * fitted.pitch

    def _goes_on(self, number: int) -> bool:
        """Whether there is a block of this number that may stand on the page of the one before."""
        return number < len(self._blocks) and not getattr(self._blocks[number], "page_before", False)

    def _fit(self, number: int) -> FittedText | FittedTable:
        if number not in self._fitted:
            self._fitted[number] = self._fit_block(self._blocks[number])
        return self._fitted[number]

    def _fit_block(self, block: Block) -> FittedText | FittedTable:
        if isinstance(block, Table):
            return self._tables.fit(block)
        if block.role == sheet.GAP:
            return FittedText(block, 1, GAP_LINE * MM_A_POINT, 0, 0, 0, 0, keep_next=True)
        return self._texts.fit(block)
