"""Who else has the open file, and whether it still holds what this program read or wrote last."""

from hashlib import sha256
from pathlib import Path

from pbeditor.model.errors import UnreadableError
from pbeditor.store import disk, lock
from pbeditor.store.lock import Holder
from pbeditor.store.temporary import sweep

Stamp = tuple[int, int, int]


class FileGuard:
    """Holds the lock of one file, and remembers its content by hash; time and size only save reading it."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.read_only = ""  # why the file is not to be written, "" if it may be
        self._digest = self._told = b""
        self._stamp: Stamp | None = None

    @property
    def digest(self) -> bytes:
        """SHA-256 of what the open file held when it was read or written last."""
        return self._digest

    def admit(self, path: Path) -> Holder | None:
        """Take the file's lock, or tell who has it. The file that is held until now stays held."""
        sweep(path.parent)
        return lock.acquire(path)

    def hold(self, path: Path | None, digest: bytes, read_only: str = "", stamp: Stamp | None = None) -> None:
        """From now on this file is the open one, `digest` that of what it held, `stamp` its stamp then if not now."""
        if self.path and not (path and lock.lock_path(path) == lock.lock_path(self.path) and not read_only):
            lock.release(self.path)
        self.path, self.read_only = path, read_only
        self._digest = self._told = digest
        self._stamp = stamp or stamp_of(path)

    def release(self) -> None:
        """No file is open."""
        self.hold(None, b"")

    def give_back(self, path: Path) -> None:
        """The file that was admitted did not become one that is open for writing."""
        if not self.is_own(path) or self.read_only:
            lock.release(path)

    def is_own(self, path: Path) -> bool:
        """Whether this is the open file, by whatever name."""
        return self.path is not None and lock.lock_path(path) == lock.lock_path(self.path)

    def successor(self) -> Holder | None:
        """Who has taken the open file over."""
        return lock.holder(self.path) if self.path and not self.read_only else None

    def is_changed(self) -> bool:
        """Whether the file now holds something else. One that is gone or cannot be read has not changed."""
        return bool(self.path) and self._present() not in (b"", self._digest)

    def has_news(self) -> bool:
        """Whether the file holds something that was not told before; quick where its time and size are the same."""
        if self.path is None or stamp_of(self.path) == self._stamp:
            return False
        self._stamp, present = stamp_of(self.path), self._present()
        news = present not in (b"", self._told)
        self._told = present or self._told
        return news and present != self._digest

    def is_gone(self) -> bool:
        """Whether there is no such file any more."""
        return self.path is not None and not disk.is_there(self.path)

    def _present(self) -> bytes:
        try:
            return digest_of(disk.read(self.path)) if self.path else b""
        except UnreadableError:
            return b""


def digest_of(data: bytes) -> bytes:
    """What tells the content of a file from any other."""
    return sha256(data).digest()


def stamp_of(path: Path | None) -> Stamp | None:
    """What mostly changes with the content: when it was written, its size and number; None for no file."""
    try:
        status = path.stat() if path else None
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino) if status else None
