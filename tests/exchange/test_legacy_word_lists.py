"""Numbers of lists in old Word files, told as Word tells them today."""

import struct

from pbeditor.exchange.legacy_word_file import WordFile
from pbeditor.exchange.legacy_word_lists import numbering_part
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_styles import Numbering
from tests.exchange.shown import sample

LISTS, OVERRIDES = 0x2E2, 0x2EA


def level(text: str, *, kind: int = 0, start: int = 1, follow: int = 2) -> bytes:
    head = struct.pack("<iBB9xB8xBBxx", start, kind, 0, follow, 0, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def labels(lists: bytes, overrides: bytes, *asked: tuple[str, str]) -> list[str]:
    file = WordFile(sample("layouts.doc"), "甲")
    file.table = lists + overrides
    main = bytearray(file.main)
    main[LISTS : LISTS + 16] = struct.pack("<4I", 0, len(lists), len(lists), len(overrides))
    file.main = bytes(main)
    told = Lists(lambda: numbering_part(file))
    return [told.label(Numbering(number, depth)) for number, depth in asked]


def simple(number: int, *levels: bytes) -> bytes:
    flags = 0 if len(levels) > 1 else 1
    return struct.pack("<H", 1) + struct.pack("<ii18xBB", number, 0, flags, 0) + b"".join(levels)


def overrides(*found: tuple[int, bytes]) -> bytes:
    heads = b"".join(struct.pack("<i8xBxxx", number, bool(data)) for number, data in found)
    return struct.pack("<I", len(found)) + heads + b"".join(b"\xff\xff\xff\xff" + data for _, data in found)


def test_a_list_counts() -> None:
    found = labels(simple(7, level("\0、", start=3)), overrides((7, b"")), ("1", "0"), ("1", "0"), ("2", "0"))
    assert found == ["3、", "4、", ""]


def test_levels_have_their_own_numerals() -> None:
    nine = [level("第\0条", kind=37), level("\0.\1", follow=1), *[level("")] * 7]
    found = labels(simple(-5, *nine), overrides((-5, b"")), ("1", "0"), ("1", "1"), ("1", "1"), ("1", "2"))
    assert found == ["第一条 ", "一.1 ", "一.2 ", ""]


def test_bullets_are_no_numbers() -> None:
    assert labels(simple(7, level("\uf0b7", kind=23)), overrides((7, b"")), ("1", "0")) == [""]


def test_a_list_may_begin_anew() -> None:
    again = struct.pack("<iI", 1, 0x10)
    found = labels(simple(7, level("\0.")), overrides((7, b""), (7, again)), ("1", "0"), ("1", "0"), ("2", "0"))
    assert found == ["1.", "2.", "1."]


def test_a_damaged_table_costs_only_its_numbers() -> None:
    assert labels(simple(7, level("\0.")[:20]), overrides((7, b"")), ("1", "0")) == [""]
