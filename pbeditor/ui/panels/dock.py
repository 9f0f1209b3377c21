"""A side of the window that can be hidden and resized, with a slim head of its own."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from pbeditor.ui.icons import icon
from pbeditor.ui.theme import XS, M, S
from pbeditor.ui.widgets.labels import plain


class Dock(QDockWidget):
    """Stays where it is put; its head names it and carries its commands.

    What it holds is made when it is first shown.
    """

    def __init__(
        self, title: str, name: str, content: Callable[[], QWidget], actions: Iterable[QAction], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setTitleBarWidget(self._head(title, actions))
        self._content = content

    def _head(self, title: str, actions: Iterable[QAction]) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(M, XS, S, XS)
        row.setSpacing(0)
        label = plain(title, head)
        font = QFont(label.font())
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        row.addWidget(label, 1)
        for action in actions:
            button = QToolButton(head)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)
        hide = QToolButton(head)
        hide.setIcon(icon("close"))
        hide.setAutoRaise(True)
        hide.setToolTip(f"隐藏{title}")
        hide.setAccessibleName(f"隐藏{title}")
        hide.clicked.connect(self.hide)
        row.addSpacing(S)
        row.addWidget(hide)
        self._hide = hide
        return head

    def tint(self) -> None:
        """Draw the icon in the present palette."""
        self._hide.setIcon(icon("close"))

    def prepare(self) -> None:
        """Make what it holds, if that is not made yet."""
        if self.widget() is None:
            self.setWidget(self._content())

    def showEvent(self, event: QShowEvent) -> None:
        self.prepare()
        super().showEvent(event)


def put_right(window: QMainWindow, dock: Dock, width: int) -> None:
    """Give a dock its place at the right, so many px wide at the first start, and out of sight until it is called."""
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    dock.hide()


def bring_up(dock: QWidget) -> None:
    """Show a dock, in front of those that share its place."""
    dock.show()
    dock.raise_()
