"""The ends of the program that nobody chose in a menu: logging off, a signal, an error nobody foresaw."""

import os
import signal
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pbeditor.store.log import log_error
from pbeditor.ui.background import is_held

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from pbeditor.ui.main_window import MainWindow

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
LISTENS = 500  # ms between two looks at signals, where no pipe wakes the program


def guard_the_ends(window: "MainWindow", app: QApplication) -> None:
    """From now on unsaved work outlives whatever ends the program."""
    app.commitDataRequest.connect(lambda manager: _log_off(window, manager), Qt.ConnectionType.DirectConnection)
    _end_at_signals(window, app)


def note_error(window: "MainWindow", kind: type[BaseException], trace: TracebackType | None) -> None:
    """After an error nobody foresaw: the log gets its places, the work its copy."""
    log_error(kind, trace)
    window.guard.keep_now()


def _log_off(window: "MainWindow", manager: "QSessionManager") -> None:
    """Ask where the system lets us; the copy is there in any case, for it may not wait for the answer."""
    window.session.commit_requested.emit()
    window.guard.keep_now()
    if manager.allowsInteraction() and not is_held():
        if not window.files.may_leave():
            manager.cancel()
        manager.release()


def _end_at_signals(window: "MainWindow", app: QApplication) -> None:
    def end(number: int, _frame: object) -> None:
        window.session.commit_requested.emit()
        window.guard.keep_now()
        window.files.guard.release()
        _leave(app, 128 + number)

    for number in filter(None, (getattr(signal, name, None) for name in NAMES)):
        signal.signal(number, end)
    _wake_python(app)


def _leave(app: QApplication, status: int) -> None:
    """End the program's loop, also one that is still to begin: Qt forgets what it was asked before."""
    again = QTimer(app, interval=0)
    again.timeout.connect(lambda: app.exit(status))
    again.start()


def _wake_python(owner: QObject) -> None:
    """Python answers signals between two of its own steps, and an idle Qt makes none."""
    if sys.platform == "win32":
        beat = QTimer(owner, interval=LISTENS)
        beat.timeout.connect(lambda: None)
        beat.start()
        return
    reading, writing = os.pipe()
    for end in (reading, writing):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(writing)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, owner)
    notifier.activated.connect(lambda: os.read(reading, 64))
