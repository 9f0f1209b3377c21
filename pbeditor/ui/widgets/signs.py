"""The three severities as a colour and a shape, so that nothing is said by colour alone.

All colours derive from the palette: darker on light grounds, lighter on dark ones.
"""

from functools import lru_cache
from html import escape

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

_HUES = {"error": (4, 190), "warning": (34, 230), "hint": (212, 170)}
_LIGHTNESS_ON_DARK, _LIGHTNESS_ON_LIGHT = 158, 92


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    return palette.base().color().lightness() < palette.text().color().lightness()


def severity_color(severity: str, palette: QPalette) -> QColor:
    """The colour of a severity's sign, frame and words on this palette."""
    hue, saturation = _HUES[severity]
    return QColor.fromHsl(hue, saturation, _LIGHTNESS_ON_DARK if is_dark(palette) else _LIGHTNESS_ON_LIGHT)


def frame_color(severity: str | None, palette: QPalette, *, has_focus: bool) -> QColor:
    """Of the frame around what has this mark, the focus or both. A hint's is grey: blue means the focus."""
    if severity and severity != "hint":
        return severity_color(severity, palette)
    return palette.color(QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.PlaceholderText)


def tint(severity: str, palette: QPalette) -> QColor:
    """A ground for marked cells on which the palette's text stays readable. A hint's is grey: blue means chosen."""
    if severity == "hint":
        return blended(palette.base().color(), palette.text().color(), 0.10 if is_dark(palette) else 0.055)
    return blended(palette.base().color(), severity_color(severity, palette), 0.20 if is_dark(palette) else 0.12)


def blended(ground: QColor, colour: QColor, share: float) -> QColor:
    """`share` (0 to 1) of `colour` over `ground`."""
    below = (ground.red(), ground.green(), ground.blue())
    above = (colour.red(), colour.green(), colour.blue())
    return QColor(*(round(a + (b - a) * share) for a, b in zip(below, above, strict=True)))


def paint_sign(painter: QPainter, box: QRectF, severity: str, palette: QPalette) -> None:
    """Draw the sign: a disc with a cross, a triangle with a bar, a ring with a dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 12, box.height() / 12)
    _SHAPES[severity](painter, severity_color(severity, palette), palette.base().color())
    painter.restore()


def paint_frame(ground: QWidget, child: QWidget, colour: QColor, width: float) -> None:
    """Draw a line around `child` on the widget that it stands on, in that widget's paint event."""
    painter = QPainter(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.drawRoundedRect(QRectF(child.geometry()).adjusted(-0.2, -0.2, 0.2, 0.2), 3, 3)


def sign_icon(severity: str, palette: QPalette) -> QIcon:
    """The sign as an icon, sharp in every size; a null icon for no severity."""
    # Every keystroke asks for some; of the palette these two colours are what it is drawn from.
    return _sign_icon(severity, palette.base().color().name(), palette.text().color().name()) if severity else QIcon()


class _Sign(QIconEngine):
    """Draws a sign in the size that is wanted."""

    def __init__(self, severity: str, base: str, text: str) -> None:
        super().__init__()
        self._what = severity, base, text

    def clone(self) -> QIconEngine:
        return _Sign(*self._what)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        picture = _sign_picture(*self._what, round(size * painter.device().devicePixelRatioF()))
        left, top = rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2
        painter.drawPixmap(QRectF(left, top, size, size), picture, QRectF(picture.rect()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` in device pixels."""
        return _sign_picture(*self._what, min(size.width(), size.height()))


@lru_cache(maxsize=64)
def _sign_icon(severity: str, base: str, text: str) -> QIcon:
    return QIcon(_Sign(severity, base, text))


@lru_cache(maxsize=64)
def _sign_picture(severity: str, base: str, text: str, size: int) -> QPixmap:
    """A sixteenth of the size is left blank at each side."""
    palette, picture = QPalette(), QPixmap(size, size)
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    picture.fill(Qt.GlobalColor.transparent)
    painter, margin = QPainter(picture), size / 16
    paint_sign(painter, QRectF(picture.rect()).adjusted(margin, margin, -margin, -margin), severity, palette)
    painter.end()
    return picture


def tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt would take a<b>c for markup."""
    return f"<div style='white-space:pre-wrap'>{escape(text)}</div>" if text else ""


def _disc(painter: QPainter, colour: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0, 0, 12, 12))
    painter.setPen(QPen(ground, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(3.9, 3.9), QPointF(8.1, 8.1))
    painter.drawLine(QPointF(8.1, 3.9), QPointF(3.9, 8.1))


def _triangle(painter: QPainter, colour: QColor, ground: QColor) -> None:
    solid, round_cap, round_join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, 1.4, solid, round_cap, round_join))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(6, 1.3), QPointF(11.2, 10.8), QPointF(0.8, 10.8)]))
    painter.setPen(QPen(ground, 1.6, solid, round_cap))
    painter.drawLine(QPointF(6, 4.6), QPointF(6, 7.2))
    painter.drawPoint(QPointF(6, 9.4))


def _ring(painter: QPainter, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(ground)
    painter.drawEllipse(QRectF(0.8, 0.8, 10.4, 10.4))
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(6, 5.6), QPointF(6, 8.6))
    painter.drawPoint(QPointF(6, 3.3))


_SHAPES = {"error": _disc, "warning": _triangle, "hint": _ring}
