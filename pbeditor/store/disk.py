"""Reading and writing whole files; every fault of the disk becomes one Chinese sentence (`store/disk_faults.py`)."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.store.disk_faults import gone, lacks_server, unreadable, unwritable
from pbeditor.store.replacement import Ready, overwrite, replace

# 10,000 projects take about 60 MB as a project file.
LIMIT = 128 * 1024 * 1024
BOM = b"\xef\xbb\xbf"  # which Notepad may put before UTF-8
_REFUSED = {errno.EACCES, errno.EPERM}


class NoNewFileError(UnwritableError):
    """The folder takes no new file, as some network shares do; the file itself could be written in place."""


def read(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises UnreadableError."""
    try:
        _refuse_what_is_no_file(path, limit)
        with path.open("rb") as file:
            # First what is there, for Python sets aside room for all that is asked for; then what came meanwhile.
            size = os.fstat(file.fileno()).st_size
            data = file.read(min(limit, size) + 1)
            data += file.read(limit + 1 - len(data)) if len(data) != size else b""
    except (OSError, ValueError) as error:
        raise UnreadableError(str(path), unreadable(path, error)) from error
    if len(data) > limit:  # it grew, or is of a kind that has no size before it is read
        raise UnreadableError(str(path), _too_large(limit))
    return data


def write(path: Path, data: bytes, ready: Ready = lambda _: None) -> None:
    """Replace the file as a whole: afterwards it holds `data`, or after UnwritableError what it held before.

    `ready` is called when the new file lies whole beside the old one, which goes afterwards; it is told whether the old
    one has to be written over instead.

    Permissions stay, a symbolic link stays and its target is replaced, and no temporary file remains. A file with
    several names (hard links) keeps them, and one of a colleague stays the colleague's, which only writing in place can
    do; `data` lies synced beside it meanwhile.
    """
    try:
        target = _target(path)
        _refuse_what_is_protected(path, target)
        replace(target, data, ready=ready)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; what a disk refuses to tell of counts as there."""
    try:
        return path.exists() or _is_out_of_reach(path)
    except OSError:  # no right to the folder, a server that has gone
        return True


def changed_at(path: Path) -> float:
    """When the file was written last, in seconds since 1970; 0 for one that is not there."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def write_in_place(path: Path, data: bytes) -> None:
    """Write over the bytes of an existing file, for folders that take no new one; keep a copy before.

    What fails is taken back as far as the disk lets it. Raises UnwritableError.
    """
    try:
        target = _target(path)
        _refuse_what_is_protected(path, target)
        overwrite(target, data)
    except (OSError, ValueError) as error:
        told = gone(path, error) if is_there(path.parent) else unwritable(path, error)
        raise UnwritableError(str(path), told) from error


def write_private(path: Path, data: bytes) -> None:
    """`write` so that this user alone can read it, in a folder that is made where it is missing."""
    try:
        make_private(path.parent)
        target = _target(path)
        _refuse_what_is_protected(path, target)
        replace(target, data, 0o600)
    except (OSError, ValueError) as error:
        raise UnwritableError(str(path), unwritable(path, error)) from error


def make_private(folder: Path) -> None:
    """Make the folder where it is missing, and close it to other users. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) != 0o700:  # noqa: PLR2004 - the user alone
        with suppress(OSError):  # a memory stick knows no permissions
            folder.chmod(0o700)


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _unwritable(path: Path, error: OSError | ValueError) -> UnwritableError:
    refused = isinstance(error, OSError) and error.errno in _REFUSED
    kind = NoNewFileError if refused and _is_file(path) else UnwritableError
    return kind(str(path), unwritable(path, error))


def _is_out_of_reach(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return lacks_server(error)
    except ValueError:  # a name that no system has
        return False
    return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that tells nothing of its files
        return False


def _refuse_what_is_no_file(path: Path, limit: int) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(str(path), "是一个文件夹，请选择其中的文件。")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(str(path), "不是普通文件，请选择磁盘上的文件。")
    if status.st_size > limit:
        raise UnreadableError(str(path), _too_large(limit))


def _too_large(limit: int) -> str:
    return f"太大（超过 {limit // 1024 // 1024} MB），不像是绩效信息文件，请检查是否选对了文件。"


def _refuse_what_is_protected(path: Path, target: Path) -> None:
    if not target.exists():
        return
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UnwritableError(str(path), "是一个文件夹，请换一个文件名。")
    if not stat.S_ISREG(mode):
        raise UnwritableError(str(path), "不是普通文件，请换一个文件名。")
    # Replacing needs no right to the old file on POSIX, so its protection has to be asked for.
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise UnwritableError(str(path), "是只读文件；请先取消只读，或另存为别的文件名。")
