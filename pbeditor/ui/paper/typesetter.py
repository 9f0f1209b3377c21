"""Sets pages in short turns, so that the window goes on while a thousand projects are set."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from pbeditor.model.steps import CountedSteps
from pbeditor.sheet.page import Page

Setting = CountedSteps[tuple[Page, ...]]

_FIRST, _TURN = 0.03, 0.02  # s; most documents are done in the first turn


class Typesetter(QObject):
    """One setting at a time; a new one takes the place of the one before."""

    progressed = Signal(int, int)  # done, total
    done = Signal(tuple)  # the pages

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin: Callable[[], Setting] | None = None
        self._steps: Setting | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._go_on(_TURN))

    @property
    def is_setting(self) -> bool:
        """Whether pages are still to come."""
        return self._begin is not None or self._steps is not None

    def set(self, begin: Callable[[], Setting], *, at_once: bool = True) -> None:
        """Set what `begin` gives; where `at_once`, pages that are not many come before this returns."""
        self._begin, self._steps = begin, None
        self._timer.start(0)
        if at_once:
            self._go_on(_FIRST)

    def stop(self) -> None:
        """Give up what is being set."""
        self._timer.stop()
        self._begin = self._steps = None

    def _go_on(self, seconds: float) -> None:
        end = monotonic() + seconds
        if (begin := self._begin) is not None:
            self._begin, self._steps = None, begin()
        while self._steps is not None:
            try:
                at = next(self._steps)
            except StopIteration as last:
                self.stop()
                self.done.emit(last.value)
                return
            if monotonic() >= end:
                self.progressed.emit(*at)
                return
