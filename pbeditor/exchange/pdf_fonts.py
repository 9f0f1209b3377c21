"""Fonts taken out of a PDF that Qt has written, which has cut them down to the glyphs that are used.

Qt maps glyphs back to characters by the font's own table: it takes ⽬ for 目, and knows nothing of glyphs that a font
keeps for Latin context, so that no project code could be found. Here each font gets a true map.
"""

import re
import zlib
from collections.abc import Iterator

from msgspec import Struct

from pbeditor.exchange.pdf_objects import Objects
from pbeditor.exchange.pdf_text import character_map

_NAME = re.compile(rb"/(BaseFont|FontName) /(?:[A-Z]{6}\+)?")


class Fonts(Struct, frozen=True):
    """Qt's file, and the characters of glyph 1, 2, … of each of its fonts by name, in their order."""

    file: bytes
    characters: dict[str, tuple[str, ...]]


def embed(objects: Objects, fonts: Fonts) -> Iterator[tuple[str, int]]:
    """Put the fonts among the objects of a file; the name and the number of each.

    Raises ValueError where Qt's file does not hold as many.
    """
    source = _objects_of(fonts.file)
    named = sorted((int(number), int(at)) for number, at in re.findall(rb"/F(\d+) (\d+) 0 R", fonts.file))
    for place, ((_, at), (name, signs)) in enumerate(zip(named, fonts.characters.items(), strict=True)):
        yield name, _Copy(source, objects, f"PAGES{chr(ord('A') + place % 26)}", signs).taken(at)


class _Copy:
    """Takes an object with all it refers to, and gives them new numbers."""

    def __init__(self, source: dict[int, bytes], objects: Objects, tag: str, signs: tuple[str, ...]) -> None:
        self._source, self._objects, self._tag = source, objects, tag.encode("ascii")
        self._signs = signs

    def taken(self, number: int) -> int:
        """The new number."""
        said, stream, data = self._source[number].partition(b"stream\n")
        said = re.sub(rb"/ToUnicode (\d+) 0 R", lambda _: b"/ToUnicode %d 0 R" % self._map(), said)
        said = _NAME.sub(lambda found: b"/%s /%s+" % (found[1], self._tag), said)
        # What is left of references leads to other objects of Qt's, or to a length.
        said = re.sub(rb"(?<!ToUnicode )\b(\d+) 0 R", self._led, said)
        return self._objects.add(said + stream + data)

    def _led(self, found: re.Match[bytes]) -> bytes:
        number = int(found[1])
        body = self._source[number].strip()
        return body if body.isdigit() else b"%d 0 R" % self.taken(number)

    def _map(self) -> int:
        return self._objects.add_stream(zlib.compress(character_map(self._signs)))


def _objects_of(file: bytes) -> dict[int, bytes]:
    """What stands between `obj` and `endobj`, by its number; the table at the end says where."""
    start = int(file[file.rindex(b"startxref") + 9 :].split(None, 1)[0])
    places = re.findall(rb"(\d{10}) 00000 n", file[start:])
    found = {}
    for number, place in enumerate(map(int, places), 1):
        begin = file.index(b"obj", place) + 3
        found[number] = file[begin : _end(file, begin)].strip(b"\r\n ")
    return found


def _end(file: bytes, begin: int) -> int:
    """Where an object ends; a stream may hold any bytes, and Qt ends it on a line of its own."""
    end = file.index(b"endobj", begin)
    return file.index(b"endobj", file.index(b"\nendstream\nendobj", begin)) if b"stream" in file[begin:end] else end
