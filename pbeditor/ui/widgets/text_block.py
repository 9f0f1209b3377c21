"""Wrapped text, laid out once for each width and font."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_MOST = 4_000  # layouts kept; a screen of cells needs about 100
_WIDEST = 16_777_215


class TextBlocks:
    """Layouts of texts by width, for one font at a time."""

    def __init__(self) -> None:
        self._font = QFont()
        self._key = ""
        self._layouts: dict[tuple[str, int], QTextLayout] = {}

    def height(self, text: str, width: int, font: QFont) -> float:
        """How high `text` becomes in logical px when it is wrapped to `width`."""
        return self._layout(text, width, font).boundingRect().height()

    def draw(self, painter: QPainter, text: str, width: int, at: QPointF) -> None:
        """Draw `text` in the painter's font and pen with its left upper corner `at`."""
        self._layout(text, width, painter.font()).draw(painter, at)

    def _layout(self, text: str, width: int, font: QFont) -> QTextLayout:
        if font.key() != self._key or len(self._layouts) > _MOST:
            self._font, self._key, self._layouts = QFont(font), font.key(), {}
        place = (text, width)
        if place not in self._layouts:
            self._layouts[place] = _laid_out(text, width, self._font)
        return self._layouts[place]


def _laid_out(text: str, width: int, font: QFont) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, min(width, _WIDEST)))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
