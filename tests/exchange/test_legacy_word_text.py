"""Fields, deletions and signs in the text of an old Word file, at places that do not change."""

import struct

import pytest

from pbeditor.exchange.legacy_word_file import Piece, WordFile
from pbeditor.exchange.legacy_word_text import Shown, shown
from tests.exchange.shown import sample

DELETED, HIDDEN, STRUCK = bytes.fromhex("000801"), bytes.fromhex("3c0801"), bytes.fromhex("370801")
SYMBOL = bytes.fromhex("096a0900b3f0")


def page(start: int, end: int, chpx: bytes) -> bytes:
    """A page with the properties of the characters at these bytes."""
    built = bytearray(512)
    built[:8] = struct.pack("<II", start, end)
    built[511] = 1
    built[8] = 50
    built[100 : 101 + len(chpx)] = bytes((len(chpx),)) + chpx
    return bytes(built)


def read(text: str, chpx: bytes, start: int, end: int) -> Shown:
    """A text in two pieces with a property from character `start` to `end`."""
    file = WordFile(sample("layouts.doc"), "甲")
    file.main = text.encode("utf-16-le")
    half = len(text) // 2
    file.pieces = (Piece(0, half, 0, 2), Piece(half, len(text), 2 * half, 2))
    pages = [page(2 * start, 2 * end, chpx)] if end else []
    file.character_pages = lambda: iter(pages)  # type: ignore[method-assign]
    file.fonts = ["Wingdings", "Wingdings 2"]
    return shown(file)


def left_out(text: str, chpx: bytes, start: int, end: int) -> list[tuple[str, str]]:
    return list(read(text, chpx, start, end).left_out)


def told(text: str, *, start: int = 0, end: int = 0, chpx: bytes = b"") -> tuple[str, set[int]]:
    """What is read, and the ends of deleted rows."""
    found = read(text, chpx, start, end)
    assert len(found.text) == len(text)
    return found.text.replace("\0", ""), set(found.deleted)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a\x13PAGE\x147\x15b", "a7\x15b"),
        ("a\x13XE\x15b", "ab"),
        ("\x13A\x13B\x14c\x15\x14d\x15e", "d\x15e"),
        ("\x13A\x14b\x13C\x14d\x15\x15", "bd\x15\x15"),
        ("a\x13never closed", "a\x13never closed"),
        ("a\x14\x15b", "a\x14\x15b"),
        ("a\x0bb\x1ec", "a\nb-c"),
        ("\uf0b39", "≥9"),
    ],
)
def test_fields_show_their_results(text: str, result: str) -> None:
    assert told(text)[0] == result


@pytest.mark.parametrize("chpx", [DELETED, HIDDEN, STRUCK])
def test_deleted_and_hidden_text_goes_and_cells_stay(chpx: bytes) -> None:
    assert told("ab\x07cd", start=1, end=4, chpx=chpx) == ("a\x07d", {2})


def test_a_sign_of_a_symbol_font_takes_the_place_of_a_bracket() -> None:
    assert told("值(90", start=1, end=2, chpx=SYMBOL)[0] == "值≥90"


@pytest.mark.parametrize(
    ("font", "code", "sign"), [(0, 0xF0FE, "☑"), (1, 0xF0A3, "□"), (9, 0xF0A3, "≤"), (0, 0x2265, "≥")]
)
def test_boxes_to_tick_are_signs_of_their_font(font: int, code: int, sign: str) -> None:
    chpx = bytes.fromhex("096a") + struct.pack("<HH", font, code)
    assert told("值(90", start=1, end=2, chpx=chpx)[0] == f"值{sign}90"


def test_hidden_and_struck_text_is_told_without_fields() -> None:
    text = "ab\x13XE 一\x15cd"
    assert left_out(text, HIDDEN, 1, 9) == [("hidden", "bc")]
    assert left_out(text, STRUCK, 2, 8) == []
    assert left_out("ab", DELETED, 0, 2) == []
    assert left_out("一二三四", STRUCK, 1, 4) == [("struck", "二三四")]  # in two pieces of the file
