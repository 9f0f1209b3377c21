"""Where the window stood last time, brought back onto the screen there is now."""

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtWidgets import QMainWindow

from pbeditor.store.settings import Settings

FIRST = (1280, 800)  # px at the first start, if the screen has them
SMALL = 1440  # px; on a narrower screen the first start fills it
EDGE = 24  # px left free around the window at the first start
LAYOUT = 1  # counts up when docks or bars change their meaning


def place(window: QMainWindow) -> dict[str, str]:
    """The field of the settings that says where the window stands."""
    return {"geometry": _text(window.saveGeometry())}


def layout(window: QMainWindow) -> dict[str, str]:
    """The field of the settings that says which panels are shown and how large they are."""
    return {"state": _text(window.saveState(LAYOUT))}


def restore_layout(window: QMainWindow, settings: Settings) -> None:
    """Show the panels that were shown last time, as large as they were."""
    if settings.state:
        window.restoreState(_bytes(settings.state), LAYOUT)


def restore_place(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was, as far as the present screen allows."""
    screen = window.screen().availableGeometry()
    if not settings.geometry or not window.restoreGeometry(_bytes(settings.geometry)):
        size = (min(FIRST[0], screen.width() - 2 * EDGE), min(FIRST[1], screen.height() - 2 * EDGE))
        window.setGeometry(QRect(screen.center().x() - size[0] // 2, screen.top() + EDGE, *size))
        if screen.width() < SMALL:
            window.setWindowState(Qt.WindowState.WindowMaximized)
    if not window.isMaximized():
        window.setGeometry(inside(window.geometry(), window.screen().availableGeometry()))


def inside(wanted: QRect, screen: QRect) -> QRect:
    """The rectangle moved, and cut if need be, so that all of it is on the screen."""
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height())
    left = max(screen.left(), min(wanted.left(), screen.left() + screen.width() - width))
    top = max(screen.top(), min(wanted.top(), screen.top() + screen.height() - height))
    return QRect(left, top, width, height)


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
