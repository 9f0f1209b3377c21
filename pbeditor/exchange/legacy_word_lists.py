"""Automatic numbers of an old Word file: its list tables told anew as the numbering part of a newer one.

Sources: [MS-DOC] 2.9.150 (LSTF), 2.9.148 (LVLF), 2.9.131 (LFO), 2.9.132 (LFOData), 2.9.133 (LFOLVL);
[MS-OSHARED] 2.2.1.3 (kinds of numerals).
"""

import struct
from collections.abc import Iterator

from pbeditor.exchange.legacy_word_file import WordFile
from pbeditor.exchange.markup import W
from pbeditor.exchange.xml_text import legal, quoted

_LISTS, _OVERRIDES = 0x2E2, 0x2EA  # offset and size in the table stream, as the FIB tells them
_NUMERALS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "chineseCounting",
    11: "chineseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet",
    33: "chineseCounting", 35: "chineseCounting", 37: "chineseCounting", 39: "chineseCounting", 255: "none",
}  # fmt: skip
_SIMPLE = 1  # a list of one level
_LEVELS = 9
_SPACE = 1  # what follows the number
_HAS_START, _HAS_LEVEL = 0x10, 0x20


def numbering_part(file: WordFile) -> bytes:
    """The lists of a file as the XML of word/numbering.xml; a damaged table ends where it cannot be read."""
    xml = "".join((*_until_damage(_lists(file)), *_until_damage(_overrides(file))))
    return f'<w:numbering xmlns:w="{W[1:-1]}">{xml}</w:numbering>'.encode()


def _until_damage(found: Iterator[str]) -> Iterator[str]:
    try:
        yield from found
    except (struct.error, IndexError):
        return


def _lists(file: WordFile) -> Iterator[str]:
    """Each list with its levels; all levels follow the last of the lists."""
    place, size = file.pointer(_LISTS)
    if not size:
        return
    table = file.table
    (count,) = struct.unpack_from("<H", table, place)
    levels = place + 2 + 28 * count
    for start in range(place + 2, levels, 28):
        (number,) = struct.unpack_from("<i", table, start)
        inside = ""
        for depth in range(1 if table[start + 26] & _SIMPLE else _LEVELS):
            level, levels = _level(table, levels, depth)
            inside += level
        yield f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


def _level(table: bytes, place: int, depth: int) -> tuple[str, int]:
    """The XML of one level, and where the next one begins."""
    start, kind = struct.unpack_from("<iB", table, place)
    text_place = place + 28 + table[place + 24] + table[place + 25]
    (length,) = struct.unpack_from("<H", table, text_place)
    end = text_place + 2 + 2 * length
    text = table[text_place + 2 : end].decode("utf-16-le", "ignore")
    shown = "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text)
    suffix = "space" if table[place + 15] == _SPACE else "nothing"
    xml = "".join(
        f'<w:{name} w:val="{quoted(legal(value))}"/>'
        for name, value in (
            ("start", str(start)),
            ("numFmt", _NUMERALS.get(kind, "decimal")),
            ("suff", suffix),
            ("lvlText", shown),
        )
    )
    return f'<w:lvl w:ilvl="{depth}">{xml}</w:lvl>', end


def _overrides(file: WordFile) -> Iterator[str]:
    """What paragraphs point to: a list, and levels that start anew."""
    place, size = file.pointer(_OVERRIDES)
    if not size:
        return
    table = file.table
    (count,) = struct.unpack_from("<I", table, place)
    data = place + 4 + 16 * count
    for number, start in enumerate(range(place + 4, data, 16), 1):
        (abstract,) = struct.unpack_from("<i", table, start)
        inside = ""
        data += 4
        for _ in range(table[start + 12]):
            level, data = _override(table, data)
            inside += level
        yield f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def _override(table: bytes, place: int) -> tuple[str, int]:
    start, flags = struct.unpack_from("<iI", table, place)
    place += 8
    if flags & _HAS_LEVEL:
        _, place = _level(table, place, 0)
    inside = f'<w:startOverride w:val="{start}"/>' if flags & _HAS_START else ""
    return f'<w:lvlOverride w:ilvl="{flags & 15}">{inside}</w:lvlOverride>', place
