"""How far work beside the window is, with a button that ends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from pbeditor.ui.background import PAINTED, Task
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.labels import plain

_WIDTH = 160  # px of the bar


class StageBar(QProgressBar):
    """A bar without a text of its own: `told` says what is being done."""

    def __init__(self, told: QLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = told
        self.setTextVisible(False)
        self.setAccessibleName("进度")

    def show_stage(self, stage: str, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is one that is not known."""
        self._told.setText(f"{stage}…")
        self.setRange(0, total)
        self.setValue(done)


class ProgressLine(QWidget):
    """Out of sight until there is something to watch."""

    ended = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._waiting: list[Task] = []
        self.told, self.stop = plain(parent=self), QPushButton("取消", self)
        self.bar = StageBar(self.told, self)
        self.bar.setFixedWidth(_WIDTH)
        self.stop.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        for widget in (self.told, self.bar, self.stop):
            row.addWidget(widget)
        self.stop.clicked.connect(lambda _checked: self.cancel())
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is watched."""
        return self._task is not None

    def watch(self, task: Task) -> None:
        """Begin the task and show it until it ends; one that is still watched is given up."""
        self.cancel()
        self._task = task
        task.progressed.connect(self.bar.show_stage)
        task.done.connect(lambda _result: self._end(task))
        task.failed.connect(lambda _error: self._end(task))
        self.bar.show_stage("正在准备", 0, 0)
        self.show()
        task.start(PAINTED)

    def line_up(self, task: Task) -> None:
        """Watch the task once nothing else is watched."""
        if self.is_busy:
            self._waiting.append(task)
        else:
            self.watch(task)

    def cancel(self) -> None:
        """End what is watched."""
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            self.hide()
            self.cancelled.emit()
            self._go_on()

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.hide()
            self.ended.emit()
            self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self.is_busy:
            self.watch(self._waiting.pop(0))
