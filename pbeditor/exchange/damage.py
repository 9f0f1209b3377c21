"""What a reader that gives up on a file says to its user."""

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pbeditor.exchange import limits
from pbeditor.exchange.limits import Limit
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet

ENCRYPTED = "设有打开密码，无法读取。请在 Word、Excel 或 WPS 中去掉打开密码，另存后再导入。"
DAMAGED = "已损坏或不完整，可能没有下载或复制完。请重新取得这个文件；如果 Word 或 WPS 能打开它，请另存一份再导入。"
# What reading past the end, at a wrong place or in a circle looks like; olefile's errors are OSErrors.
_DAMAGE = (struct.error, LookupError, ValueError, ArithmeticError, OSError, RecursionError)


def refuse(message: str) -> Callable[[bytes, str], Sheet]:
    """A reader of what cannot be read: it says so."""

    def read(_: bytes, name: str) -> Sheet:
        raise UnreadableError(name, message)

    return read


class ExcessError(Exception):
    """A file asks for more than any document of this kind needs."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit.sentence)


class Allowance:
    """What is left of a limit while a file is read."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._left: int = limit

    def take(self, count: int = 1) -> None:
        """Use up some of it. Raises ExcessError once it does not suffice."""
        self._left -= count
        if self._left < 0:
            raise ExcessError(self._limit)


@contextmanager
def damage_is_told(name: str) -> Iterator[None]:
    """Turn what a broken file does to its reader into UnreadableError."""
    try:
        yield
    except ExcessError as error:
        raise UnreadableError(name, str(error)) from error
    except MemoryError as error:
        raise UnreadableError(name, limits.MEMORY.sentence) from error
    except _DAMAGE as error:
        raise UnreadableError(name, DAMAGED) from error
