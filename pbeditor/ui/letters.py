"""The size of letters: one for the whole program; widgets that show theirs larger, or are as wide as letters need.

What a widget wants is kept in dynamic properties, which `rescale` finds again.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolBar, QWidget

SCALE = "letters"  # a share of the program's size
LEAST, MOST, ICONS = "least width", "most width", "icons"  # px in the usual size
SMALLEST, LARGEST = 8, 22  # pt
OF_SCREEN = 0.94  # the rest is for the frame
USUAL = 10  # pt; widths in px are thought for this size


def scale(widget: QWidget, share: float) -> None:
    """Show the widget's letters in this share of the program's size, now and after the size has changed."""
    widget.setProperty(SCALE, share)
    _fit(widget)


def bound(widget: QWidget, *, least: int = 0, most: int = 0) -> None:
    """Keep the widget at least, and at most, so many px wide in the usual size of letters, now and later."""
    for name, width in ((LEAST, least), (MOST, most)):
        if width:
            widget.setProperty(name, width)
    _fit_width(widget)


def size_icons(holder: QToolBar | QAbstractItemView, size: int) -> None:
    """Show the icons of a bar or a list so large in the usual size of letters, where 16 px are not meant."""
    holder.setProperty(ICONS, size)
    _fit_icons(holder)


def rescale() -> None:
    """Bring all these widgets to the program's present size."""
    for widget in QApplication.allWidgets():
        if widget.property(SCALE):
            _fit(widget)
        _fit_width(widget)
        if isinstance(widget, (QToolBar, QAbstractItemView)) and widget.property(ICONS):
            _fit_icons(widget)


def bold() -> QFont:
    """The program's letters, heavier."""
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


def stepped(step: int) -> int:
    """The program's size in pt, `step` pt larger or smaller, within reason."""
    return max(SMALLEST, min(QApplication.font().pointSize() + step, LARGEST))


def wide(width: int, font: QFont | None = None) -> int:
    """What takes `width` px in the usual size takes so many in `font`, else the program's present one, if larger."""
    return round(width * max((font or QApplication.font()).pointSizeF() / USUAL, 1.0))


def resize(widget: QWidget, width: int, height: int) -> None:
    """Make a window so large, larger for large letters, but no larger than its screen shows."""
    wanted, screen = QSize(wide(width), wide(height)), widget.screen().availableSize() * OF_SCREEN
    widget.resize(wanted.boundedTo(screen))


def _fit_width(widget: QWidget) -> None:
    if least := widget.property(LEAST):
        widget.setMinimumWidth(wide(least))
    if most := widget.property(MOST):
        widget.setMaximumWidth(wide(most))


def _fit_icons(holder: QToolBar | QAbstractItemView) -> None:
    size = wide(holder.property(ICONS))
    holder.setIconSize(QSize(size, size))


def _fit(widget: QWidget) -> None:
    font = QFont(widget.font())
    font.setPointSizeF(QApplication.font().pointSizeF() * float(widget.property(SCALE)))
    widget.setFont(font)
