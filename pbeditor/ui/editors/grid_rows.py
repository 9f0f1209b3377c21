"""Heights of the grid's rows: measured when a row is seen and only when it has changed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from pbeditor.model.document import Indicator
from pbeditor.ui.editors.cell_delegate import CellDelegate
from pbeditor.ui.models.indicator_table import IndicatorTable

Stamp = tuple[Indicator, tuple[int, ...], str]


class RowHeights(QObject):
    """Keeps each visible row as high as its highest cell. Measuring all rows at once takes seconds on long grids."""

    def __init__(self, view: QTableView, table: IndicatorTable, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view, self._table, self._delegate = view, table, delegate
        self._measured: dict[int, Stamp] = {}

    def measure_visible(self) -> None:
        """Measure the rows that are on the screen; a row that shrinks may bring others there."""
        view, last = self._view, len(self._table.rows) - 1
        row = max(view.rowAt(0), 0)
        bottom = view.viewport().height()
        while row <= last and view.rowViewportPosition(row) < bottom:
            self._measure(row)
            row += 1

    def measure_above(self, row: int) -> None:
        """Measure a row and a screenful above it, before the view scrolls there."""
        room = self._view.viewport().height()
        while row >= 0 and room > 0:
            self._measure(row)
            room -= self._view.rowHeight(row)
            row -= 1

    def forget(self) -> None:
        """Another project is shown."""
        self._measured = {}

    def _measure(self, row: int) -> None:
        widths = tuple(self._view.columnWidth(column) for column in range(len(self._table.columns)))
        stamp = (self._table.rows[row], widths, self._view.font().key())
        known = self._measured.get(row)
        if known is None or known[0] is not stamp[0] or known[1:] != stamp[1:]:
            self._measured[row] = stamp
            self._view.setRowHeight(row, self._height(row, widths))

    def _height(self, row: int, widths: tuple[int, ...]) -> int:
        font = self._view.font()
        heights = (self._delegate.height(row, column, width, font) for column, width in enumerate(widths) if width)
        return max(self._view.verticalHeader().minimumSectionSize(), *heights)
