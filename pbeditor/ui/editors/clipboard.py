"""Blocks of cells on the clipboard: as Excel and WPS write and read them, and exactly for our own grid.

Text is tab-separated; spreadsheets add an HTML table, which alone knows merged cells.
"""

import re
from collections.abc import Sequence
from html import escape

import msgspec
from msgspec import Struct
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from pbeditor.edit.indicators import Cell
from pbeditor.exchange.pasted import parse_text, tab_separated
from pbeditor.model.document import Target
from pbeditor.model.target import shown
from pbeditor.model.text import clean

OWN_FORMAT = "application/x-pbeditor-cells+json"
Block = list[list[Cell]]
Texts = list[list[str]]
_SPANS = re.compile(r"\b(?:row|col)span\b", re.IGNORECASE)


class _Own(Struct, frozen=True):
    """One cell in our own format: a text, or a value's three parts."""

    text: str = ""
    target: Target | None = None


def copied(block: Sequence[Sequence[Cell]]) -> QMimeData:
    """A block of cells in all three formats."""
    texts = [[shown(cell) for cell in row] for row in block]
    own = [[_Own(target=cell) if isinstance(cell, Target) else _Own(text=cell) for cell in row] for row in block]
    data = QMimeData()
    data.setText(tab_separated(texts))
    data.setHtml(_table(texts))
    data.setData(OWN_FORMAT, msgspec.json.encode(own))
    return data


def pasted(data: QMimeData | None) -> Block:
    """The block of cells that a clipboard holds, rectangular; no rows for one without text."""
    if data is None:
        return []
    if own := _own_block(bytes(data.data(OWN_FORMAT).data())):
        return own
    texts = parse_text(data.text())
    if data.hasHtml():
        texts = with_spans(texts, data.html())
    width = max(map(len, texts), default=0)
    return [[*row, *[""] * (width - len(row))] for row in texts]


def with_spans(texts: Texts, html: str) -> Texts:
    """The texts with merged cells filled: each row that a cell spans gets its text, as our grid repeats categories.

    The HTML gives the texts only where the plain text was not cut into the same rows: Word breaks lines inside cells.
    """
    if len({len(row) for row in texts}) == 1 and not _SPANS.search(html):
        return texts
    document = QTextDocument()
    document.setHtml(html)
    table = _first_table(document)
    if table is None:
        return texts
    height, width = table.rows(), table.columns()
    plain = len(texts) == height and all(len(row) <= width for row in texts)
    return [[_grid_text(table, y, x, texts if plain else None) for x in range(width)] for y in range(height)]


def _first_table(document: QTextDocument) -> QTextTable | None:
    tables = (frame.firstCursorPosition().currentTable() for frame in document.rootFrame().childFrames())
    return next((table for table in tables if table), None)


def _grid_text(table: QTextTable, row: int, column: int, texts: Texts | None) -> str:
    """The text of a grid place; of a cell that spans columns only the first place has it."""
    cell = table.cellAt(row, column)
    if cell.column() != column:
        return ""
    if texts is not None:
        line = texts[cell.row()]
        return line[column] if column < len(line) else ""
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return clean(cursor.selectedText())


def _own_block(data: bytes) -> Block:
    try:
        rows = msgspec.json.decode(data, type=list[list[_Own]]) if data else []
    except (ValueError, RecursionError):
        return []
    return [[cell.text if cell.target is None else cell.target for cell in row] for row in rows]


def _table(texts: Texts) -> str:
    # The style keeps Excel from making a row of each line of a cell.
    rows = ("".join(f"<td>{_marked_up(text)}</td>" for text in row) for row in texts)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<html><head><meta charset='utf-8'></head><body><table border='1'>{body}</table></body></html>"


def _marked_up(text: str) -> str:
    return escape(text).replace("\n", "<br style='mso-data-placement:same-cell'>")
