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
from pbeditor.exchange.passed import HIDDEN, STRUCK
from pbeditor.exchange.signs import PLAIN, PRIVATE, sign_in

CELL_END = "\x07"
_GONE = re.compile(f"[^{CELL_END}]")  # a table keeps its cells when their text goes
_FIELD = re.compile("[\x13\x14\x15]")
_BEGIN, _SEPARATOR = "\x13", "\x14"
_DELETED, _SYMBOL = "deleted", 0x6A09
# [MS-DOC] 2.6.1: what takes a text out, the strongest first.
_GOING = {0x0800: _DELETED, 0x083C: HIDDEN, 0x0837: STRUCK, 0x2A53: STRUCK}
_UNTOLD = re.compile("\x13[^\x15]*\x15?|[\x00-\x08]")  # fields, such as an entry of an index, and marks
_ON = (1, 0x81)
_SIGNS = {**PLAIN, 0x0B: "\n", 0x0E: "\n", 0x1E: "-"}


class Stretch(NamedTuple):
    """Bytes of the file whose characters do not mean what they show: gone for a reason, or a sign of a symbol font."""

    start: int
    end: int
    gone: str
    sign: str


class Change(NamedTuple):
    """Characters `start` to `end` that are gone for a reason, or that are the one sign `sign`."""

    start: int
    end: int
    sign: str = ""
    gone: str = ""


class Shown(NamedTuple):
    """The text at its places, where an end of a row was deleted with its row, and what was left out, with its kind."""

    text: str
    deleted: frozenset[int]
    left_out: tuple[tuple[str, str], ...] = ()


def shown(file: WordFile) -> Shown:
    """The text of all stories as one reads it."""
    text = file.text()
    changes = sorted(_changes(file.pieces, _stretches(file)))
    gone = [change for change in changes if not change.sign]
    deleted = frozenset(
        place for change in gone for place in range(change.start, change.end) if text[place] == CELL_END
    )
    left_out = tuple(_left_out(text, gone))
    return Shown(_changed(_changed(text, changes), sorted(_instructions(text))).translate(_SIGNS), deleted, left_out)


def _left_out(text: str, gone: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """What a person might miss, each stretch as a whole however the file has cut it."""
    told = [change for change in gone if change.gone != _DELETED]
    start = 0
    for place, change in enumerate(told):
        following = told[place + 1] if place + 1 < len(told) else None
        if following and (following.start, following.gone) == (change.end, change.gone):
            continue
        said = _UNTOLD.sub("", text[told[start].start : change.end])
        if said.strip():
            yield change.gone, said
        start = place + 1


def _stretches(file: WordFile) -> list[Stretch]:
    """Deleted, struck out and hidden text and signs of symbol fonts, in the order of their bytes."""
    return sorted(
        Stretch(start, end, gone, sign)
        for start, end, chpx in character_runs(file.character_pages())
        for gone, sign in (_character(chpx, file),)
        if gone or sign
    )


def _character(chpx: bytes, file: WordFile) -> tuple[str, str]:
    found = dict(sprms(chpx))
    gone = next((kind for code, kind in _GOING.items() if code in found and found[code][0] in _ON), "")
    return gone, _sign(found[_SYMBOL], file) if _SYMBOL in found else ""


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
            yield Change(start, end, "" if stretch.gone else stretch.sign, stretch.gone)


def _sign(operand: bytes, file: WordFile) -> str:
    """The sign that a font and a number in it tell; a NUL for a picture."""
    font, number = int.from_bytes(operand[:2], "little"), int.from_bytes(operand[2:4], "little")
    if number not in PRIVATE:
        return chr(number)
    return sign_in(file.fonts[font] if font < len(file.fonts) else "", number) or "\0"


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
    for start, end, shown_sign, _ in changes:
        if start >= done:
            parts += (
                text[done:start],
                text[start:end].replace("(", shown_sign) if shown_sign else _GONE.sub("\0", text[start:end]),
            )
            done = end
    return "".join((*parts, text[done:]))
