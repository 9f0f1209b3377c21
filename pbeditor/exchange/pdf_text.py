"""Maps from a PDF's glyphs back to characters, so that search and copy find the text."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from string import ascii_uppercase
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

_BLOCK = 100  # entries of one bfchar section (Adobe technical note 5014)


def name_characters(fonts: Sequence[DictionaryObject], characters: Sequence[Sequence[str]]) -> None:
    """Give each font the map of its glyphs; `characters` are those of glyph 1, 2, … of each font.

    A font whose glyphs are not as many as its characters keeps the map it has: a wrong one would be worse.
    """
    for font, signs in zip(fonts, characters, strict=False):
        if glyph_count(font) == len(signs) + 1:
            stream = StreamObject()
            stream.set_data(character_map(signs))
            font[NameObject("/ToUnicode")] = stream.flate_encode()


def name_subsets(fonts: Sequence[DictionaryObject]) -> None:
    """Say by a tag in its name that only a part of a font is in the file (ISO 32000-1, 9.6.4); Qt's tags are random."""
    for font, letter in zip(fonts, cycle(ascii_uppercase)):
        descriptor = _descriptor(font)
        face = str(descriptor.get("/FontName", "/")).rpartition("+")[2].strip("/")
        name = NameObject(f"/PAGES{letter}+{face}")
        for part, key in ((font, "/BaseFont"), (_descendant(font), "/BaseFont"), (descriptor, "/FontName")):
            part[NameObject(key)] = name


def character_map(signs: Sequence[str]) -> bytes:
    """A ToUnicode map for two-byte codes from 1 (ISO 32000-1, 9.10.3); a glyph that stands for nothing has no entry."""
    entries = [f"<{code:04X}> <{sign.encode('utf-16-be').hex().upper()}>" for code, sign in enumerate(signs, 1) if sign]
    return "\n".join((*_OPENING, *_sections(entries), *_CLOSING)).encode("ascii")


def glyph_count(font: DictionaryObject) -> int:
    """How many glyphs the embedded TrueType file of a composite font holds, glyph 0 included; 0 where it has none."""
    descriptor = _descriptor(font)
    if "/FontFile2" not in descriptor:
        return 0
    data = cast("StreamObject", descriptor["/FontFile2"]).get_data()
    for number in range(int.from_bytes(data[4:6])):
        entry = data[12 + 16 * number : 28 + 16 * number]
        if entry[:4] == b"maxp":
            table = int.from_bytes(entry[8:12])
            return int.from_bytes(data[table + 4 : table + 6])
    return 0


def _descendant(font: DictionaryObject) -> DictionaryObject:
    return cast("DictionaryObject", cast("ArrayObject", font["/DescendantFonts"])[0].get_object())


def _descriptor(font: DictionaryObject) -> DictionaryObject:
    return cast("DictionaryObject", _descendant(font)["/FontDescriptor"])


def _sections(entries: list[str]) -> Iterator[str]:
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"


_OPENING = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CLOSING = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
