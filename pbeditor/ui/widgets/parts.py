"""Small parts of pages, panels and dialogs: a button for a command, an area that scrolls, a hairline."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget


class CommandButton(QPushButton):
    """A button for a command of the table; it follows the command's enabled state."""

    def __init__(self, action: QAction, text: str = "", *, main: bool = False) -> None:
        super().__init__(action.icon(), text or action.iconText())
        self._action = action
        self.setDefault(main)
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setIcon(self._action.icon())


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in a frameless area that scrolls up and down."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def rule() -> QFrame:
    """A hairline between two parts."""
    frame = QFrame()
    frame.setFixedHeight(1)
    frame.setFrameShape(QFrame.Shape.HLine)
    frame.setFrameShadow(QFrame.Shadow.Plain)
    frame.setForegroundRole(QPalette.ColorRole.Mid)
    return frame
