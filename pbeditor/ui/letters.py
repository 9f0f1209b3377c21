"""The size of letters: one for the whole program, and widgets that show theirs larger or smaller."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

SCALE = "letters"  # the dynamic property that holds a widget's share of the program's size
SMALLEST, LARGEST = 8, 22  # pt
OF_SCREEN = 0.94  # the rest is for the frame
USUAL = 10  # pt; widths in px are thought for this size


def scale(widget: QWidget, share: float) -> None:
    """Show the widget's letters in this share of the program's size, now and after the size has changed."""
    widget.setProperty(SCALE, share)
    _fit(widget)


def rescale() -> None:
    """Bring all scaled widgets to the program's present size."""
    for widget in QApplication.allWidgets():
        if widget.property(SCALE):
            _fit(widget)


def bold() -> QFont:
    """The program's letters, heavier."""
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


def stepped(step: int) -> int:
    """The program's size in pt, `step` pt larger or smaller, within reason."""
    return max(SMALLEST, min(QApplication.font().pointSize() + step, LARGEST))


def wide(width: int) -> int:
    """What takes `width` px in the usual size takes so many in the program's present one, where that is larger."""
    return round(width * max(QApplication.font().pointSizeF() / USUAL, 1.0))


def resize(widget: QWidget, width: int, height: int) -> None:
    """Make a window so large, larger for large letters, but no larger than its screen shows."""
    wanted, screen = QSize(wide(width), wide(height)), widget.screen().availableSize() * OF_SCREEN
    widget.resize(wanted.boundedTo(screen))


def _fit(widget: QWidget) -> None:
    font = QFont(widget.font())
    font.setPointSizeF(QApplication.font().pointSizeF() * float(widget.property(SCALE)))
    widget.setFont(font)
