"""What is wrong with an answer in a dialog, with the sign and the colour of an error."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pbeditor.ui.letters import wide
from pbeditor.ui.theme import S
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.signs import severity_color, sign_icon

_SIGN = 16  # px


class FaultLine(QWidget):
    """A wrapped sentence; hidden while nothing is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._sentence = plain(parent=self), plain("", self)
        self._sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._colour()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`; "" where nothing is wrong."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._colour()

    def _colour(self) -> None:
        colours = self.palette()
        self._sign.setPixmap(sign_icon("error", colours).pixmap(wide(_SIGN)))
        colours.setColor(QPalette.ColorRole.WindowText, severity_color("error", colours))
        self._sentence.setPalette(colours)
