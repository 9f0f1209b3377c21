"""Starts the window."""

import gc
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from pbeditor.edit.beginning import blank, working_year
from pbeditor.model.document import Document
from pbeditor.store.forms import FIRST, form_called
from pbeditor.store.heap import tend_heap
from pbeditor.store.resources import resource
from pbeditor.ui.background import is_held, wait_for_all
from pbeditor.ui.dialogs.unexpected import catch_unexpected
from pbeditor.ui.gradually import LARGE
from pbeditor.ui.guard_exit import guard_the_ends, note_error
from pbeditor.ui.guard_recovery import offer_recovery
from pbeditor.ui.listening import listen
from pbeditor.ui.look import Look
from pbeditor.ui.machine import missing_for_chinese, use_an_input_method_that_is_there
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.memory import Memory
from pbeditor.ui.session import Session
from pbeditor.ui.warming import Warming

_PIXMAPS = 1024  # KB: each box with a sign puts one of its own there, and Qt's own 10 MB would fill with them


def run(files: Sequence[str]) -> int:
    """Open the window, with the first of `files` in it, until it is closed; the exit status."""
    use_an_input_method_that_is_there()
    app = QApplication(sys.argv[:1])
    from pbeditor.ui.only_one import handed_over, listen

    if files and handed_over(Path(files[0])):
        return 0
    window = open_window(app)
    listen(lambda: app.activeModalWidget() is None and not is_held(), lambda file: open_in_front(window, file), app)
    catch_unexpected(window, lambda kind, trace: note_error(window, kind, trace))
    guard_the_ends(window, app)
    if files:
        window.files.open_path(Path(files[0]))
    QTimer.singleShot(0, window, lambda: offer_recovery(window))
    try:
        return app.exec()
    finally:
        wait_for_all()
        leave_clipboard(app)


def leave_clipboard(app: QApplication) -> None:
    """Leave what was copied as mere text: data of Python's own would be freed after Python, which ends in a crash."""
    clipboard = app.clipboard()
    # Without a screen there is no other program, and Qt knows no owner.
    if clipboard.ownsClipboard() or app.platformName() == "offscreen":
        clipboard.setText(clipboard.text())


def open_window(app: QApplication) -> MainWindow:
    """The window, shown, in Chinese and in the look that the user wants."""
    tend_heap()
    speak_chinese(app)
    app.setApplicationName("pbeditor")
    app.setDesktopFileName("pbeditor")
    QPixmapCache.setCacheLimit(_PIXMAPS)
    app.setWindowIcon(QIcon(str(resource("icons", "pbeditor.svg"))))
    memory = Memory(app)
    Look(app, memory)
    form = form_called(FIRST)
    today = date.today()  # noqa: DTZ011 - the clerk's own calendar
    window = MainWindow(Session(blank(form, working_year(today)), form, app), memory)
    window.show()
    Warming(window)
    gc.freeze()  # what the program is made of stays: going through it all takes 50 ms each time
    listen(window, window.session, looked=lambda: _set_aside(window.session.document))
    if missing := missing_for_chinese():
        window.status.showMessage(missing)  # stays until something else is said
        if sys.stderr:  # where there is no font at all, no window can say it; on Windows a window has no such output
            sys.stderr.write(f"{missing}\n")
    return window


def _set_aside(document: Document) -> None:
    """Of a large document all that was found stays too; of a small one that would keep more than it saves."""
    if len(document.projects) >= LARGE:
        gc.freeze()


def open_in_front(window: MainWindow, file: Path) -> None:
    """What a later start asks for: the window comes up and opens the file, after asking about unsaved work."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    window.files.open_path(file)


def speak_chinese(app: QApplication) -> None:
    """Qt's own buttons and menus in simplified Chinese, whatever the system speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
