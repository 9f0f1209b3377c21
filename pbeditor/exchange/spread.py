"""The sheets of a workbook as blocks: what stands together without a blank row between is a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product
from typing import NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import Allowance, ExcessError
from pbeditor.exchange.passed import ERROR, QUOTE, Passed
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import WORKSHEET, Block, Note, Paragraph, Sheet, Table

_QUOTED = re.compile(r"'(?=[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?$)")  # keeps a spreadsheet from taking a number for one
_HIDDEN = "这张工作表在原文件里是隐藏的，可能是旧稿或备份；它的项目要不要请核对，别的文字已一起读取"
_NAMELESS = "（未命名）"
_MOST_NAMED, _LONGEST = 5, 200  # hidden sheets with a line each, and the signs of a line for all of them
_MANY = "有 {} 张隐藏的工作表，可能是旧稿或备份；它们的项目要不要请核对，别的文字已一起读取"
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


class Spread(NamedTuple):
    """One sheet: its cells that show something. Where a cell is blank there is none."""

    name: str
    cells: Sequence[Placed]
    hidden: bool = False
    passed: Sequence[tuple[str, str]] = ()  # what was passed over, as kind and text


class Gathering:
    """Takes the cells of one sheet as its file tells them. Raises ExcessError."""

    def __init__(self) -> None:
        self._texts: dict[tuple[int, int], str] = {}
        self._exact: dict[tuple[int, int], str] = {}
        self._merges: list[Merge] = []
        self._passed: list[tuple[str, str]] = []

    def add(self, row: int, column: int, text: str, exact: str = "") -> None:
        """A cell with its text as shown; `exact` is its number where the text hides some of the digits."""
        text = clean(text)
        if text:
            self._texts[row, column] = text
            if exact:
                self._exact[row, column] = exact
            if len(self._texts) > limits.PLACES:
                raise ExcessError(limits.PLACES)

    def fail(self, row: int, column: int, error: str) -> None:
        """A cell whose formula came to no value."""
        self.pass_over(ERROR, f"{place_name(row, column)} {error}")

    def pass_over(self, kind: str, text: str) -> None:
        """What is not read, with its text or place."""
        self._passed.append((kind, text))
        if len(self._passed) > limits.PLACES:
            raise ExcessError(limits.PLACES)

    def merge(self, merge: Merge) -> None:
        """Places that show the text of the first of them."""
        self._merges.append(merge)
        if len(self._merges) > limits.MERGES:
            raise ExcessError(limits.MERGES)

    def spread(self, name: str, *, hidden: bool = False) -> Spread:
        """All of them; what a merged place hides is left out."""
        spans = {merge[:2]: merge for merge in self._merges if merge[:2] in self._texts}
        covered = self._covered(spans.values()) - spans.keys()
        cells = (self._placed(place, text, spans.get(place)) for place, text in sorted(self._texts.items()))
        shown = tuple(cell for cell in cells if (cell.row, cell.column) not in covered)
        return Spread(name, shown, hidden, self._passed)

    def _placed(self, place: tuple[int, int], text: str, merge: Merge | None) -> Placed:
        row, column = place
        exact = self._exact.get(place, "")
        if merge is None:
            return Placed(row, column, text, exact=exact)
        return Placed(row, column, text, max(merge[3] - column + 1, 1), max(merge[2] - row + 1, 1), exact)

    def _covered(self, merges: Iterable[Merge]) -> set[tuple[int, int]]:
        """Filled places that a merged one covers; its own first place is among them."""
        covered: set[tuple[int, int]] = set()
        steps = Allowance(limits.STEPS)
        for top, start, bottom, end in merges:
            rows, columns = range(top, bottom + 1), range(start, end + 1)
            steps.take(min(len(rows) * len(columns), len(self._texts)))
            if len(rows) * len(columns) < len(self._texts):
                covered.update(place for place in product(rows, columns) if place in self._texts)
            else:
                covered.update(place for place in self._texts if place[0] in rows and place[1] in columns)
        return covered


def sheet_of(spreads: Iterable[Spread]) -> Sheet:
    """A workbook of a foreign hand. Raises ExcessError."""
    read = tuple(map(_unquoted, spreads))
    return Sheet(blocks_of(read), notes=notes_of(read))


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


def notes_of(spreads: Sequence[Spread]) -> tuple[Note, ...]:
    """What the import report says of the sheets: which are hidden, and what was passed over in them."""
    passed = Passed()
    for spread in spreads:
        before = f"{clean(spread.name)}!" if len(spreads) > 1 else ""
        passed.take((kind, before + text) for kind, text in spread.passed)
    return (*_hidden(spreads), *passed.notes())


def hidden_name(spread: Spread) -> str:
    """The name of a sheet that is hidden, "" for any other."""
    return (clean(spread.name) or _NAMELESS) if spread.hidden else ""


def place_name(row: int, column: int) -> str:
    """A place counted from 0 as a spreadsheet calls it, such as B5."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _hidden(spreads: Iterable[Spread]) -> Iterator[Note]:
    names = [clean(spread.name) for spread in spreads if spread.hidden and spread.cells]
    if len(names) > _MOST_NAMED:
        yield Note("全文", "guessed", _MANY.format(len(names)), "、".join(names)[:_LONGEST])
    else:
        yield from (Note(f"隐藏的工作表“{name}”", "guessed", _HIDDEN) for name in names)


def _unquoted(spread: Spread) -> Spread:
    """The same with numbers instead of texts that look like `'2.00`."""
    quoted = [cell for cell in spread.cells if _QUOTED.match(cell.text)]
    if not quoted:
        return spread
    cells = [cell._replace(text=cell.text[1:]) if _QUOTED.match(cell.text) else cell for cell in spread.cells]
    told = [(QUOTE, f"{place_name(cell.row, cell.column)} {cell.text}") for cell in quoted]
    return spread._replace(cells=cells, passed=(*spread.passed, *told))


def _blocks(spread: Spread, *, named: bool) -> Iterator[Block]:
    if named:
        yield Paragraph(clean(spread.name), WORKSHEET)
    for cells in _regions(spread.cells):
        table = _table(cells)
        yield Table(table.rows, table.widths, hidden_name(spread))


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
