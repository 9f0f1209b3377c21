"""The streams of an old Word file and the text that its piece table puts together.

Sources: [MS-DOC] 2.5 (FIB), 2.8.35 (PlcPcd), 2.9.38 (Clx). A Word file of 6.0 or 95 has another layout.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from itertools import accumulate, pairwise
from typing import NamedTuple

import olefile

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ENCRYPTED, ExcessError
from pbeditor.model.errors import UnreadableError

_WORD_97, _WORD_6, _OLDEST = 0xA5EC, 0xA5DC, 0x00C1  # wIdent and nFib
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200  # flags at offset 10
_STORIES = 0x4C  # ccpText, ccpFtn, ccpHdd, ccpMcr, ccpAtn, ccpEdn, ccpTxbx
_FONTS, _FONT_NAME = 0x112, 39  # where the names of fonts are told; bytes of a font before its name, [MS-DOC] 2.9.80
_CHPX, _PAPX, _CLX = 0xFA, 0x102, 0x1A2  # offset and size in the table stream
_PIECE_TABLE, _PROPERTIES = 2, 1  # kinds of entries in a Clx
_PAGE = 512
_NARROW = 0x40000000  # one byte a character
_TOO_OLD = "是 Word 6.0/95 的文件，格式太旧。请用 Word 或 WPS 打开它，另存为 .docx 后再导入。"


class Piece(NamedTuple):
    """Characters `start` to `end` of the text, which stand at byte `offset` of the file, `width` bytes each."""

    start: int
    end: int
    offset: int
    width: int


class Stories(NamedTuple):
    """Character positions of the running text and of what stands beside it, in the order of the file."""

    body: range
    footnotes: range
    headers: range
    macros: range
    comments: range
    endnotes: range
    boxes: range


class WordFile:
    """An opened file. Raises UnreadableError, or what `damage_is_told` tells."""

    def __init__(self, data: bytes, name: str) -> None:
        self._ole = olefile.OleFileIO(BytesIO(data))
        self.main = self._stream("WordDocument")
        identity, version = struct.unpack_from("<HH", self.main)
        flags = self._short(10)
        if identity not in (_WORD_97, _WORD_6):
            raise ValueError
        if identity == _WORD_6 or version < _OLDEST:
            raise UnreadableError(name, _TOO_OLD)
        if flags & _ENCRYPTED:
            raise UnreadableError(name, ENCRYPTED)
        self.table = self._stream("1Table" if flags & _SECOND_TABLE else "0Table")
        self.pieces = tuple(self._pieces())
        self._starts = [piece.start for piece in self.pieces]

    def text(self) -> str:
        """All stories one after another, a character for each character position."""
        return "".join(map(self._text_of, self.pieces))

    def stories(self) -> Stories:
        """The character positions of each kind of text."""
        ends = tuple(accumulate(struct.unpack_from("<7I", self.main, _STORIES), initial=0))
        return Stories(*(range(start, end) for start, end in pairwise(ends)))

    @cached_property
    def fonts(self) -> list[str]:
        """The names of the fonts, which signs of symbol fonts name by number; a damaged table ends where it breaks."""
        table = self._part(_FONTS)
        names: list[str] = []
        place = 4
        while place < len(table):
            data = table[place + 1 : place + 1 + table[place]]
            names.append(data[_FONT_NAME:].decode("utf-16-le", "ignore").partition("\0")[0])
            place += 1 + table[place]
        return names

    def offset(self, position: int) -> int:
        """The byte at which a character stands; properties are told by bytes."""
        piece = self.pieces[max(bisect_right(self._starts, position) - 1, 0)]
        return piece.offset + (position - piece.start) * piece.width

    def character_pages(self) -> Iterator[bytes]:
        """The 512-byte pages that hold character properties."""
        return self._pages(_CHPX)

    def paragraph_pages(self) -> Iterator[bytes]:
        """The 512-byte pages that hold paragraph properties."""
        return self._pages(_PAPX)

    def pointer(self, place: int) -> tuple[int, int]:
        """Where in the table stream a table begins and how long it is, from a place in the FIB."""
        offset, size = struct.unpack_from("<II", self.main, place)
        return offset, size

    def apart(self, offset: int) -> bytes:
        """Properties too long for a page, which stand in a stream of their own."""
        data = self._stream("Data") if self._ole.exists("Data") else b""
        (size,) = struct.unpack_from("<H", data, offset)
        return data[offset + 2 : offset + 2 + size]

    def _stream(self, name: str) -> bytes:
        return bytes(self._ole.openstream(name).read())

    def _short(self, offset: int) -> int:
        return int(struct.unpack_from("<H", self.main, offset)[0])

    def _part(self, pointer: int) -> bytes:
        offset, size = self.pointer(pointer)
        return self.table[offset : offset + size]

    def _pages(self, pointer: int) -> Iterator[bytes]:
        part = self._part(pointer)
        count = (len(part) - 4) // 8
        for (number,) in struct.iter_unpack("<I", part[4 * (count + 1) : 8 * count + 4]):
            page = self.main[_PAGE * number : _PAGE * (number + 1)]
            if len(page) == _PAGE:
                yield page

    def _pieces(self) -> Iterator[Piece]:
        plc = self._piece_table()
        count = (len(plc) - 4) // 12
        positions = struct.unpack_from(f"<{count + 1}I", plc)
        for place, (start, end) in enumerate(pairwise(positions)):
            (code,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * place + 2)
            offset, width = ((code & ~_NARROW) // 2, 1) if code & _NARROW else (code, 2)
            if not start < end <= start + (len(self.main) - offset) // width:
                raise ValueError
            yield Piece(start, end, offset, width)

    def _piece_table(self) -> bytes:
        clx = self._part(_CLX)
        place = 0
        while clx[place] == _PROPERTIES:
            place += 3 + int(struct.unpack_from("<H", clx, place + 1)[0])
        if clx[place] != _PIECE_TABLE:
            raise ValueError
        return clx[place + 5 :]

    def _text_of(self, piece: Piece) -> str:
        if piece.end > limits.CHARACTERS:
            raise ExcessError(limits.CHARACTERS)
        data = self.main[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
        if piece.width == 1:
            return data.decode("cp1252", "replace")
        text = data.decode("utf-16-le", "surrogatepass")
        # Positions count the two halves of a rare sign as two.
        return (
            text
            if len(text) == piece.end - piece.start
            else "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))
        )
