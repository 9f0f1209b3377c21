"""Bars that need no colour to be told apart: solid, hatched and empty parts, all from the palette."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette, QPen

from pbeditor.ui.theme import accent, faint

SOLID, HATCHED, EMPTY = range(3)
_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.NoBrush)


def paint_part(painter: QPainter, box: QRectF, part: int, palette: QPalette) -> None:
    """One part of a bar with a line around it, so that patterns end sharply in print too."""
    colour = faint(palette) if part == EMPTY else accent(palette)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine if part == EMPTY else Qt.PenStyle.SolidLine))
    painter.setBrush(QBrush(colour, _PATTERNS[part]))
    painter.drawRect(box)


def paint_bar(painter: QPainter, box: QRectF, parts: tuple[float, float, float], palette: QPalette) -> None:
    """Parts of the lengths `parts` (of the width of `box`) one after another; what is above 0 is seen."""
    left = box.left()
    for part, length in enumerate(parts):
        if length > 0:
            width = max(box.width() * length, 1.0)
            paint_part(painter, QRectF(left, box.top(), width, box.height()), part, palette)
            left += width


def paint_share(painter: QPainter, box: QRectF, share: float, palette: QPalette) -> None:
    """A frame that is filled as far as something is done."""
    painter.setPen(QPen(faint(palette), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.fillRect(QRectF(box.left(), box.top(), box.width() * share, box.height()), accent(palette))
