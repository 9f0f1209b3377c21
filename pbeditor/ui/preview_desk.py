"""The pages of the project one is in, beside the page on which it is edited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from pbeditor.ui.editors.preview_tab import PreviewTab
from pbeditor.ui.nodes import Node
from pbeditor.ui.panels.dock import Dock

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

WIDTH = 400  # px at the first start


class PreviewDesk(QObject):
    """The panel keeps to the last project while another page of the window is shown."""

    panel: PreviewTab
    dock: Dock

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.panel = PreviewTab(window.session, window)
        self.dock = Dock("打印效果", "preview", self.panel, (), window)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)
        self.dock.hide()
        self.dock.visibilityChanged.connect(window.commands.refresh)
        window.tree.chosen.connect(self._follow)

    def _follow(self, node: Node) -> None:
        if node.kind == "project":
            self.panel.show_project(node.key)
