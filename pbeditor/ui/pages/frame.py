"""What all pages share: a heading, a line below it, margins, and buttons that carry commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pbeditor.ui import letters
from pbeditor.ui.theme import XL, L, M

if TYPE_CHECKING:
    from pbeditor.ui.editors.indicators_tab import IndicatorsTab

WIDEST = 760  # px; longer lines of fields are hard to follow


def plain(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Heading(QLabel):
    """The name of a page."""

    def __init__(self, text: str = "", scale: float = 1.45) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        letters.scale(self, scale)


def aside(text: str = "") -> QLabel:
    """A label for secondary text, paler and wrapped."""
    label = plain(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


class CommandButton(QPushButton):
    """A button for a command of the table; it follows the command's enabled state."""

    def __init__(self, action: QAction, text: str = "", *, main: bool = False) -> None:
        super().__init__(action.icon(), text or action.iconText())
        self._action = action
        self.setIconSize(QSize(16, 16))
        self.setDefault(main)
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setIcon(self._action.icon())


def column(parent: QWidget) -> QVBoxLayout:
    """The layout of a page, with the margins that all pages have."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(XL, L, XL, L)
    layout.setSpacing(M)
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in a frameless area that scrolls up and down."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def rule() -> QFrame:
    """A hairline between two parts of a page."""
    frame = QFrame()
    frame.setFixedHeight(1)
    frame.setFrameShape(QFrame.Shape.HLine)
    frame.setFrameShadow(QFrame.Shadow.Plain)
    frame.setForegroundRole(QPalette.ColorRole.Mid)
    return frame


class Page(QWidget):
    """A page is told which entry it shows and which place should have the focus."""

    def show_key(self, key: str) -> None:
        """Show the entry called `key` of this page's kind."""

    def show_place(self, path: str) -> bool:
        """Give the focus to the field for `path`; False where there is none."""
        return False

    def turn(self, step: int) -> None:
        """Show the next (1) or previous (-1) tab, on a page that has some."""

    def indicators(self) -> "IndicatorsTab | None":
        """The tab with the indicator grid, while it is shown."""
        return None
