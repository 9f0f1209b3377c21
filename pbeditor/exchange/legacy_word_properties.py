"""Properties of paragraphs in an old Word file: tables around them, ends of cells and rows, the shape of a row.

Sources: [MS-DOC] 2.6.2 (paragraphs), 2.6.3 (tables), 2.9.317 (TDefTableOperand).
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pbeditor.exchange.edges import CONTINUE, RESTART, Edge
from pbeditor.exchange.legacy_word_sprms import CELLS, paragraph_runs, sprms

_IN_TABLE, _ROW_END, _LEVEL, _DEEPER = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW_END = 0x244B, 0x244C
_APART = (0x6645, 0x6646, 0x646B)
_DOWN, _ACROSS = 0xD62B, 0x5624
_LIST, _LIST_LEVEL = 0x460B, 0x260A
_CELL_SIZE = 20  # bytes of what a row says of one cell
_MOST_CELLS = 63
_STYLE = 2  # bytes that name a paragraph's style


class Properties(NamedTuple):
    """What matters of a paragraph.

    `level` counts the tables around it; `list` and `depth` say where its number comes from.
    """

    level: int = 0
    cell_end: bool = False
    row_end: bool = False
    edges: tuple[Edge, ...] = ()
    list: int = 0
    depth: int = 0


class ParagraphTable:
    """Answers which properties the paragraph has that ends at a byte."""

    def __init__(self, pages: Iterable[bytes], apart: Callable[[int], bytes]) -> None:
        self._runs = sorted(paragraph_runs(pages))
        self._starts = [run.start for run in self._runs]
        self._apart = apart
        self._known: dict[bytes, Properties] = {}

    def at(self, offset: int) -> Properties | None:
        """None where a damaged file says nothing."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self._runs[place].end:
            return None
        papx = self._runs[place].data
        if papx not in self._known:
            self._known[papx] = _properties(papx[_STYLE:], self._apart)
        return self._known[papx]


def _properties(grpprl: bytes, apart: Callable[[int], bytes]) -> Properties:
    found: dict[int, bytes] = {}
    edges: list[Edge] = []
    for code, operand in _all(grpprl, apart):
        found[code] = operand
        if code in _SHAPES:
            edges = _SHAPES[code](edges, operand)
    level = int.from_bytes(found.get(_LEVEL, b""), "little", signed=True)
    level = max(level + int.from_bytes(found.get(_DEEPER, b""), "little", signed=True), _flag(found, _IN_TABLE))
    return Properties(
        level,
        _flag(found, _INNER_CELL),
        _flag(found, _ROW_END) or _flag(found, _INNER_ROW_END),
        tuple(edges),
        int.from_bytes(found.get(_LIST, b""), "little"),
        int.from_bytes(found.get(_LIST_LEVEL, b""), "little"),
    )


def _all(grpprl: bytes, apart: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    """The properties with those that stand apart: all that are too long for a page, or the shape of a row."""
    for code, operand in sprms(grpprl):
        if code in _APART:
            yield from sprms(apart(int.from_bytes(operand, "little")))
        else:
            yield code, operand


def _flag(found: dict[int, bytes], code: int) -> bool:
    return found.get(code, b"\0")[:1] not in (b"\0", b"")


def _defined(_: list[Edge], operand: bytes) -> list[Edge]:
    """The cells of a row: a count, their ends in twips, and 20 bytes about each."""
    count = min(operand[0], _MOST_CELLS)
    ends = struct.unpack_from(f"<{count + 1}h", operand, 1)
    about = operand[1 + 2 * (count + 1) :]
    return [
        Edge(left, max(left, right), *_merging(about[_CELL_SIZE * place : _CELL_SIZE * place + 2]))
        for place, (left, right) in enumerate(pairwise(ends))
    ]


def _merging(flags: bytes) -> tuple[bool, str]:
    """Bits 0–1 merge across, 5–6 down."""
    bits = int.from_bytes(flags, "little")
    return bool(bits & 2), _down(bits >> 5)


def _down(bits: int) -> str:
    return {1: CONTINUE, 2: RESTART, 3: RESTART}.get(bits & 3, "")


def _merged_down(edges: list[Edge], operand: bytes) -> list[Edge]:
    cell, bits = operand[0], operand[1]
    return [edge._replace(down=_down(bits)) if place == cell else edge for place, edge in enumerate(edges)]


def _merged_across(edges: list[Edge], operand: bytes) -> list[Edge]:
    first, end = operand[0], operand[1]
    return [edge._replace(across=True) if first < place < end else edge for place, edge in enumerate(edges)]


_SHAPES: dict[int, Callable[[list[Edge], bytes], list[Edge]]] = {
    CELLS: _defined,
    _DOWN: _merged_down,
    _ACROSS: _merged_across,
}
