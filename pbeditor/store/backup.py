"""The ten versions of a file before the present one, kept in the local settings folder at each saving."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from pbeditor.model.errors import FileError
from pbeditor.store.disk import LIMIT, read, write_private
from pbeditor.store.settings import local_folder
from pbeditor.store.temporary import sweep

KEPT = 10
_STAMP = "%Y%m%d-%H%M%S-%f"


class Version(Struct, frozen=True):
    """One earlier state of a file, saved at `when`; `projects` is None where its content cannot be read."""

    file: Path
    when: datetime
    size: int
    projects: int | None


class _Projects(Struct, frozen=True):
    projects: tuple[msgspec.Raw, ...] = ()


class _Content(Struct, frozen=True):
    document: _Projects = _Projects()


def keep(path: Path, data: bytes, when: float) -> Path | None:
    """Keep what the file has held since `when`; where it lies, None if there was nothing new to keep.

    Raises UnwritableError.
    """
    sweep(_folder(path))
    files = _files(path)
    if not data.strip(b"\0 \r\n") or (files and _holds(files[-1], data)):
        return None
    new = _folder(path) / f"{_stamp_after(files)}.pbproj"
    write_private(new, data)
    with suppress(OSError):
        os.utime(new, (when, when))
    for old in files[: max(0, len(files) + 1 - KEPT)]:
        with suppress(OSError):
            old.unlink()
    return new


def versions(path: Path) -> tuple[Version, ...]:
    """What is kept of this file, the latest first."""
    return tuple(reversed([*_versions(path)]))


def _versions(path: Path) -> Iterator[Version]:
    for file in _files(path):
        with suppress(OSError):
            status = file.stat()
            when = datetime.fromtimestamp(status.st_mtime, UTC).astimezone()
            yield Version(file, when, status.st_size, _count(file))


def _count(file: Path) -> int | None:
    try:
        return len(msgspec.json.decode(read(file, LIMIT), type=_Content).document.projects)
    except (FileError, ValueError, RecursionError):
        return None


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _files(path: Path) -> list[Path]:
    """The kept files, the oldest first; what is named otherwise is not ours."""
    return sorted(file for file in _folder(path).glob("*.pbproj") if _stamped(file.stem))


def _stamp_after(files: list[Path]) -> str:
    """Now, or just behind the latest file: of a clock that was set back the newest would count as the oldest."""
    now = datetime.now(UTC)
    last = _stamped(files[-1].stem) if files else None
    return (last + timedelta(microseconds=1) if last and last >= now else now).strftime(_STAMP)


def _stamped(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _folder(path: Path) -> Path:
    place = os.path.normcase(os.path.realpath(path))
    return local_folder() / "versions" / sha256(os.fsencode(place)).hexdigest()[:24]
