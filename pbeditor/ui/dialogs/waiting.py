"""A dialog that waits for work beside the window, where nothing else can be done until that has ended."""

from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pbeditor.model.progress import CancelledError
from pbeditor.ui.background import Task
from pbeditor.ui.theme import XL
from pbeditor.ui.widgets.progress_line import ProgressLine


class Waiting(QDialog):
    """Tells how far the work is, and goes when it has ended; 取消 and Esc end it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.line = ProgressLine(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(XL, XL, XL, XL)
        box.addWidget(self.line)
        self.line.ended.connect(self.accept)
        self.line.cancelled.connect(self.reject)

    def reject(self) -> None:
        self.line.cancel()
        super().reject()


def wait_for(task: Task, title: str, parent: QWidget) -> Any:
    """Run the task and give what it gave. Raises what it raised, or CancelledError when the user gives it up."""
    results, faults = list[Any](), list[Exception]()
    task.done.connect(results.append)
    task.failed.connect(faults.append)
    was_active, waiting = parent.isActiveWindow(), Waiting(title, parent)
    waiting.line.watch(task)
    waiting.exec()
    waiting.deleteLater()
    if was_active:  # a dialog that went before the system had made it active takes the keyboard along
        parent.activateWindow()
    for fault in faults:
        raise fault
    if not results:
        raise CancelledError
    return results[0]
