"""The indicator grid: how its cells lie in the window, from the widths of columns to the size of the letters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from pbeditor.ui.editors.cell_view import CellView
from pbeditor.ui.editors.grid_columns import GridColumns
from pbeditor.ui.editors.grid_rows import RowHeights
from pbeditor.ui.editors.grid_zoom import GridZoom
from pbeditor.ui.editors.row_header import RowHeader
from pbeditor.ui.models.indicator_table import IndicatorTable
from pbeditor.ui.session import Session

EMPTY = "还没有绩效指标。\n点上方的“插入行”，或者从 Excel、WPS 复制后在这里粘贴。"
_CONTROL = Qt.KeyboardModifier.ControlModifier


class IndicatorGrid(CellView):
    """`moved`: another cell is current or chosen. `menu_wanted`: at a point of the screen."""

    moved = Signal()
    menu_wanted = Signal(object)

    def __init__(self, session: Session, table: IndicatorTable, parent: QWidget | None = None) -> None:
        super().__init__(session, table, parent)
        self.row_header = RowHeader(self)
        self.setVerticalHeader(self.row_header)
        self._heights = RowHeights(self, table, self.delegate)
        self.columns = GridColumns(self, table)
        self.zoom = GridZoom(self)
        self._listen()
        self._dress()

    def show_project(self, project_id: str) -> None:
        """Show another project from its first cell."""
        self.leave()
        self._heights.forget()
        self.table.show_project(project_id)
        self._fit()
        self.caret.go_to(0, 0)

    def _leave_hidden(self) -> None:
        """The column of the cursor may be off the screen now."""
        row, column = self.caret.place()
        if row >= 0 and self.isColumnHidden(column):
            self.leave()
            self.caret.go_to(row, column)

    def _fit(self) -> None:
        """There is another room or size for everything."""
        self.columns.share()
        self._heights.measure_visible()

    def _listen(self) -> None:
        measure = self._heights.measure_visible
        self.zoom.changed.connect(self._fit)
        self.columns.settled.connect(measure)
        self.columns.hidden.connect(self._leave_hidden)
        self.verticalScrollBar().valueChanged.connect(measure)
        for signal in (self.table.dataChanged, self.table.rowsInserted, self.table.rowsMoved, self.table.rowsRemoved):
            signal.connect(measure)
        self.table.marked.connect(self.viewport().update)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self.moved)
        chosen.selectionChanged.connect(self.moved)

    def _dress(self) -> None:
        self.setAccessibleName("绩效指标")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(True)
        self.setShowGrid(False)
        self.horizontalHeader().setHighlightSections(False)
        rows = self.row_header
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setMinimumWidth(self.fontMetrics().horizontalAdvance("000") + 8)
        self.zoom.set(self.zoom.percent)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Rows that were never seen get their heights first: they would push the wanted one out of view."""
        if index.isValid():
            self._heights.measure_above(index.row())
        super().scrollTo(index, hint)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        if event.modifiers() == _CONTROL:
            self.zoom.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        point = event.pos() if by_mouse else self.visualRect(index).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The heads may be higher than they were when the grid was hidden."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.updateGeometries)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.table.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, EMPTY)
