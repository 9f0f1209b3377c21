"""Long work in the window's own thread, a slice at a time between what the user does."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

SLICE = 12  # ms


class Gradually(QObject):
    """Takes the first step at once and the others in slices; other work takes the place of what is not done yet."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(lambda: self._go_on(SLICE))

    def begin(self, steps: Iterator[object]) -> None:
        """Give up what is not done yet, and do this; what has one step only is done at once."""
        self._steps = steps
        self._go_on(0)

    def stop(self) -> None:
        """Give up what is not done yet."""
        self._steps = iter(())
        self._next.stop()

    def _go_on(self, slice_: int) -> None:
        steps, clock = self._steps, QElapsedTimer()
        clock.start()
        for _ in steps:
            if steps is not self._steps:  # something else began meanwhile
                return
            if clock.elapsed() >= slice_:
                self._next.start()
                return
