"""Slow work with files: a waiting cursor while it lasts, one sentence when it fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from pbeditor.model.errors import FileError
from pbeditor.ui.dialogs import questions

T = TypeVar("T")


def tried(window: QWidget, work: Callable[[], object]) -> bool:
    """Whether `work` was done; what is wrong with a file is said in a dialog above `window`."""
    return outcome(window, lambda: (work(),)) is not None


def outcome(window: QWidget, work: Callable[[], T]) -> T | None:
    """What `work` gave; None where something is wrong with a file, which is said as by `tried`."""
    try:
        with _busy():
            return work()
    except FileError as error:
        questions.tell_fault(window, str(error))
        return None


@contextmanager
def _busy() -> Iterator[None]:
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
