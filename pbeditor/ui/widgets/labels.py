"""Labels for names, plain texts and secondary ones."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from pbeditor.ui import letters


def plain(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Heading(QLabel):
    """The name of a page or of a part of it."""

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
