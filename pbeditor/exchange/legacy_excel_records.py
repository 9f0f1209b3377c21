"""Records of an old Excel file: numbers, texts that run over several records, and the stream they stand in.

Sources: [MS-XLS] 2.1.4 (records), 2.4.265 (SST), 2.5.293 (XLUnicodeRichExtendedString), 2.5.217 (RkNumber).
"""

import struct
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

import olefile

from pbeditor.model.progress import READING, tick

BOF, EOF, CONTINUE = 0x809, 0x0A, 0x3C
_STREAMS = ("Workbook", "Book")
_WIDE, _EXTENDED, _RICH = 1, 4, 8  # flags of a text


class Record(NamedTuple):
    """A record with those that continue it."""

    kind: int
    data: bytes
    more: Sequence[bytes] = ()


def workbook_stream(data: bytes) -> bytes:
    """The stream with the records. Raises OSError where there is none."""
    ole = olefile.OleFileIO(BytesIO(data))
    name = next((name for name in _STREAMS if ole.exists(name)), _STREAMS[0])
    return bytes(ole.openstream(name).read())


def records(stream: bytes, place: int = 0) -> Iterator[Record]:
    """The records from a place on; a record that is cut off ends them."""
    kind, data, more = -1, b"", []
    while place + 4 <= len(stream):
        following, size = struct.unpack_from("<HH", stream, place)
        content = stream[place + 4 : place + 4 + size]
        place += 4 + size
        tick(READING, min(place, len(stream)), len(stream))
        if following == CONTINUE:
            more.append(content)
            continue
        if kind >= 0:
            yield Record(kind, data, tuple(more))
        kind, data, more = following, content, []
    if kind >= 0:
        yield Record(kind, data, tuple(more))


class Texts:
    """Reads text after text from a record and those that continue it. Raises IndexError or struct.error at the end."""

    def __init__(self, record: Record, start: int) -> None:
        self._pieces = [record.data[start:], *record.more]
        self._piece = 0
        self._place = 0

    def next(self, *, short: bool = False) -> str:
        """One text with its length before it, in one byte where `short`."""
        length = self._number(1 if short else 2)
        flags = self._number(1)
        runs = self._number(2) if flags & _RICH else 0
        extended = self._number(4) if flags & _EXTENDED else 0
        text = self._characters(length, 2 if flags & _WIDE else 1)
        self._skip(4 * runs + extended)
        return text

    def _number(self, size: int) -> int:
        if self._place >= len(self._pieces[self._piece]):
            self._piece, self._place = self._piece + 1, 0
        data = self._pieces[self._piece][self._place : self._place + size]
        self._place += size
        return int.from_bytes(data, "little")

    def _characters(self, left: int, width: int) -> str:
        """Each record that goes on with a text says anew whether its characters take one byte or two."""
        parts: list[bytes] = []
        while left:
            piece = self._pieces[self._piece]
            taken = min(left, (len(piece) - self._place) // width)
            data = piece[self._place : self._place + taken * width]
            parts.append(data if width > 1 else data.decode("latin-1").encode("utf-16-le"))
            left -= taken
            self._place += taken * width
            if left:
                self._piece += 1
                width, self._place = 1 + (self._pieces[self._piece][0] & _WIDE), 1
        return b"".join(parts).decode("utf-16-le", "ignore")

    def _skip(self, size: int) -> None:
        while size:
            taken = min(size, len(self._pieces[self._piece]) - self._place)
            size -= taken
            self._place += taken
            if size:
                self._piece, self._place = self._piece + 1, 0


def short(data: bytes, place: int) -> int:
    """A number of two bytes."""
    return int(struct.unpack_from("<H", data, place)[0])


def rk(number: int) -> float:
    """A number packed into four bytes: two flags, then an integer or the upper half of a float."""
    value = float((number ^ 0x80000000) - 0x80000000 >> 2) if number & 2 else _upper_half(number)
    return value / 100 if number & 1 else value


def _upper_half(number: int) -> float:
    return float(struct.unpack("<d", struct.pack("<II", 0, number & 0xFFFFFFFC))[0])
