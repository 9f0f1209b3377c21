"""A file read for the window: a large one beside it, so that the window stays awake."""

import gc
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from pbeditor.model.progress import CancelledError, Listener
from pbeditor.store import disk
from pbeditor.ui.background import Task
from pbeditor.ui.dialogs.waiting import wait_for
from pbeditor.ui.guard_file import Stamp, digest_of, stamp_of
from pbeditor.ui.rereading import explained
from pbeditor.ui.trying import outcome
from pbeditor.work.hidden import as_seen
from pbeditor.work.opening import Opened, UnknownLayoutError, open_to_look

LARGE = 1 << 20  # bytes: about 200 projects
NEWER = "由更新的版本保存，这里只显示能认识的内容"
_Looked = tuple[bytes, Opened]
_Read = tuple[bytes, bytes, Opened | UnknownLayoutError]


class Found(Struct, frozen=True):
    """What was read: of a file also its bytes with their digest, and its stamp from before it was read."""

    opened: Opened
    content: bytes = b""
    digest: bytes = b""
    stamp: Stamp | None = None

    @property
    def read_only(self) -> str:
        """Why its file is not to be written over, "" if it may be."""
        return NEWER if self.opened.is_newer else ""


def read_file(path: Path, window: QWidget) -> Found | None:
    """Read a file as one sees it; None where it cannot be read, which is said, or was given up.

    A layout that nobody knows is asked about.
    """
    stamp = stamp_of(path)
    try:
        read = outcome(window, lambda: _read(path, window))
    except CancelledError:
        read = None
    if read is None:
        return None
    content, digest, seen = read
    opened = explained(window, seen) if isinstance(seen, UnknownLayoutError) else seen
    return Found(as_seen(opened), content, digest, stamp) if opened else None


def _read(path: Path, window: QWidget) -> _Read:
    content = disk.read(path)
    try:
        return content, *_looked_at(content, path.name, window)
    except UnknownLayoutError as error:
        return content, b"", error


def _looked_at(data: bytes, name: str, window: QWidget) -> _Looked:
    if len(data) < LARGE:
        return digest_of(data), open_to_look(data, name)

    def work(listener: Listener) -> _Looked:
        opened = open_to_look(data, name, listener)
        gc.freeze()  # none of it is ever in a ring: the collector would go through it again and again, 0.1 s each time
        return digest_of(data), opened

    looked_at: _Looked = wait_for(Task(work), "打开", window)
    return looked_at
