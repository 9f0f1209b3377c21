"""What is soon wanted is made while nobody waits, so that its first use is as quick as the next."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from pbeditor.ui.nodes import Kind

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

CALM = 400  # ms after the window has come
PAUSE = 30  # ms between two steps; what the user does comes first
# Loaded one after another, each with what it needs: what saving and a project's page are made of.
MODULES = (
    "pbeditor.store.backup",
    "pbeditor.exchange.pasted",
    "pbeditor.ui.editors.clipboard",
    "pbeditor.ui.editors.grid_library",
    "pbeditor.ui.editors.indicators_tab",
    "pbeditor.ui.editors.project_page",
)
PAGES: tuple[Kind, ...] = ("overview", "project")  # where everybody goes


class Warming(QObject):
    """Goes on by itself until all is made, and stops with the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._steps = self._all(window)
        self._timer = QTimer(self, singleShot=True, interval=CALM)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _all(self, window: "MainWindow") -> Iterator[None]:
        for name in MODULES:
            yield
            import_module(name)
        for dock in (window.tree_dock, window.problem_dock):
            yield
            dock.prepare()
        for kind in PAGES:
            yield
            yield from window.pages.making(kind)

    def _go_on(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.deleteLater()
        else:
            self._timer.start(PAUSE)
