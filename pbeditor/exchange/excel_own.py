"""What makes our own workbooks come back as the same document: what the texts of their cells are.

A hidden worksheet says for each text, by its checksum, the role of its cell and of the pieces in it; a cell that was
changed in Excel has no checksum there and is read as in any workbook. Sorting, inserting and renaming do no harm.
The worksheets that only repeat what the forms say are known by their first row; what was changed in them is told.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from sys import maxunicode
from zlib import crc32

from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.excel_long import Piece, is_shortened
from pbeditor.exchange.markup import whole
from pbeditor.exchange.passed import FORMULA, HEADING
from pbeditor.exchange.spread import Spread, notes_of
from pbeditor.exchange.word_names import CELLS, PARAGRAPHS, RUNS
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Block, Cell, Note, Paragraph, Row, Run, Table

HIDDEN = "pbeditor"
_LIST, _ABOVE, _MORE = "list", "above", "more"
_REMARK = "remark"
_MORE_CELLS, _WIDEST_GAP = 3, 99
_CODE = "|"  # before the number of each sign of a gap, for the ends of a cell lose their blanks
Mark = tuple[str, list[tuple[str, int]]]  # the role of a cell, and the roles and lengths of its pieces
Marked = tuple[Placed, Mark]
_FIGURES = re.compile(r"[\d,.%\s]*|(?:(?:错误|警告|提示) \d+，?)+")  # amounts, counts, and how many problems
_TOTAL = "合计"
_OURS = (FORMULA, HEADING)  # sums that only Excel computes, and the numbers of pages


class Marks:
    """Gathers what the texts are while a workbook is written.

    `above` is a line above each form that is no part of the document; none for "".
    """

    def __init__(self, above: str = "") -> None:
        self.above = above
        self._specs: dict[str, list[str]] = {}
        self._lists: list[str] = []
        self._remarks: list[str] = []
        self._more: dict[tuple[str, str], str] = {}

    def cell(self, cell: Cell) -> None:
        """A cell of a printed form."""
        pieces = ",".join(f"{run.role}:{len(run.text)}" for run in cell.runs)
        self._add(cell.text, f"{cell.role}|{pieces}")

    def paragraph(self, paragraph: Paragraph) -> None:
        """A line of text above or between the forms."""
        self._add(paragraph.text, f"{paragraph.role}|")

    def repeats(self, first_row: Iterable[str]) -> None:
        """A worksheet with this first row says nothing that the forms do not say."""
        self._lists.append(_sum("\t".join(first_row)))

    def pieces(self, pieces: Sequence[Piece]) -> None:
        """A text that goes on in the cell below."""
        for above, below in pairwise(pieces):
            self._more[_sum(above.text), _sum(below.text)] = (
                "".join(f"{_CODE}{ord(sign)}" for sign in below.gap) or _CODE
            )

    def remark(self, text: str) -> None:
        """What a worksheet that only repeats says of itself."""
        self._remarks.append(text)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """What the hidden worksheet holds; of texts that are always the same thing, one line each."""
        yield from ((_LIST, checksum) for checksum in self._lists)
        yield from ((_REMARK, _sum(text)) for text in self._remarks if text)
        if self.above:
            yield _ABOVE, _sum(self.above)
        yield from ((_MORE, *sums, gap) for sums, gap in self._more.items())
        for checksum, specs in self._specs.items():
            yield checksum, *(specs[:1] if len(set(specs)) == 1 else specs)

    def _add(self, text: str, spec: str) -> None:
        if text:
            self._specs.setdefault(_sum(text), []).append(spec)


class _Read:
    """The marks of a workbook that is read; of several for one text each is used once."""

    def __init__(self, spread: Spread) -> None:
        self.lists: set[str] = set()
        self._above: set[str] = set()
        self._remarks: set[str] = set()
        self._more: dict[tuple[str, str], str] = {}
        self._specs: dict[str, list[str]] = {}
        for _, cells in groupby(spread.cells, lambda cell: cell.row):
            first, *rest = (cell.text for cell in cells)
            if first == _LIST:
                self.lists.update(rest)
            elif first == _ABOVE:
                self._above.update(rest)
            elif first == _REMARK:
                self._remarks.update(rest)
            elif first == _MORE and len(rest) == _MORE_CELLS:
                self._more[rest[0], rest[1]] = _gap(rest[2])
            else:
                self._specs[first] = rest

    def without_line_above(self, spread: Spread) -> Spread:
        """The worksheet without the line above its form that we wrote ourselves."""
        is_above = len(_first_row(spread)) == 1 and _sum(spread.cells[0].text) in self._above
        if not is_above:
            return spread
        return spread._replace(cells=[cell._replace(row=cell.row - 1) for cell in spread.cells[1:]])

    def without_remarks(self, spread: Spread) -> Spread:
        """The worksheet without what it says of itself."""
        return spread._replace(cells=[cell for cell in spread.cells if _sum(cell.text) not in self._remarks])

    def joined(self, spread: Spread) -> Spread:
        """The worksheet with those texts whole that go on in the cell below."""
        if not self._more:
            return spread
        found: list[Placed] = []
        texts: list[list[str]] = []
        last: dict[tuple[int, int], tuple[int, str]] = {}  # row below and column: place of the cell, its last piece
        for cell in spread.cells:
            place, above = last.get((cell.row, cell.column), (len(found), ""))
            checksum = _sum(cell.text)
            gap = self._more.get((above, checksum))
            if gap is None:
                place = len(found)
                found.append(cell)
                texts.append([cell.text])
            else:
                found[place] = found[place]._replace(rows=found[place].rows + cell.rows)
                texts[place] += gap, cell.text
            last[cell.row + cell.rows, cell.column] = place, checksum
        return spread._replace(
            cells=[cell._replace(text="".join(parts)) for cell, parts in zip(found, texts, strict=True)]
        )

    def of(self, text: str) -> Mark:
        """What a text is; nothing for one that we did not write."""
        specs = self._specs.get(_sum(text), [])
        spec = specs[0] if len(specs) == 1 else specs.pop(0) if specs else ""
        role, _, pieces = spec.partition("|")
        found = [piece.rpartition(":") for piece in pieces.split(",") if piece]
        lengths = [(name, int(length)) for name, _, length in found if length.isdecimal() and name in ("", *RUNS)]
        known = role in CELLS or role in PARAGRAPHS
        return (role if known else "", lengths if sum(length for _, length in lengths) == len(text) else [])


def own_blocks(spreads: Sequence[Spread]) -> tuple[Block, ...] | None:
    """The blocks of one of our own workbooks; None for any other."""
    hidden = next((spread for spread in spreads if spread.name == HIDDEN), None)
    if hidden is None:
        return None
    marks = _Read(hidden)
    shown = [spread for spread in spreads if spread is not hidden]
    repeating = [spread for spread in shown if _sum("\t".join(_first_row(spread))) in marks.lists]
    forms = [marks.joined(marks.without_line_above(spread)) for spread in shown if spread not in repeating]
    blocks = [block for spread in forms for block in _blocks(spread, marks)]
    said = "\n".join(cell.text for spread in forms for cell in spread.cells)
    return (*blocks, *(left for spread in repeating for left in _left_over(marks.without_remarks(spread), said)))


def own_notes(spreads: Sequence[Spread]) -> tuple[Note, ...]:
    """What somebody added to one of our own workbooks that is not read."""
    shown = [spread for spread in spreads if spread.name != HIDDEN]
    return notes_of([each._replace(passed=[one for one in each.passed if one[0] not in _OURS]) for each in shown])


def _blocks(spread: Spread, read: _Read) -> Iterator[Block]:
    """Lines of text as paragraphs, all else as tables that end at a blank row."""
    marked = [(cell, read.of(cell.text)) for cell in spread.cells]  # once each, in the order they were written in
    table: list[Marked] = []
    end = 0
    for row, group in groupby(marked, lambda each: each[0].row):
        cells = list(group)
        blank, end = max(row - end, 0), max(end, row + 1, *(cell.row + cell.rows for cell, _ in cells))
        first, (role, _) = cells[0]
        is_line = len(cells) == 1 and role in PARAGRAPHS
        if table and (blank or is_line):
            yield _table(table)
            yield from [Paragraph("", sheet.GAP)] * bool(blank)
            table, blank = [], 0
        if is_line:
            yield from [Paragraph("", sheet.BODY)] * blank
            yield Paragraph(first.text, role)
        else:
            table += cells
    if table:
        yield _table(table)


def _table(cells: Sequence[Marked]) -> Table:
    first, left = cells[0][0].row, min(cell.column for cell, _ in cells)
    placed = _whole_rows([cell._replace(row=cell.row - first, column=cell.column - left) for cell, _ in cells])
    marks = {(cell.row, cell.column): mark for cell, (_, mark) in zip(placed, cells, strict=True)}
    table = table_of(placed, placed[-1].row + 1)
    rows = (
        Row(tuple(_cell(cell, *marks.get((number, cell.column), ("", []))) for cell in row.cells))
        for number, row in enumerate(table.rows)
    )
    return Table(tuple(rows))


def _whole_rows(cells: Sequence[Placed]) -> list[Placed]:
    """The cells without the rows that only make a row taller: none begins there, and all that began above go on.

    A single cell that goes on is no sign of that: it is the 一级指标 of a row that is blank otherwise.
    """
    going_on: list[int] = []
    reach = 0  # how far down the cells of earlier rows go
    groups = [list(group) for _, group in groupby(cells, lambda cell: cell.row)]
    for group, following in pairwise(groups):
        end = min(cell.row + cell.rows for cell in group)
        end = min(end, following[0].row, *([reach] if len(group) == 1 else []))
        going_on += range(group[0].row + 1, end)
        reach = max(reach, *(cell.row + cell.rows for cell in group))

    def place(row: int) -> int:
        return row - bisect_left(going_on, row)

    return [cell._replace(row=place(cell.row), rows=place(cell.row + cell.rows) - place(cell.row)) for cell in cells]


def _cell(cell: Cell, role: str, pieces: list[tuple[str, int]]) -> Cell:
    runs, start = [], 0
    for name, length in pieces:
        runs.append(Run(cell.text[start : start + length], name))
        start += length
    return Cell(tuple(runs) or cell.runs, cell.column, cell.columns, cell.rows, role if role in CELLS else "")


def _left_over(spread: Spread, said: str) -> Iterator[Paragraph]:
    """What somebody wrote into a list that only repeats: it is told, not taken over."""
    for cell in spread.cells:
        is_ours = cell.text == _TOTAL or _FIGURES.fullmatch(cell.text) or is_shortened(cell.text, said)
        if cell.row > 2 and not is_ours and cell.text not in said:  # noqa: PLR2004 - rows of heads
            yield Paragraph(f"{spread.name}：{cell.text}")


def _first_row(spread: Spread) -> tuple[str, ...]:
    return tuple(cell.text for cell in spread.cells if cell.row == spread.cells[0].row) if spread.cells else ()


def _gap(codes: str) -> str:
    numbers = map(whole, codes.split(_CODE)[:_WIDEST_GAP])
    return "".join(chr(number) for number in numbers if number <= maxunicode and chr(number).isspace())


def _sum(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
