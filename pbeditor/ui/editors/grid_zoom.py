"""The size of the grid's letters, as a share of the program's."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView

ZOOMS, ZOOM_STEP = (60, 250), 10  # %
_BESIDE = 10  # px above and below the letters of a row


class GridZoom(QObject):
    """`changed`: the letters have another size, and rows and columns need another one."""

    changed = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view, self._percent = view, 100

    @property
    def percent(self) -> int:
        """The size of the letters in % of the program's."""
        return self._percent

    def set(self, percent: int) -> None:
        """Show the cells with letters of another size, within reason."""
        self._percent = max(ZOOMS[0], min(percent, ZOOMS[1]))
        font = QFont(QApplication.font())
        font.setPointSizeF(self._points())
        self._view.setFont(font)
        height, rows = QFontMetrics(font).height() + _BESIDE, self._view.verticalHeader()
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self.changed.emit()

    def step(self, steps: int) -> None:
        """Show the cells larger, or smaller for steps below 0."""
        self.set(self._percent + steps * ZOOM_STEP)

    def follow_letters(self) -> None:
        """The program's letters may have another size, of which the grid's are a share."""
        if abs(self._view.font().pointSizeF() - self._points()) > 0.01:  # noqa: PLR2004 - pt
            self.set(self._percent)

    def _points(self) -> float:
        return QApplication.font().pointSizeF() * self._percent / 100
