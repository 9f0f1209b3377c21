"""Labels for names, plain texts, secondary ones, and texts that are cut where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pbeditor.ui import letters
from pbeditor.ui.widgets.signs import tip


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


class ElidedLabel(QLabel):
    """One line of plain text that ends in … where there is no room; the tooltip has the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, whole: str = "") -> None:
        """Show `text`; the tooltip says `whole` or the same."""
        self.setText(text)
        self.setToolTip(tip(whole or text))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSize()).boundedTo(self.maximumSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.contentsRect()
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(box, self.alignment(), text)
