"""What our own workbooks say of themselves, out of sight: a hidden worksheet of marks, one a line.

They are written while a workbook is, and read before its cells are understood.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from sys import maxunicode
from zlib import crc32

from pbeditor.exchange import limits
from pbeditor.exchange.cells import Placed
from pbeditor.exchange.excel_long import Piece
from pbeditor.exchange.markup import whole
from pbeditor.exchange.spread import Spread
from pbeditor.exchange.word_names import CELLS, PARAGRAPHS, RUNS
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Table

HIDDEN = "pbeditor"
_LIST, _ABOVE, _MORE = "list", "above", "more"
_REMARK, _BLANK, _TALL = "remark", "blank", "tall"
_MORE_CELLS, _BLANK_CELLS, _WIDEST_GAP = 3, 2, 99
_CODE = "|"  # before the number of each sign of a gap, for the ends of a cell lose their blanks
Mark = tuple[str, list[tuple[str, int]]]  # the role of a cell, and the roles and lengths of its pieces


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
        self._title = ""
        self._blanks: dict[str, int] = {}
        self._tall: list[str] = []

    def cell(self, cell: Cell) -> None:
        """A cell of a printed form."""
        pieces = ",".join(f"{run.role}:{len(run.text)}" for run in cell.runs)
        self._add(cell.text, f"{cell.role}|{pieces}")

    def paragraph(self, paragraph: Paragraph) -> None:
        """A line of text above or between the forms."""
        self._add(paragraph.text, f"{paragraph.role}|")
        self._title = paragraph.text if paragraph.role == sheet.PROJECT else self._title

    def row(self, row: Row, *, is_tall: bool) -> None:
        """A row that takes several of the worksheet; where one text stands in it alone, nothing else would tell."""
        filled = [cell for cell in row.cells if cell.text]
        if is_tall and len(filled) == 1:
            self._tall.append(_sum(filled[0].text))

    def table(self, table: Table) -> None:
        """The blank rows that end a table, where no cell would tell of them."""
        above = _filled(table.rows)
        if above and len(above) < len(table.rows):
            self._blanks[_end(self._title, above[-1])] = len(table.rows) - len(above)

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
        yield from ((_TALL, checksum) for checksum in self._tall)
        yield from ((_BLANK, checksum, str(count)) for checksum, count in self._blanks.items())
        for checksum, specs in self._specs.items():
            yield checksum, *(specs[:1] if len(set(specs)) == 1 else specs)

    def _add(self, text: str, spec: str) -> None:
        if text:
            self._specs.setdefault(_sum(text), []).append(spec)


class Read:
    """The marks of a workbook that is read; of several for one text each is used once."""

    def __init__(self, spread: Spread) -> None:
        self._lists: set[str] = set()
        self._above: set[str] = set()
        self._remarks: set[str] = set()
        self._more: dict[tuple[str, str], str] = {}
        self._blanks: dict[str, int] = {}
        self._tall: set[str] = set()
        self._specs: dict[str, list[str]] = {}
        for _, cells in groupby(spread.cells, lambda cell: cell.row):
            first, *rest = (cell.text for cell in cells)
            if first == _LIST:
                self._lists.update(rest)
            elif first == _ABOVE:
                self._above.update(rest)
            elif first == _REMARK:
                self._remarks.update(rest)
            elif first == _TALL:
                self._tall.update(rest)
            elif first == _MORE and len(rest) == _MORE_CELLS:
                self._more[rest[0], rest[1]] = _gap(rest[2])
            elif first == _BLANK and len(rest) == _BLANK_CELLS:
                self._blanks[rest[0]] = min(whole(rest[1]), limits.ROWS)
            else:
                self._specs[first] = rest

    def repeats(self, spread: Spread) -> bool:
        """Whether a worksheet says nothing that the forms do not say."""
        return _sum("\t".join(first_row(spread))) in self._lists

    def without_line_above(self, spread: Spread) -> Spread:
        """The worksheet without the line above its form that we wrote ourselves."""
        is_above = len(first_row(spread)) == 1 and _sum(spread.cells[0].text) in self._above
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

    def whole(self, table: Table, title: str) -> Table:
        """The table of the project with this title and the blank rows that end it, unless its last row was changed."""
        count = self._blanks.get(_end(title, table.rows[-1]), 0) if self._blanks else 0
        return Table((*table.rows, *[Row()] * count), table.widths)

    def is_tall(self, text: str) -> bool:
        """Whether a text that stands alone in its row makes it a tall one."""
        return bool(self._tall) and _sum(text) in self._tall

    def of(self, text: str) -> Mark:
        """What a text is; nothing for one that we did not write."""
        specs = self._specs.get(_sum(text), [])
        spec = specs[0] if len(specs) == 1 else specs.pop(0) if specs else ""
        role, _, pieces = spec.partition("|")
        found = [piece.rpartition(":") for piece in pieces.split(",") if piece]
        lengths = [(name, int(length)) for name, _, length in found if length.isdecimal() and name in ("", *RUNS)]
        known = role in CELLS or role in PARAGRAPHS
        return (role if known else "", lengths if sum(length for _, length in lengths) == len(text) else [])


def first_row(spread: Spread) -> tuple[str, ...]:
    """The texts by which a worksheet that only repeats is known."""
    return tuple(cell.text for cell in spread.cells if cell.row == spread.cells[0].row) if spread.cells else ()


def _filled(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows up to the last one in which something stands."""
    filled = [place for place, row in enumerate(rows, 1) if any(cell.text for cell in row.cells)]
    return rows[: max(filled, default=0)]


def _end(title: str, row: Row) -> str:
    """By what the end of a table is known."""
    return _sum("\t".join((title, *(cell.text for cell in row.cells if cell.text))))


def _gap(codes: str) -> str:
    numbers = map(whole, codes.split(_CODE)[:_WIDEST_GAP])
    return "".join(chr(number) for number in numbers if number <= maxunicode and chr(number).isspace())


def _sum(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
