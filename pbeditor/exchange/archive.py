"""Zip packages: read within limits, written the same each time."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from pbeditor.exchange import limits
from pbeditor.exchange.damage import DAMAGED, ENCRYPTED
from pbeditor.exchange.limits import Limit
from pbeditor.exchange.markup import usual
from pbeditor.model.errors import UnreadableError
from pbeditor.model.progress import READING, tick

_ENCRYPTION_FLAG = 1
_DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, etree.LxmlError)


class Package:
    """The parts of an office file in memory. Every method raises UnreadableError."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        with self.damage_is_told():
            self._zip = ZipFile(BytesIO(data))
        self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        self._refuse_excess()

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def parts(self) -> tuple[str, ...]:
        """The names of all parts in their order."""
        return tuple(self._infos)

    def read(self, part: str) -> bytes:
        """A part as one piece; b"" where it is missing."""
        if part not in self._infos:
            return b""
        with self.damage_is_told(), self.stream(part, limits.PART) as stream:
            return b"".join(iter(lambda: stream.read(1 << 16), b""))

    @contextmanager
    def stream(self, part: str, most: Limit = limits.TOTAL) -> Iterator["Stream"]:
        """A part to be read piece by piece, `most` bytes between two calls of `Stream.go_on`."""
        info = self._infos[part]
        with self._zip.open(info) as source:
            yield Stream(source, info.file_size, most, self.excess(most))

    @contextmanager
    def damage_is_told(self) -> Iterator[None]:
        """What zip, inflate and the XML parser say about a broken file, in words a person can use."""
        try:
            yield
        except _DAMAGE as error:
            raise self.damaged() from error

    def damaged(self) -> UnreadableError:
        """The error for content that is not what it should be."""
        return UnreadableError(self.name, DAMAGED)

    def excess(self, limit: Limit) -> UnreadableError:
        """The error for a file that asks for more than this."""
        return UnreadableError(self.name, limit.sentence)

    def _refuse_excess(self) -> None:
        infos = self._infos.values()
        if any(info.flag_bits & _ENCRYPTION_FLAG for info in infos):
            raise UnreadableError(self.name, ENCRYPTED)
        if len(self._zip.infolist()) > limits.ENTRIES:
            raise self.excess(limits.ENTRIES)
        if any(info.file_size > limits.SMALL + limits.RATIO * info.compress_size for info in infos):
            raise self.excess(limits.RATIO)
        if sum(info.file_size for info in infos) > limits.TOTAL:
            raise self.excess(limits.TOTAL)
        if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
            raise self.damaged()


class Stream:
    """Counts what is inflated, because the directory of a package can lie, and tells how far it has come."""

    def __init__(self, source: IO[bytes], size: int, most: int, excess: Exception) -> None:
        self._source = source
        self._size, self._done = size, 0
        self._left = self._most = most
        self._excess = excess
        self._first = True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, b"" at the end; raises the error given at the start once there are too many."""
        data = self._source.read(size)
        self._left -= len(data)
        self._done += len(data)
        tick(READING, min(self._done, self._size), self._size)
        if self._left < 0:
            raise self._excess
        if self._first:
            self._first = False
            return usual(data)
        return data

    def go_on(self, most: int) -> None:
        """Allow `most` further bytes: what was read so far has been let go."""
        self._left = most


def pack(parts: Iterable[tuple[str, bytes | Iterable[bytes]]], level: int | None = None) -> bytes:
    """A zip package of (name, content or pieces of it); the same parts give the same bytes.

    `level` is zlib's, from 1, the fastest, to 9.
    """
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts:
            with package.open(_entry(name, level), "w") as entry:
                for piece in (content,) if isinstance(content, bytes) else content:
                    entry.write(piece)
    return target.getvalue()


def _entry(name: str, level: int | None) -> ZipInfo:
    info = ZipInfo(name)  # dated 1980-01-01, the oldest a zip can name
    info.compress_type = ZIP_DEFLATED
    info._compresslevel = level  # type: ignore[attr-defined] # noqa: SLF001 - the package's own is not asked for an entry
    info.create_system = 0  # the same on every system
    return info
