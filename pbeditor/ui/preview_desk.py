"""The pages of the project one is in, beside the page on which it is edited."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pbeditor.ui.panels.dock import Dock, put_right

if TYPE_CHECKING:
    from pbeditor.ui.editors.preview_tab import PreviewTab
    from pbeditor.ui.main_window import MainWindow
    from pbeditor.ui.nodes import Node

WIDTH = 360  # px at the first start: on a small screen the form beside it is not cut off


class PreviewDesk(QObject):
    """The panel keeps to the last project while another page of the window is shown."""

    dock: Dock

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._project = window, ""
        self.dock = Dock("打印效果", "preview", lambda: self.panel, (), window)
        put_right(window, self.dock, WIDTH)
        self.dock.visibilityChanged.connect(window.commands.refresh)
        window.tree.chosen.connect(self._follow)

    @cached_property
    def panel(self) -> "PreviewTab":
        """Made when it is first wanted, and then at the project one is in."""
        from pbeditor.ui.editors.preview_tab import PreviewTab

        panel = PreviewTab(self._window.session, self._window)
        if self._project:
            panel.show_project(self._project)
        return panel

    def _follow(self, node: "Node") -> None:
        if node.kind == "project":
            self._project = node.key
            if "panel" in vars(self):
                self.panel.show_project(node.key)
