"""Long work in the window's own thread, a slice at a time between what the user does."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

SLICE = 12  # ms
ALL = float("inf")
LARGE = 200  # projects; what goes through so many takes as long as a person notices


class Gradually(QObject):
    """Does one piece of work in slices; another takes the place of what is not done yet."""

    paused = Signal(object)  # what the last step of a slice gave
    done = Signal(object)  # what the work gave at its end

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        # One that repeats: begun anew for each slice, it would come before what has waited meanwhile.
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(lambda: self._go_on(SLICE))

    @property
    def is_busy(self) -> bool:
        """Whether something is not done yet."""
        return self._steps is not None

    def begin(self, steps: Iterator[object], first: float | None = 0.0) -> None:
        """Give up what is not done yet, and do this.

        At once are done the first step and what else takes no more than `first` ms; nothing for None.
        """
        self._steps = steps
        self._next.start()
        if first is not None:
            self._go_on(first)

    def stop(self) -> None:
        """Give up what is not done yet."""
        self._steps = None
        self._next.stop()

    def _go_on(self, slice_: float) -> None:
        steps, clock = self._steps, QElapsedTimer()
        clock.start()
        while steps is not None and steps is self._steps:  # a step may begin or stop something
            try:
                given = next(steps)
            except StopIteration as end:
                self._end(steps, end.value)
                return
            if clock.elapsed() >= slice_ and steps is self._steps:
                self.paused.emit(given)
                return

    def _end(self, steps: Iterator[object], given: object) -> None:
        if steps is self._steps:
            self.stop()
            self.done.emit(given)
