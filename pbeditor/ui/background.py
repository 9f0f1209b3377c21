"""Long work beside the window: it tells how far it is, can be ended, and never outlives the program unseen.

A plain thread, for a QThread that is destroyed while it runs ends the process. What the thread says reaches the window
through Qt's queue; a task is kept alive here until its thread has ended, whoever waited for it may be gone by then.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from sys import setswitchinterval
from threading import Event, Thread
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from pbeditor.model.progress import CancelledError, Listener

T = TypeVar("T")
Work = Callable[[Listener], Any]
_PAUSE = 0.05  # s between two words on progress; more would only fill Qt's queue
_RUNNING: set["Task"] = set()
_HELD: list[QEventLoop] = []
PAINTED = 20  # ms, in which a window paints what tells of the work before that takes its share of the processor
SOON = 50  # ms until what has to wait for such work is tried again
# s until a thread that wants to go on gets its turn from another. A window gives its turn away whenever it calls Qt,
# dozens of times while it paints a page: at Python's usual 5 ms each it would be deaf for a tenth of a second.
_TURN = 0.0005


class Task(QObject):
    """One piece of work. After `cancel` it says nothing any more, as if it had never begun."""

    progressed = Signal(str, int, int)  # stage, done, total; 0 where that is not known
    done = Signal(object)  # what the work gave
    failed = Signal(object)  # the exception that ended it
    _ended = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._cancelled = Event()
        self._told = 0.0
        self._thread = Thread(target=self._run, daemon=True)
        self._ended.connect(self._end)

    def start(self, after: int = 0) -> None:
        """Begin, in so many ms; the window goes on meanwhile."""
        _RUNNING.add(self)
        QTimer.singleShot(after, self._begin) if after else self._begin()

    def cancel(self) -> None:
        """Let the work end at its next tick, and hear nothing more of it."""
        self._cancelled.set()

    @property
    def is_running(self) -> bool:
        """Whether somebody still waits for it."""
        return self in _RUNNING and not self._cancelled.is_set()

    def _begin(self) -> None:
        if self._cancelled.is_set():
            self._leave()
        else:
            setswitchinterval(_TURN)
            self._thread.start()

    def _listen(self, stage: str, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        if monotonic() - self._told >= _PAUSE:
            self._told = monotonic()
            self.progressed.emit(stage, done, total)

    def _run(self) -> None:
        result, fault = None, None
        try:
            result = self._work(self._listen)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is for the window to say
            fault = error
        self._ended.emit(result, fault)

    def _end(self, result: object, fault: Exception | None) -> None:
        """In the window's thread again."""
        _RUNNING.discard(self)
        if not self._cancelled.is_set():
            self.failed.emit(fault) if fault else self.done.emit(result)
        self._leave()

    def _leave(self) -> None:
        """Give up what waited for it: PySide keeps that, and the task with it, for as long as Qt has the task."""
        _RUNNING.discard(self)
        self.deleteLater()


class _Bell(QObject):
    rung = Signal()


def done_beside(work: Callable[[], T]) -> T:
    """What the work gives, or raises; meanwhile the window paints, and keys and clicks wait as in any short work."""
    loop, bell = QEventLoop(), _Bell()
    bell.rung.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    _HELD.append(loop)
    setswitchinterval(_TURN)
    try:
        with ThreadPoolExecutor(1) as beside:
            result = beside.submit(work)
            result.add_done_callback(lambda _: bell.rung.emit())
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            return result.result()  # what ends the program ends the loop before
    finally:
        _HELD.remove(loop)


def is_held() -> bool:
    """Whether the window is held by work that nothing else must come between: no file may be opened or closed."""
    return bool(_HELD)


def wait_for_all(seconds: float = 5) -> None:
    """End what still runs, before the program goes: a thread must not touch Qt afterwards."""
    for task in tuple(_RUNNING):
        task.cancel()
        if task._thread.is_alive():  # noqa: SLF001 - one file, one mechanism
            task._thread.join(seconds)  # noqa: SLF001
    _RUNNING.clear()
