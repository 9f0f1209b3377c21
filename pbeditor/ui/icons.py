"""Icons: line drawings in resources/icons, drawn in the palette's colours at the screen's resolution."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from pbeditor.store.disk import read
from pbeditor.store.resources import resource

SIZES = (16, 20, 32)  # logical px


def icon(name: str) -> QIcon:
    """The icon in the colour of button text, pale when disabled. Ask again when the palette has changed."""
    palette = QGuiApplication.palette()
    plain = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    pale = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    return _icon(name, plain.name(), pale.name(), _ratio())


def accent_icon(name: str) -> QIcon:
    """The icon in the accent colour."""
    colour = QGuiApplication.palette().color(QPalette.ColorRole.Accent).name()
    return _icon(name, colour, colour, _ratio())


def pixmap(name: str, size: int, color: QColor, ratio: float) -> QPixmap:
    """One drawing of `size` logical px in `color` for a device pixel ratio."""
    return _pixmap(name, size, color.name(), ratio)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, pale: str, ratio: float) -> QIcon:
    drawn = QIcon()
    for size in SIZES:
        drawn.addPixmap(_pixmap(name, size, colour, ratio), QIcon.Mode.Normal)
        if pale != colour:
            drawn.addPixmap(_pixmap(name, size, pale, ratio), QIcon.Mode.Disabled)
    return drawn


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


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
