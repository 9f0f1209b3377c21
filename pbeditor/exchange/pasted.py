"""What a clipboard holds as a sheet: a table from Excel, WPS or Word, tab-separated text, or plain paragraphs.

In tab-separated text a cell with a tab or a line break stands in quotes, with quotes inside doubled.
"""

import re
from collections.abc import Iterable, Iterator

from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.html_in import html_blocks
from pbeditor.exchange.text_in import read_text
from pbeditor.model.errors import UnreadableError
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph, Row, Sheet, Table, row_of

_NAME = "粘贴的内容"
_END = re.compile(r"[\t\n]")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_NEEDS_QUOTES = re.compile(r'[\t\n]|^"')  # spreadsheets take a quote inside a cell as it stands
_MEANT = re.compile(r'[\t\n]|""')  # in quotes: else a plain cell in quotes is meant as it stands


def pasted_sheet(text: str, html: str = "") -> Sheet:
    """The paragraphs and tables in the two shapes of one clipboard; blank for one without text.

    Raises UnreadableError for more than any document has.

    HTML counts where it has a table, since it alone knows merged cells; running text is the same in both.
    """
    blocks = marked_up(html)
    if any(isinstance(block, Table) for block in blocks):
        return Sheet(blocks)
    rows = parse_text(text)
    if any("\n" in cell for row in rows for cell in row):
        return Sheet(tuple(_blocks(rows)))
    with damage_is_told(_NAME):
        return read_text(text) if text.strip() else Sheet(blocks)


def parse_text(text: str) -> list[list[str]]:
    """Rows of tab-separated cells; the one line break at the end that spreadsheets add does not count."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while text and at <= len(text):
        found = _QUOTED.match(text, at)
        if found and _MEANT.search(found[1]):
            cell, end = found[1].replace('""', '"'), found.end()
        else:
            ended = _END.search(text, at)
            end = ended.start() if ended else len(text)
            cell = text[at:end]
        rows[-1].append(cell)
        if text[end : end + 1] == "\n":
            rows.append([])
        at = end + 1
    return rows if text else []


def tab_separated(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as text that spreadsheets and `parse_text` read as the same cells."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def marked_up(html: str) -> tuple[Block, ...]:
    """The paragraphs and tables of the HTML on a clipboard; none where it is larger than any document, or broken."""
    try:
        return html_blocks(html)
    except UnreadableError:  # the plain text beside it says the same
        return ()


def _blocks(rows: list[list[str]]) -> Iterator[Block]:
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
