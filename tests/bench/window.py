"""The window at work, in milliseconds and as a multiple of one frame of a 60 Hz screen.

What is measured ends when the window has painted: Qt paints offscreen by the same code as on a screen.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pbeditor.store.project_file import save
from pbeditor.ui.app import open_window
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.warming import Warming
from tests.bench.documents import large
from tests.bench.screen import use_office_screen

FRAME = 1000 / 60  # ms
TIMES = 200
KEYS = (Qt.Key.Key_A, Qt.Key.Key_Backspace)
# What is typed into: its name, and where in a project it stands.
FIELDS = (("the goals", "goals"), ("an amount", "budget/total"), ("a cell", "indicators/3/name"))


class Felt(Struct, frozen=True):
    """One thing a person feels: what it is, and the milliseconds of every time it was done."""

    what: str
    milliseconds: tuple[float, ...]

    @property
    def middle(self) -> float:
        return median(self.milliseconds)

    @property
    def slow(self) -> float:
        """The 99th percentile."""
        return quantiles(self.milliseconds, n=100)[98]


def application() -> QApplication:
    """The one of this process, without a screen."""
    use_office_screen()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


def felt(projects: int) -> Iterator[Felt]:
    """Typing, undoing, redoing and going to another project in a document of so many projects."""
    app = application()
    with TemporaryDirectory() as folder:
        os.environ["PBEDITOR_SETTINGS"] = folder
        file = Path(folder) / "large.pbproj"
        save(large(projects), file)
        window = open_window(app)
        window.resize(1366, 700)
        window.files.open_path(file)
        while not window.files.is_open:  # large files are read beside the window
            app.processEvents()
        window.session.look()
        while window.findChild(Warming):  # a person takes a second too
            app.processEvents()
        window.activateWindow()  # no window manager gives the keyboard back after the dialog that waited
        app.processEvents()
        yield from _typing(app, window, projects)
        yield from _travelling(app, window, projects)
        window.session.mark_saved(window.session.document, file)
        window.close()


def _typing(app: QApplication, window: MainWindow, projects: int) -> Iterator[Felt]:
    for name, field in FIELDS:
        window.session.go_to(f"projects/{projects // 2}/{field}")
        app.processEvents()
        if name == "a cell":
            QTest.keyClick(_focus(app), Qt.Key.Key_F2)
            app.processEvents()
        yield Felt(f"keystroke in {name} to painted mark", _timed(app, lambda n: _press(app, n)))
        QTest.keyClick(_focus(app), Qt.Key.Key_Escape)


def _press(app: QApplication, n: int) -> None:
    QTest.keyClick(_focus(app), KEYS[n % 2])


def _focus(app: QApplication) -> QWidget:
    widget = app.focusWidget()
    assert widget is not None
    return widget


def _travelling(app: QApplication, window: MainWindow, projects: int) -> Iterator[Felt]:
    session = window.session
    for n in range(TIMES):
        session.write("改", f"projects/{n * 37 % projects}/name", f"名{n}")
    app.processEvents()
    yield Felt("undo", _timed(app, lambda _: session.undo()))
    yield Felt("redo", _timed(app, lambda _: session.redo()))
    yield Felt("select another project", _timed(app, lambda n: session.go_to(f"projects/{n * 53 % projects}/name")))


def _timed(app: QApplication, act: Callable[[int], None]) -> tuple[float, ...]:
    """The milliseconds of each of many times; the first ones, which fill caches, count like all others."""
    spent = []
    for n in range(TIMES):
        start = perf_counter()
        act(n)
        app.processEvents()
        spent.append((perf_counter() - start) * 1000)
    return tuple(spent)
