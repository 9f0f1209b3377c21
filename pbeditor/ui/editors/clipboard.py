"""Blocks of cells on the clipboard: as Excel and WPS write and read them, and exactly for our own grid.

Text is tab-separated; spreadsheets add an HTML table, which alone knows merged cells.
"""

import re
from collections.abc import Sequence
from html import escape

import msgspec
from msgspec import Struct
from PySide6.QtCore import QMimeData

from pbeditor.edit.indicators import Cell
from pbeditor.exchange.delimited import parse_text, tab_separated
from pbeditor.exchange.limits import PLACES
from pbeditor.exchange.pasted import marked_up
from pbeditor.model.document import Target
from pbeditor.model.target import shown
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Table
from pbeditor.ui.clipboard_sight import CELLS

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
    data.setData(CELLS, msgspec.json.encode(own))
    return data


def pasted(data: QMimeData | None) -> Block:
    """The block of cells that a clipboard holds, rectangular; no rows for one without text."""
    if data is None:
        return []
    if own := _own_block(bytes(data.data(CELLS).data())):
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
    table = next((block for block in marked_up(html).blocks if isinstance(block, Table)), None)
    if table is None:
        return texts
    width = max((cell.column + cell.columns for row in table.rows for cell in row.cells), default=0)
    if width * len(table.rows) > PLACES:
        return texts
    plain = len(texts) == len(table.rows) and all(len(row) <= width for row in texts)
    rows = [["" for _ in range(width)] for _ in table.rows]
    for y, row in enumerate(table.rows):
        for cell in row.cells:  # of one that spans columns only the first place has the text
            text = next(iter(texts[y][cell.column :]), "") if plain else clean(cell.text)
            for spanned in rows[y : y + cell.rows]:
                spanned[cell.column] = text
    return rows


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
