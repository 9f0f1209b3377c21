"""The sheets of a workbook as blocks: what stands together without a blank row between is a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product
from typing import NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import Allowance, ExcessError
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph, Table

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


class Spread(NamedTuple):
    """One sheet: its cells that show something. Where a cell is blank there is none."""

    name: str
    cells: Sequence[Placed]


class Gathering:
    """Takes the cells of one sheet as its file tells them. Raises ExcessError."""

    def __init__(self) -> None:
        self._texts: dict[tuple[int, int], str] = {}
        self._merges: list[Merge] = []

    def add(self, row: int, column: int, text: str) -> None:
        """A cell with its text as shown."""
        text = clean(text)
        if text:
            self._texts[row, column] = text
            if len(self._texts) > limits.PLACES:
                raise ExcessError(limits.PLACES)

    def merge(self, merge: Merge) -> None:
        """Places that show the text of the first of them."""
        self._merges.append(merge)
        if len(self._merges) > limits.MERGES:
            raise ExcessError(limits.MERGES)

    def spread(self, name: str) -> Spread:
        """All of them; what a merged place hides is left out."""
        spans = {merge[:2]: merge for merge in self._merges if merge[:2] in self._texts}
        hidden = self._hidden(spans.values()) - spans.keys()
        cells = (_placed(place, text, spans.get(place)) for place, text in sorted(self._texts.items()))
        return Spread(name, tuple(cell for cell in cells if (cell.row, cell.column) not in hidden))

    def _hidden(self, merges: Iterable[Merge]) -> set[tuple[int, int]]:
        """Filled places that a merged one covers; its own first place is among them."""
        hidden: set[tuple[int, int]] = set()
        steps = Allowance(limits.STEPS)
        for top, start, bottom, end in merges:
            rows, columns = range(top, bottom + 1), range(start, end + 1)
            steps.take(min(len(rows) * len(columns), len(self._texts)))
            if len(rows) * len(columns) < len(self._texts):
                hidden.update(place for place in product(rows, columns) if place in self._texts)
            else:
                hidden.update(place for place in self._texts if place[0] in rows and place[1] in columns)
        return hidden


def blocks_of(spreads: Iterable[Spread]) -> tuple[Block, ...]:
    """The tables of all sheets; where several sheets show something, each follows a paragraph with its name.

    Raises ExcessError.
    """
    filled: list[Spread] = []
    room = Allowance(limits.CELLS)
    for spread in spreads:
        filled += (spread,) if spread.cells else ()
        room.take(len(spread.cells))
    return tuple(block for spread in filled for block in _blocks(spread, named=len(filled) > 1))


def _placed(place: tuple[int, int], text: str, merge: Merge | None) -> Placed:
    row, column = place
    if merge is None:
        return Placed(row, column, text)
    return Placed(row, column, text, max(merge[3] - column + 1, 1), max(merge[2] - row + 1, 1))


def _blocks(spread: Spread, *, named: bool) -> Iterator[Block]:
    if named:
        yield Paragraph(clean(spread.name))
    for cells in _regions(spread.cells):
        yield _table(cells)


def _regions(cells: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Rows without a blank one between them; a cell that reaches down joins the rows that it covers."""
    region: list[Placed] = []
    end = 0
    for row, group in groupby(cells, lambda cell: cell.row):
        if region and row > end:
            yield region
            region = []
        found = list(group)
        region.extend(found)
        end = max(end, *(cell.row + cell.rows for cell in found))
    if region:
        yield region


def _table(cells: Sequence[Placed]) -> Table:
    first, left = cells[0].row, min(cell.column for cell in cells)
    height = cells[-1].row - first + 1
    return table_of((cell._replace(row=cell.row - first, column=cell.column - left) for cell in cells), height)
