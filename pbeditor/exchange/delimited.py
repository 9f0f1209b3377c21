"""Cells side by side in lines of text, with tabs between them as on a clipboard, or with commas as in a .csv file.

A cell with a separator or a line break in it stands in quotes, with quotes inside doubled.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.spread import Gathering, sheet_of
from pbeditor.model.progress import READING, tick
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph, Row, Sheet, Table, row_of

_NEEDS_QUOTES = re.compile(r'[\t\n]|^"')  # spreadsheets take a quote inside a cell as it stands
_LINE_END = re.compile("\r\n?")
_OFTEN = 1_000  # cells between two ticks


class _Syntax(NamedTuple):
    """What ends a cell, what a quoted one looks like, and what must be in it for its quotes not to be meant."""

    end: re.Pattern[str]
    quoted: re.Pattern[str]
    needs: re.Pattern[str]


class _Cell(NamedTuple):
    text: str
    quoted: bool
    ends_row: bool


_TABS = _Syntax(
    re.compile(r"[\t\n]"),
    re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)'),
    re.compile(r'[\t\n]|""'),  # people copy plain texts in quotes
)
_COMMAS = _Syntax(re.compile(r"[,\n]"), re.compile(r'"((?:[^"]++|"")*+)"(?=[,\n]|\Z)'), re.compile(""))


def parse_text(text: str) -> list[list[str]]:
    """Rows of tab-separated cells; the one line break at the end that spreadsheets add does not count."""
    return [[cell.text for cell in row] for row in _rows(text, _TABS)]


def quoted_rows(text: str) -> list[list[str]]:
    """The same for a text that a spreadsheet saved; none where nothing in quotes shows that one did."""
    if '\t"' not in text:
        return []
    rows = list(_rows(text, _TABS))
    if not any(cell.quoted for row in rows if row[0].text.strip() for cell in row[1:]):
        return []
    return [[cell.text for cell in row] for row in rows]


def blocks_of_rows(rows: Iterable[list[str]]) -> Iterator[Block]:
    """Rows of several cells are tables, lines of one cell are paragraphs."""
    table: list[Row] = []
    for row in rows:
        if len(row) > 1:
            table.append(row_of([clean(cell) for cell in row]))
            continue
        if table:
            yield Table(tuple(table))
            table = []
        yield from (Paragraph(clean(line)) for cell in row for line in cell.split("\n"))
    if table:
        yield Table(tuple(table))


def read_commas(text: str) -> Sheet:
    """A .csv file, read as the worksheet that was saved so. Raises ExcessError."""
    if text.count("\n") + text.count(",") > limits.CELLS:
        raise ExcessError(limits.CELLS)
    gathering = Gathering()
    for number, row in enumerate(_rows(text, _COMMAS)):
        for column, cell in enumerate(row):
            gathering.add(number, column, cell.text)
    return sheet_of([gathering.spread("")])


def tab_separated(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as text that spreadsheets and `parse_text` read as the same cells."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _rows(text: str, syntax: _Syntax) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    for cell in _cells(_LINE_END.sub("\n", text).removesuffix("\n"), syntax):
        row.append(cell)
        if cell.ends_row:
            yield row
            row = []
    if row:
        yield row


def _cells(text: str, syntax: _Syntax) -> Iterator[_Cell]:
    at = number = 0
    while text and at <= len(text):
        number += 1
        if not number % _OFTEN:
            tick(READING, at, len(text))
        found = syntax.quoted.match(text, at)
        is_quoted = found is not None and bool(syntax.needs.search(found[1]))
        if found is not None and is_quoted:
            cell, end = found[1].replace('""', '"'), found.end()
        else:
            ended = syntax.end.search(text, at)
            end = ended.start() if ended else len(text)
            cell = text[at:end]
        yield _Cell(cell, is_quoted, text[end : end + 1] == "\n")
        at = end + 1
