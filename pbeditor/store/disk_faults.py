"""What went wrong with a file or the disk below it, as the rest of a sentence that begins with the file's name."""

import errno
import sys
from pathlib import Path

_NAME_TOO_LONG_OR_WRONG = "的路径无效或太长，请换一个文件名或文件夹。"
_NO_PATH = {errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}
_UNREADABLE = (
    ({errno.ENOENT}, "不存在，请检查文件夹和文件名。"),
    ({errno.ENOTDIR}, "的路径中有一段不是文件夹，请检查路径。"),
    ({errno.EACCES, errno.EPERM}, "没有读取权限，或正被其他程序占用；请关闭占用它的程序，或请文件的主人授权后再试。"),
    (_NO_PATH, _NAME_TOO_LONG_OR_WRONG),
)
_UNWRITABLE = (
    ({errno.ENOENT, errno.ENOTDIR}, "所在的文件夹不存在，请先建好文件夹，或另存到别处。"),
    ({errno.EACCES, errno.EPERM}, "没有写入权限，或正被其他程序占用；请关闭占用它的程序，或另存到别处。"),
    ({errno.EROFS}, "所在的磁盘是只读的，请另存到别处。"),
    ({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}, "写不下：磁盘已满或超出限额；请清理磁盘，或另存到别处。"),
    (_NO_PATH, _NAME_TOO_LONG_OR_WRONG),
)
_GONE = ({errno.ENOENT}, "已经不在了，可能被移走、改名或删除；请另存到别处。")
Sentences = tuple[tuple[set[int], str], ...]
# What Windows says of a name (ERROR_INVALID_NAME, ERROR_CANT_RESOLVE_FILENAME), of an account or disk that is full, and
# of a server that is not found (ERROR_BAD_NETPATH, ERROR_BAD_NET_NAME), which Python takes for a file that is not.
_OF_NAME, _OF_ROOM, _OF_SERVER = {123, 1921}, {39, 1295}, {53, 67}
_REFUSED_SIGNS = '<>"|?*'
LONGEST = 259  # signs of a path that Windows takes for one, unless it is written in full


def unreadable(path: Path, error: OSError | ValueError) -> str:
    """Why the file cannot be read, and what to do."""
    return _sentence(path, error, _UNREADABLE, "无法读取")


def unwritable(path: Path, error: OSError | ValueError) -> str:
    """Why the file cannot be written, and what to do."""
    return _sentence(path, error, _UNWRITABLE, "无法写入")


def gone(path: Path, error: OSError | ValueError) -> str:
    """`unwritable` of a file that is written over, in a folder that is there."""
    return _sentence(path, error, (_GONE, *_UNWRITABLE), "无法写入")


def lacks_server(error: OSError) -> bool:
    """Whether nothing is known of the file, for the server that has it is not found."""
    return getattr(error, "winerror", None) in _OF_SERVER


def _sentence(path: Path, error: OSError | ValueError, sentences: Sentences, otherwise: str) -> str:
    # A path with a NUL character is a ValueError.
    number = (error.errno or 0) if isinstance(error, OSError) else errno.EINVAL
    told = number
    if sys.platform == "win32" and isinstance(error, OSError):
        told = getattr(error, "winerror", None) or number
        number = _on_windows(path, number, told)
    for numbers, sentence in sentences:
        if number in numbers:
            return sentence
    return f"{otherwise}（系统错误 {told}），请检查磁盘或网络连接后再试。"


def _on_windows(path: Path, number: int, told: int) -> int:
    """There EINVAL stands also for all that Python and C have no number for, as a server that has gone."""
    if told in _OF_ROOM:
        return errno.ENOSPC
    if told in _OF_SERVER:
        return 0
    if number == errno.ENOENT and len(str(path.absolute())) > LONGEST:
        return errno.ENAMETOOLONG
    if number == errno.EINVAL and told not in _OF_NAME and not set(_REFUSED_SIGNS) & set(str(path)):
        return 0
    return number
