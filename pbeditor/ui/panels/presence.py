"""Panels come and go with the document, and come back as the user left them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from pbeditor.ui import geometry
from pbeditor.ui.memory import Memory


class Presence:
    """Hides `docks` while nothing is open, and keeps which of them were shown and how large.

    At the first start they are as large as is said here: in px, across where they stand at a side, else down.
    """

    def __init__(self, window: QMainWindow, memory: Memory, docks: Mapping[QDockWidget, int]) -> None:
        self._window, self._memory, self._docks = window, memory, docks
        self._shown = False
        self._set_visible(shown=False)

    def follow(self, *, is_open: bool) -> None:
        """Show or hide the panels if that has changed."""
        if is_open == self._shown:
            return
        self.keep()
        self._shown = is_open
        self._set_visible(shown=is_open)
        if is_open:
            self._give_sizes()
            geometry.restore_layout(self._window, self._memory.settings)

    def keep(self) -> None:
        """Remember the layout, if there is one to be seen."""
        if self._shown:
            self._memory.remember(**geometry.layout(self._window))

    def _give_sizes(self) -> None:
        # What a dock was told while it was hidden is forgotten when it is shown.
        for dock, size in self._docks.items():
            lies = self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
            self._window.resizeDocks([dock], [size], Qt.Orientation.Vertical if lies else Qt.Orientation.Horizontal)

    def _set_visible(self, *, shown: bool) -> None:
        for dock in self._docks:
            dock.setVisible(shown)
