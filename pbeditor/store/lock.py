"""A small file beside an open document that tells others who edits it, where and since when.

It hinders nobody: where it cannot be written, as in read-only folders, the document opens without one.
"""

import getpass
import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from pbeditor.model.errors import FileError
from pbeditor.model.text import clean_line
from pbeditor.store.disk import read
from pbeditor.store.process import Owner, host, is_gone, this_owner
from pbeditor.store.temporary import hide, piece_in

LIMIT = 16 * 1024
_LONGEST = 200  # bytes of a name that leaves room for what a lock adds to it
_NOBODY = Owner("", "", 0, "")


class Holder(Struct, frozen=True):
    """Who edits a document. All of it may be blank, when another program wrote the lock."""

    user: str = ""
    host: str = ""
    since: str = ""  # local time, to the minute
    owner: Owner = _NOBODY


def acquire(path: Path) -> Holder | None:
    """Take the lock of a document, or tell who has it. What a crashed program left is taken without a word."""
    lock = lock_path(path)
    if _create(lock):
        return None
    if not os.path.lexists(lock):  # given back in this moment
        return acquire(path)
    other = holder(path)
    if other is None or not is_gone(other.owner):
        return other
    return acquire(path) if _take_away(lock, other) else holder(path)


def take_over(path: Path) -> None:
    """Take the lock from whoever has it."""
    lock = lock_path(path)
    with suppress(OSError):
        lock.unlink(missing_ok=True)
    _create(lock)


def release(path: Path) -> None:
    """Give the lock back, if it is ours."""
    lock = lock_path(path)
    found = _read(lock)
    if found and found.owner == this_owner():
        with suppress(OSError):
            lock.unlink()


def holder(path: Path) -> Holder | None:
    """Who else has the document open; None for nobody and for this program."""
    found = _read(lock_path(path))
    return found if found and found.owner != this_owner() else None


def lock_path(path: Path) -> Path:
    """Where the lock of a document lies: beside the file itself, by whatever link it was opened."""
    path = Path(os.path.realpath(path))
    fits = len(os.fsencode(path.name)) <= _LONGEST
    name = path.name if fits else sha256(os.fsencode(path.name)).hexdigest()[:32]
    return path.with_name(f".~lock.{name}#")


def _read(lock: Path) -> Holder | None:
    try:
        data = read(lock, LIMIT)
    except FileError:
        return Holder() if os.path.lexists(lock) else None
    try:
        found = msgspec.json.decode(data, type=Holder)
    except (ValueError, RecursionError):
        return Holder()
    return Holder(clean_line(found.user)[:60], clean_line(found.host)[:60], clean_line(found.since)[:40], found.owner)


def _create(lock: Path) -> bool:
    """Whether the lock is ours now; also True where none can be made, for then nobody can have one."""
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    data = msgspec.json.encode(Holder(_user(), host(), now, this_owner()))
    try:
        # What others read of it is whole at once: the name appears when the content is there.
        piece = piece_in(lock.parent)
        piece.write_bytes(data)
        try:
            hide(piece)
            _name(piece, lock, data)
        finally:
            piece.unlink(missing_ok=True)
    except FileExistsError:
        return False
    except (OSError, ValueError):
        return not os.path.lexists(lock)
    return True


def _name(piece: Path, lock: Path, data: bytes) -> None:
    """Give the piece its name, unless there is a lock. Raises FileExistsError."""
    if os.name == "nt":
        piece.rename(lock)  # which refuses there when the name is taken
        return
    try:
        os.link(piece, lock)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with lock.open("xb") as file:
            file.write(data)


def _take_away(lock: Path, stale: Holder) -> bool:
    """Remove a stale lock; of two programs that try at the same moment one succeeds."""
    aside = piece_in(lock.parent)
    try:
        lock.rename(aside)
    except OSError:
        return False
    try:
        if _read(aside) == stale:
            return True
        with suppress(OSError):  # somebody else was quicker, and this is the new lock
            os.link(aside, lock)
        return False
    finally:
        with suppress(OSError):
            aside.unlink()


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a user id without an account, as in containers
        return ""
