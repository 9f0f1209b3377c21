"""Icons: line drawings in resources/icons, drawn in the palette's colours at the screen's resolution."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from pbeditor.store.disk import read
from pbeditor.store.resources import resource


def icon(name: str) -> QIcon:
    """The icon in the colour of button text, pale when disabled. Ask again when the palette has changed."""
    palette = QGuiApplication.palette()
    plain = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    pale = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    return _icon(name, plain.name(), pale.name())


def accent_icon(name: str) -> QIcon:
    """The icon in the accent colour."""
    colour = QGuiApplication.palette().color(QPalette.ColorRole.Accent).name()
    return _icon(name, colour, colour)


def pixmap(name: str, size: int, color: QColor, ratio: float) -> QPixmap:
    """One drawing of `size` logical px in `color` for a device pixel ratio."""
    return _pixmap(name, size, color.name(), ratio)


class _Drawing(QIconEngine):
    """Draws when it is painted, in the size that is wanted then: most icons of a start are never seen."""

    def __init__(self, name: str, colour: str, pale: str) -> None:
        super().__init__()
        self._name, self._colour, self._pale = name, colour, pale

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._colour, self._pale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        size = min(rect.width(), rect.height())
        left, top = rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2
        drawn = _pixmap(self._name, size, self._in(mode), ratio)
        painter.drawPixmap(QRectF(left, top, size, size), drawn, QRectF(drawn.rect()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` in device pixels."""
        return _pixmap(self._name, min(size.width(), size.height()), self._in(mode), 1.0)

    def _in(self, mode: QIcon.Mode) -> str:
        return self._pale if mode == QIcon.Mode.Disabled else self._colour


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, pale: str) -> QIcon:
    return QIcon(_Drawing(name, colour, pale))


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_svg(name).replace(b"currentColor", colour.encode())))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def _svg(name: str) -> bytes:
    return read(resource("icons", f"{name}.svg"), 64 * 1024)
