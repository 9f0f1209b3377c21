"""Copies of unsaved work in the local settings folder, from which it is recovered after a crash.

The name of a copy tells which process wrote it: those of a running program are its own affair.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from pbeditor.model.document import Document
from pbeditor.model.errors import FileError, UnreadableError
from pbeditor.store import backup, disk, project_file
from pbeditor.store.migrate import VERSION
from pbeditor.store.process import is_gone, mark, owner_in, this_owner
from pbeditor.store.project_content import FORMAT as KIND
from pbeditor.store.project_content import ProjectFile
from pbeditor.store.settings import local_folder, settings_folder
from pbeditor.store.temporary import sweep

FORMAT: Final = "pbeditor-recovery"
ENDING = ".pbrec"
_LAST = 253_402_214_400  # s since 1970, the last day of the year 9999: no calendar has a later one


class RecoveryFile(Struct, frozen=True):
    """The whole content of a recovery copy."""

    format: Literal["pbeditor-recovery"]
    name: str  # of the document, as the window's title shows it
    path: str  # of the file that it belongs to, "" for one that was never saved
    when: float  # seconds since 1970
    content: msgspec.Raw  # a project file
    file_changed: float = 0.0  # when its file was last written then, by the clock of the disk that has it
    file_digest: str = ""  # SHA-256 of what its file held when the document was opened or saved last


class _Written(Struct, frozen=True):
    """The same as it is written."""

    format: str
    name: str
    path: str
    when: float
    content: ProjectFile
    file_changed: float
    file_digest: str


class Copy(Struct, frozen=True):
    """Unsaved work that can be recovered; `saved` is what its file holds, None where there is none."""

    file: Path
    name: str
    path: Path | None
    when: float
    document: Document
    saved: Document | None
    file_changed: float = 0.0
    file_digest: str = ""


def keep(key: str, name: str, path: Path | None, document: Document, digest: bytes = b"") -> None:
    """Write the copy called `key` of this process anew; `digest` is the SHA-256 of what its file holds.

    Raises UnwritableError.
    """
    content = ProjectFile(KIND, VERSION, document)
    place = str(path.absolute()) if path else ""
    changed = disk.changed_at(path) if path else 0.0
    written = _Written(FORMAT, name, place, time.time(), content, changed, digest.hex())
    disk.write_private(_place(key), _encoded(written))


def forget(key: str) -> None:
    """The work is saved or given up: its copy goes."""
    with suppress(OSError):
        _place(key).unlink(missing_ok=True)


def claim(copy: Copy, key: str) -> bool:
    """Make a crashed program's copy this process's own; False if another program was quicker."""
    try:
        copy.file.rename(_place(key))
    except OSError:
        return False
    return True


def discard(copy: Copy) -> None:
    """Give up what a crashed program left."""
    with suppress(OSError):
        copy.file.unlink(missing_ok=True)


def left_over() -> tuple[Copy, ...]:
    """What programs that have ended left, the newest first: not empty, other than its file and newer than it.

    What is older than its file goes to that file's earlier versions, what holds nothing of its own is removed.
    """
    sweep(folder(), local_folder(), settings_folder())
    return tuple(sorted(_worth_offering(), key=lambda copy: copy.when, reverse=True))


def is_blank(document: Document) -> bool:
    """Whether nobody has written anything into it."""
    return not document.projects and not any(section.text for section in document.overall)


def folder() -> Path:
    """Where the copies lie."""
    return local_folder() / "recovery"


def _worth_offering() -> Iterator[Copy]:
    for file in sorted(folder().glob(f"*{ENDING}")):
        owner = owner_in(file.name)
        if owner and is_gone(owner) and (copy := _read(file)) and not _is_idle(copy):
            yield copy


def _read(file: Path) -> Copy | None:
    """What cannot be read stays where it is, for a person to look at."""
    try:
        found = msgspec.json.decode(disk.read(file), type=RecoveryFile)
        document = project_file.decode(bytes(found.content), found.name)
    except (FileError, ValueError, RecursionError):
        return None
    path = Path(found.path) if found.path else None
    when = found.when if 0 <= found.when < _LAST else disk.changed_at(file)  # a spoilt figure hides no work
    return Copy(file, found.name, path, when, document, _saved(path), found.file_changed, found.file_digest)


def _saved(path: Path | None) -> Document | None:
    if path is None:
        return None
    try:
        return project_file.load(path)
    except UnreadableError:
        return None


def _is_idle(copy: Copy) -> bool:
    """Whether there is nothing to offer; then the copy is gone or among the earlier versions."""
    idle = is_blank(copy.document) or copy.document == copy.saved
    if not idle and copy.path and copy.saved and _was_written_since(copy.path, copy):
        with suppress(FileError):
            backup.keep(copy.path, project_file.encode(copy.document), copy.when)
            idle = True
    if idle:
        discard(copy)
    return idle


def _was_written_since(path: Path, copy: Copy) -> bool:
    """Whether the file holds something newer than the copy.

    A server's clock may be ahead, so a file that nobody touched is not newer; nor is one that was only copied back.
    """
    changed = disk.changed_at(path)
    return changed > copy.when and changed != copy.file_changed and _digest(path) != copy.file_digest


def _digest(path: Path) -> str | None:
    try:
        return sha256(disk.read(path)).hexdigest()
    except UnreadableError:
        return None


def _encoded(file: _Written) -> bytes:
    try:
        return msgspec.json.encode(file)
    except UnicodeEncodeError:  # half a surrogate pair: the project file's encoder knows what to do with it
        return msgspec.json.encode(
            RecoveryFile(
                FORMAT,
                "",
                file.path,
                file.when,
                msgspec.Raw(project_file.encode(file.content.document)),
                file.file_changed,
                file.file_digest,
            )
        )


def _place(key: str) -> Path:
    return folder() / f"{mark(this_owner())}-{key}{ENDING}"
