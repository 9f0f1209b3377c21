"""How long and with how much memory a file may be read: a reader is asked at every tick of its progress."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from pbeditor.exchange import limits
from pbeditor.model.errors import UnreadableError
from pbeditor.model.progress import Listener, heard_by


@contextmanager
def patiently(name: str, listener: Listener | None = None) -> Iterator[None]:
    """While this lasts, what takes longer than the limits allow, or more memory than there is, is UnreadableError.

    `listener` hears every tick and may end the reading by raising CancelledError.
    """
    end = monotonic() + limits.SECONDS

    def listen(stage: str, done: int, total: int) -> None:
        if monotonic() > end:
            raise UnreadableError(name, limits.SECONDS.sentence)
        if listener is not None:
            listener(stage, done, total)

    try:
        with heard_by(listen):
            yield
    except MemoryError as error:
        raise UnreadableError(name, limits.MEMORY.sentence) from error
