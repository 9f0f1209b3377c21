"""Take the folders of the building machine out of the libraries of a built program.

A Python that was compiled by hand writes into its libraries where it lies; on another machine anybody may own that
place and put other libraries there. Debian's Python has none. What begins with $ORIGIN counts from the library itself.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

MAGIC = b"\x7fELF\x02\x01"  # 64 bits, little endian, as all systems that we build for
HEADERS_AT, HEADER_COUNT_AT, HEADER_SIZE = 32, 56, 56
LOADED, DYNAMIC = 1, 2
STRINGS, RPATH, RUNPATH = 5, 15, 29


def forget_folders(libraries: Iterable[Path]) -> None:
    """Write each library anew that would look in a folder of this machine."""
    for library in libraries:
        before = library.read_bytes()
        after = without_folders(before)
        if after != before:
            library.write_bytes(after)


def without_folders(library: bytes) -> bytes:
    """The library without absolute search paths; anything else is left as it is."""
    if not library.startswith(MAGIC):
        return library
    (start,), (count,) = (
        struct.unpack_from("<Q", library, HEADERS_AT),
        struct.unpack_from("<H", library, HEADER_COUNT_AT),
    )
    # Kind, flags, place in the file, address, physical address, bytes in the file, bytes in memory, alignment.
    headers = [struct.unpack_from("<IIQQQQQQ", library, start + HEADER_SIZE * number) for number in range(count)]
    loaded = [(address, place, size) for kind, _, place, address, _, size, *_ in headers if kind == LOADED]
    for kind, _, place, _, _, size, *_ in headers:
        if kind == DYNAMIC:
            entries = list(struct.iter_unpack("<qQ", library[place : place + size]))
            kept = _kept(library, entries, loaded)
            packed = b"".join(struct.pack("<qQ", *entry) for entry in kept).ljust(size, b"\0")
            library = library[:place] + packed + library[place + size :]
    return library


def _kept(library: bytes, entries: list[tuple[int, int]], loaded: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    strings = next((value for kind, value in entries if kind == STRINGS), 0)
    place = next((place + strings - at for at, place, size in loaded if at <= strings < at + size), 0)
    return [
        (kind, value)
        for kind, value in entries
        if kind not in {RPATH, RUNPATH} or library.startswith(b"$ORIGIN", place + value)
    ]
