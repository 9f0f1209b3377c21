"""Reading and writing whole files; every fault of the disk becomes one Chinese sentence."""

import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pbeditor.model.errors import UnreadableError, UnwritableError

# 10,000 projects take about 60 MB as a project file.
LIMIT = 128 * 1024 * 1024
# Virus scanners and sync clients hold a file for moments: access denied, sharing violation.
_HELD = (5, 32)
_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16)

_UNREADABLE = (
    ({errno.ENOENT}, "不存在，请检查文件夹和文件名。"),
    ({errno.ENOTDIR}, "的路径中有一段不是文件夹，请检查路径。"),
    ({errno.EACCES, errno.EPERM}, "没有读取权限，或正被其他程序占用；请关闭占用它的程序，或请文件的主人授权后再试。"),
    ({errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}, "的路径无效或太长，请换一个文件名或文件夹。"),
)
_UNWRITABLE = (
    ({errno.ENOENT, errno.ENOTDIR}, "所在的文件夹不存在，请先建好文件夹，或另存到别处。"),
    ({errno.EACCES, errno.EPERM}, "没有写入权限，或正被其他程序占用；请关闭占用它的程序，或另存到别处。"),
    ({errno.EROFS}, "所在的磁盘是只读的，请另存到别处。"),
    ({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}, "写不下：磁盘已满或超出限额；请清理磁盘，或另存到别处。"),
    ({errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}, "的路径无效或太长，请换一个文件名或文件夹。"),
)
Sentences = tuple[tuple[set[int], str], ...]


def read(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises UnreadableError."""
    try:
        _refuse_what_is_no_file(path, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(str(path), _sentence(error, _UNREADABLE, "无法读取")) from error
    if len(data) > limit:  # it grew, or is of a kind that has no size before it is read
        raise UnreadableError(str(path), _too_large(limit))
    return data


def write(path: Path, data: bytes) -> None:
    """Replace the file as a whole: afterwards it holds `data`, or after UnwritableError what it held before.

    Permissions stay, a symbolic link stays and its target is replaced, and no temporary file remains.
    """
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        _refuse_what_is_protected(path, target)
        _replace(target, data)
    except (OSError, ValueError) as error:
        raise UnwritableError(str(path), _sentence(error, _UNWRITABLE, "无法写入")) from error


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


def _replace(target: Path, data: bytes) -> None:
    # A short name of its own: the target's name may already be as long as the disk allows.
    temporary = target.parent / f".{secrets.token_hex(8)}.pbtmp"
    try:
        _write_synced(temporary, data, target)
        _patiently(lambda: temporary.replace(target))
    except BaseException:
        with suppress(OSError):
            _patiently(lambda: temporary.unlink(missing_ok=True))
        raise
    _sync_folder(target.parent)


def _write_synced(temporary: Path, data: bytes, model: Path) -> None:
    status = model.stat() if model.exists() else None
    mode = 0o666 if status is None else stat.S_IMODE(status.st_mode)
    with open(temporary, "xb", opener=lambda name, flags: _opened(name, flags, mode)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if status is not None:
        with suppress(OSError, AttributeError):
            os.chown(temporary, status.st_uid, status.st_gid)
        temporary.chmod(mode)


def _opened(name: str, flags: int, mode: int) -> int:
    return os.open(name, flags, mode)


def _patiently(act: Callable[[], object]) -> None:
    for pause in _PAUSES:
        try:
            act()
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        time.sleep(pause)
    act()


def _sync_folder(folder: Path) -> None:
    """Make the new name last. The file is whole already, so a file system that refuses is no fault."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(error: OSError | ValueError, sentences: Sentences, otherwise: str) -> str:
    # A path with a NUL character is a ValueError.
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    for numbers, sentence in sentences:
        if number in numbers:
            return sentence
    return f"{otherwise}（系统错误 {number}），请检查磁盘或网络连接后再试。"
