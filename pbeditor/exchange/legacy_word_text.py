"""What a reader of an old Word file sees: no deleted or hidden text, no field instructions, signs instead of codes.

Nothing changes its place, because the properties of a paragraph are found by the place of its end: what goes becomes
a NUL, which cleaning takes out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pbeditor.exchange.legacy_word_file import Piece, WordFile
from pbeditor.exchange.legacy_word_sprms import character_runs, sprms
from pbeditor.exchange.signs import PLAIN, PRIVATE, sign

CELL_END = "\x07"
_GONE = re.compile(f"[^{CELL_END}]")  # a table keeps its cells when their text goes
_FIELD = re.compile("[\x13\x14\x15]")
_BEGIN, _SEPARATOR = "\x13", "\x14"
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09  # [MS-DOC] 2.6.1
_ON = (1, 0x81)
_SIGNS = {**PLAIN, 0x0B: "\n", 0x0E: "\n", 0x1E: "-"}


class Stretch(NamedTuple):
    """Bytes of the file whose characters do not mean what they show; `symbol` is a sign's number in a font."""

    start: int
    end: int
    gone: bool
    symbol: int


class Change(NamedTuple):
    """Characters `start` to `end` that are gone, or that are the one sign `sign`."""

    start: int
    end: int
    sign: str = ""


class Shown(NamedTuple):
    """The text at its places, and where an end of a row was deleted with its row."""

    text: str
    deleted: frozenset[int]


def shown(file: WordFile) -> Shown:
    """The text of all stories as one reads it."""
    text = file.text()
    changes = sorted(_changes(file.pieces, _stretches(file.character_pages())))
    gone = [change for change in changes if not change.sign]
    deleted = frozenset(
        place for change in gone for place in range(change.start, change.end) if text[place] == CELL_END
    )
    return Shown(_changed(_changed(text, changes), sorted(_instructions(text))).translate(_SIGNS), deleted)


def _stretches(pages: Iterable[bytes]) -> list[Stretch]:
    """Deleted and hidden text and signs of symbol fonts, in the order of their bytes."""
    return sorted(
        Stretch(start, end, gone, symbol)
        for start, end, chpx in character_runs(pages)
        for gone, symbol in (_character(chpx),)
        if gone or symbol
    )


def _character(chpx: bytes) -> tuple[bool, int]:
    found = dict(sprms(chpx))
    gone = any(code in found and found[code][0] in _ON for code in (_DELETED, _HIDDEN))
    return gone, int.from_bytes(found[_SYMBOL][2:4], "little") if _SYMBOL in found else 0


def _changes(pieces: Iterable[Piece], found: Sequence[Stretch]) -> Iterator[Change]:
    """The stretches of the file as places in the text."""
    ends = [stretch.end for stretch in found]
    for piece in pieces:
        stop = piece.offset + (piece.end - piece.start) * piece.width
        for stretch in found[bisect_right(ends, piece.offset) :]:
            if stretch.start >= stop:
                break
            start = piece.start + max(stretch.start - piece.offset, 0) // piece.width
            end = piece.start + (min(stretch.end, stop) - piece.offset) // piece.width
            yield Change(start, end, "" if stretch.gone else _sign(stretch.symbol))


def _sign(number: int) -> str:
    """The sign with this number in a symbol font; a NUL for a picture."""
    return (sign(number) or "\0") if number in PRIVATE else chr(number)


def _instructions(text: str) -> Iterator[Change]:
    """From the begin of each field to its result, or to its end where it has none."""
    open_fields: list[list[int]] = []
    for found in _FIELD.finditer(text):
        if found.group() == _BEGIN:
            open_fields.append([found.start()])
        elif open_fields and found.group() == _SEPARATOR:
            open_fields[-1].append(found.end())
        elif open_fields:
            begin, *rest = open_fields.pop()
            yield Change(begin, rest[0] if rest else found.end())


def _changed(text: str, changes: Iterable[Change]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, shown_sign in changes:
        if start >= done:
            parts += (
                text[done:start],
                text[start:end].replace("(", shown_sign) if shown_sign else _GONE.sub("\0", text[start:end]),
            )
            done = end
    return "".join((*parts, text[done:]))
