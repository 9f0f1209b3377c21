"""A file read for the window: a large one beside it, so that the window stays awake."""

import gc
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from pbeditor.model.progress import CancelledError, Listener
from pbeditor.store import disk
from pbeditor.ui.background import Task
from pbeditor.ui.dialogs.waiting import wait_for
from pbeditor.ui.guard_file import digest_of
from pbeditor.ui.rereading import explained
from pbeditor.ui.trying import tried
from pbeditor.work.opening import Opened, UnknownLayoutError, open_to_look

LARGE = 1 << 20  # bytes: about 200 projects
_Looked = tuple[bytes, Opened]


class Found(Struct):
    """What reading a file has come to; `opened` is None where it cannot be read or was given up."""

    content: bytes = b""
    digest: bytes = b""
    opened: Opened | None = None
    unknown: UnknownLayoutError | None = None


def read_file(path: Path, window: QWidget) -> Found:
    """Read a file; what is wrong with it is said, and a layout that nobody knows is asked about."""
    found = Found()

    def read() -> None:
        found.content = disk.read(path)
        try:
            found.digest, found.opened = _looked_at(found.content, path.name, window)
        except UnknownLayoutError as error:
            found.unknown = error

    with suppress(CancelledError):
        tried(window, read)
    if found.unknown:
        found.opened = explained(window, found.unknown)
    return found


def _looked_at(data: bytes, name: str, window: QWidget) -> _Looked:
    if len(data) < LARGE:
        return digest_of(data), open_to_look(data, name)

    def work(listener: Listener) -> _Looked:
        opened = open_to_look(data, name, listener)
        gc.freeze()  # none of it is ever in a ring: the collector would go through it again and again, 0.1 s each time
        return digest_of(data), opened

    looked_at: _Looked = wait_for(Task(work), "打开", window)
    return looked_at
