"""Tests wait for what goes on beside the window."""

from PySide6.QtTest import QTest

from pbeditor.ui.main_window import MainWindow

_PAUSE, _PATIENCE = 10, 2_000  # ms, and how many of them


def written(window: MainWindow) -> None:
    """Until all that was to be exported is written."""
    for _ in range(_PATIENCE):
        if not window.status.progress.is_busy:
            return
        QTest.qWait(_PAUSE)
    raise AssertionError("an export does not end")
