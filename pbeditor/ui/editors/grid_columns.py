"""Widths of the grid's columns: shared out as on paper until the user sets his own."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from pbeditor.ui.models.indicator_table import IndicatorTable

_FEWEST = 5  # full-width characters that a column holds at least


class ColumnWidths(QObject):
    """`settled` tells once that widths have changed, by the user or with the window."""

    settled = Signal()

    def __init__(self, view: QTableView, table: IndicatorTable) -> None:
        super().__init__(view)
        self._view, self._table = view, table
        self._is_sharing, self.are_own = False, False
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self.settled)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(QFontMetrics(view.font()).horizontalAdvance("中") * 2)
        header.sectionResized.connect(self._note)

    def share(self) -> None:
        """Give each column its share of the view, in the proportions of the form."""
        if self.are_own or not self._table.columns:
            return
        columns = [n for n in range(len(self._table.columns)) if not self._view.isColumnHidden(n)]
        least = QFontMetrics(self._view.font()).horizontalAdvance("中") * _FEWEST
        whole = sum(self._table.columns[n].width for n in columns) or 1
        room = max(self._view.viewport().width(), least * len(columns))
        self._is_sharing = True
        for n in columns:
            width = int(room * self._table.columns[n].width / whole)
            self._view.setColumnWidth(n, width if n != columns[-1] else room)
            room, whole = room - width, whole - self._table.columns[n].width
        self._is_sharing = False

    def _note(self) -> None:
        self.are_own = self.are_own or not self._is_sharing
        self._pause.start()
