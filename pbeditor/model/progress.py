"""How far a long task has come: told in ticks, at any of which whoever waits may end the task.

The listener is bound for a task instead of passed down, for those who tick lie deep inside readers and know nothing of
who waits. Each thread has a listener of its own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

READING, UNDERSTANDING = "正在读取文件", "正在识别内容"
SETTING, DRAWING, WRITING = "正在排版", "正在绘制页面", "正在写入文件"

# Stage in words, what is done of it, and of how much; 0 where that is not known. Raises CancelledError to end the task.
Listener = Callable[[str, int, int], None]

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


class CancelledError(Exception):
    """Whoever waited for a task no longer does. Nothing that is open has changed."""


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """While this lasts the listener hears every tick of this thread."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def tick(stage: str, done: int = 0, total: int = 0) -> None:
    """Tell whoever waits how far the task is. Raises what the listener raises."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(stage, done, total)
