"""Slow work with files: a waiting cursor while it lasts, one sentence when it fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from pbeditor.model.errors import FileError
from pbeditor.ui.dialogs import questions


def tried(window: QWidget, work: Callable[[], object]) -> bool:
    """Whether `work` was done; what is wrong with a file is said in a dialog above `window`."""
    try:
        with _busy():
            work()
    except FileError as error:
        questions.tell_fault(window, str(error))
        return False
    return True


@contextmanager
def _busy() -> Iterator[None]:
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
