"""Properties in an old Word file as it packs them: lists of numbered changes, kept on pages of 512 bytes.

Sources: [MS-DOC] 2.2.5 (sprms), 2.9.32 (ChpxFkp), 2.9.174 (PapxFkp).
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes of an operand by the top three bits of its sprm; 0: it tells its size itself
CELLS, _TABS = 0xD608, 0xC615
_TABS_TELL = 255  # the size of the operand follows from its counts
_LAST = 511  # the byte of a page that counts its runs
_POINTER, _PARAGRAPH_POINTER = 1, 13  # bytes that point to the properties of a run


class Run(NamedTuple):
    """Bytes `start` to `end` of the file have these properties."""

    start: int
    end: int
    data: bytes


def character_runs(pages: Iterable[bytes]) -> Iterator[Run]:
    """The runs of characters; their data are sprms."""
    return (run for page in pages for run in _runs(page, _POINTER))


def paragraph_runs(pages: Iterable[bytes]) -> Iterator[Run]:
    """The paragraphs; their data are two bytes for the style, then sprms."""
    return (run for page in pages for run in _runs(page, _PARAGRAPH_POINTER))


def sprms(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property with its operand; ends where the bytes end."""
    place = 0
    while place + 3 <= len(data):
        code = data[place] | data[place + 1] << 8
        size = _SIZES[code >> 13]
        place += 2
        if not size:
            size, place = _own_size(code, data, place)
        yield code, data[place : place + size]
        place += size


def _own_size(code: int, data: bytes, place: int) -> tuple[int, int]:
    if code == CELLS:
        return max(int.from_bytes(data[place : place + 2], "little") - 1, 0), place + 2
    if code == _TABS and data[place] == _TABS_TELL:
        deleted = data[place + 1]
        return 2 + 4 * deleted + 3 * data[place + 2 + 4 * deleted], place + 1
    return data[place], place + 1


def _runs(page: bytes, step: int) -> Iterator[Run]:
    count = page[_LAST]
    offsets = struct.unpack_from(f"<{count + 1}I", page)
    for place, (start, end) in enumerate(pairwise(offsets)):
        pointer = 2 * page[4 * (count + 1) + step * place]
        if start < end:
            yield Run(start, end, _data(page, pointer, step) if pointer else b"")


def _data(page: bytes, pointer: int, step: int) -> bytes:
    """Paragraphs count their bytes in pairs, less one; a zero says that the count follows."""
    size = page[pointer]
    if step == _POINTER:
        return page[pointer + 1 : pointer + 1 + size]
    start, length = (pointer + 1, 2 * size - 1) if size else (pointer + 2, 2 * page[pointer + 1])
    return page[start : start + length]
