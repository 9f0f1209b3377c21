"""Plain text: the layout that document converters write, and tables pasted as tab-separated lines.

In that layout a tab starts a cell, further lines go on with it, a blank line ends the row, and a line of running text
ends the table; a line of blanks only, as stands between the two tables of a project, is such a line. Where a cell in
quotes shows that a spreadsheet saved the text, each line is a row and quotes hold a cell together.
"""

import re
from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.delimited import blocks_of_rows, quoted_rows
from pbeditor.model.progress import READING, tick
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph, Row, Sheet, Table, row_of

_OFTEN = 1_000  # lines between two ticks
_LINE_END = re.compile("\r\n?")
_BOOKMARK = re.compile(r"\[bookmark:\s*([^\]\s]*)\s*\]")


def read_text(text: str) -> Sheet:
    """The paragraphs and tables of a text; every text has some reading. Raises ExcessError for too many of them."""
    text = _LINE_END.sub("\n", text)
    if text.count("\n") + text.count("\t") > limits.CELLS:
        raise ExcessError(limits.CELLS)
    rows = quoted_rows(text)
    return Sheet(tuple(blocks_of_rows(rows) if rows else _blocks(text.split("\n"))))


def _told(lines: list[str]) -> Iterator[str]:
    """The same, with a tick now and then."""
    for number, line in enumerate(lines):
        if not number % _OFTEN:
            tick(READING, number, len(lines))
        yield line


def _blocks(lines: list[str]) -> Iterator[Block]:
    rows: list[Row] = []
    cells: list[list[str]] = []  # of the row that is still open, each as its lines
    for line in _told(lines):
        if "\t" in line:
            parts = line.split("\t")
            opens = _starts_cell(parts, bool(cells))
            if not opens:
                rows.extend(_closed(cells))
            cells.extend([part] for part in (parts[1:] if opens else parts))
            if not opens:
                rows.extend(_closed(cells))
        elif cells and line:
            cells[-1].append(line)
        else:
            rows.extend(_closed(cells))
            if line:
                yield from _table(rows)
                yield _paragraph(line)
    rows.extend(_closed(cells))
    yield from _table(rows)


def _starts_cell(parts: list[str], row_is_open: bool) -> bool:
    """Whether a line goes on with the cell layout; else it is a whole row, as from a spreadsheet."""
    blank, *others = parts
    return not blank and (row_is_open or len(others) == 1)


def _closed(cells: list[list[str]]) -> Iterator[Row]:
    if cells:
        yield row_of([clean("\n".join(lines)) for lines in cells])
        cells.clear()


def _table(rows: list[Row]) -> Iterator[Table]:
    if rows:
        yield Table(tuple(rows))
        rows.clear()


def _paragraph(line: str) -> Paragraph:
    bookmark = _BOOKMARK.search(line)
    return Paragraph(clean(_BOOKMARK.sub("", line)), anchor=bookmark[1] if bookmark else "")
