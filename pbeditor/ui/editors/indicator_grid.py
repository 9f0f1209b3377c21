"""The indicator grid: a table view with Excel's keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from pbeditor.edit.indicators import Cell
from pbeditor.ui.editors.cell_delegate import ARROW, CellDelegate
from pbeditor.ui.editors.cell_keys import Ending, combined, ending, pressed
from pbeditor.ui.editors.cell_text import CellText
from pbeditor.ui.editors.grid_columns import GridColumns
from pbeditor.ui.editors.grid_cursor import GridCursor
from pbeditor.ui.editors.grid_rows import RowHeights
from pbeditor.ui.editors.row_header import RowHeader
from pbeditor.ui.models.indicator_table import IndicatorTable
from pbeditor.ui.session import Session

EMPTY = "还没有绩效指标。\n点上方的“插入行”，或者从 Excel、WPS 复制后在这里粘贴。"
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_TRIGGER = QAbstractItemView.EditTrigger
ZOOMS, ZOOM_STEP = (60, 250), 10  # %
_EMPTYING = combined(Qt.Key.Key_Backspace)  # as in Excel it empties the cell and goes on editing
_NOT_MOVING = (None, Ending.CANCEL, Ending.FILL)


class IndicatorGrid(QTableView):
    """`keys` holds further keys and what they do.

    `moved`: another cell is current or chosen. `filled`: one value is for all chosen cells. `menu_wanted`: at a point
    of the screen. `zoomed`: the letters have another size.
    """

    moved = Signal()
    filled = Signal(object, list)
    menu_wanted = Signal(object)
    zoomed = Signal()

    def __init__(self, session: Session, table: IndicatorTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.keys: dict[int, Callable[[], None]] = {}
        self.delegate = CellDelegate(session, table, self)
        self.caret = GridCursor(self)
        self.row_header = RowHeader(self)
        self.setVerticalHeader(self.row_header)
        self.setModel(table)
        self.setItemDelegate(self.delegate)
        self._heights = RowHeights(self, table, self.delegate)
        self.columns = GridColumns(self, table)
        self._is_extending, self._zoom = False, 100
        self._dress()
        self._listen()

    def commit(self) -> None:
        """Give what is typed in the open editor to the document, an unfinished composition included."""
        if self.delegate.editor is not None:
            QGuiApplication.inputMethod().commit()
            self.delegate.commit()

    def leave(self) -> None:
        """End editing and keep what was typed."""
        if self.delegate.editor is not None:
            QGuiApplication.inputMethod().commit()
            self.delegate.close(Ending.STAY)

    def start_editing(self) -> None:
        """Edit the current cell as F2 does."""
        self.edit(self.currentIndex(), _TRIGGER.EditKeyPressed)

    def go_on_editing(self) -> None:
        """Edit the current cell without dropping down its list, which would take keys of the window."""
        self.start_editing()
        if isinstance(editor := self.delegate.editor, CellText):
            editor.choices.popup().hide()

    def show_project(self, project_id: str) -> None:
        """Show another project from its first cell."""
        self.leave()
        self._heights.forget()
        self.table.show_project(project_id)
        self.columns.share()
        self._measure()
        self.caret.go_to(0, 0)

    @property
    def zoom(self) -> int:
        """The size of the letters in % of the program's."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the cells with letters of another size, within reason."""
        self._zoom = max(ZOOMS[0], min(percent, ZOOMS[1]))
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self._zoom / 100)
        self.setFont(font)
        height = QFontMetrics(font).height() + 10
        self.row_header.setMinimumSectionSize(height)
        self.row_header.setDefaultSectionSize(height)
        self.columns.share()
        self._measure()
        self.zoomed.emit()

    def step_zoom(self, steps: int) -> None:
        """Show the cells larger, or smaller for steps below 0."""
        self.set_zoom(self._zoom + steps * ZOOM_STEP)

    def follow_letters(self) -> None:
        """The program's letters may have another size, of which the grid's are a share."""
        wanted = QApplication.font().pointSizeF() * self._zoom / 100
        if abs(self.font().pointSizeF() - wanted) > 0.01:  # noqa: PLR2004 - pt
            self.set_zoom(self._zoom)

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger = _TRIGGER.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open an editor, and tell it whether typing opened it, which replaces the text; none in a hidden column."""
        if index.isValid() and self.isColumnHidden(index.column()):
            return False
        was_open = self.delegate.editor
        is_open = super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt takes no event
        editor = self.delegate.editor
        if editor is not None and editor is not was_open:
            editor.begin(anew=trigger == _TRIGGER.AnyKeyPressed)
            if trigger != _TRIGGER.AnyKeyPressed:
                self.caret.forget_tab()
        return bool(is_open)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Rows that were never seen get their heights first: they would push the wanted one out of view."""
        if index.isValid():
            self._heights.measure_above(index.row())
        super().scrollTo(index, hint)

    def event(self, event: QEvent) -> bool:
        """The grid's own keys go before shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._knows(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = pressed(event)
        how = ending(event)
        if key in self.keys:
            self.keys[key]()
        elif key == _EMPTYING:
            self.edit(self.currentIndex(), _TRIGGER.AnyKeyPressed, event)
        elif how is not None and how not in _NOT_MOVING:
            self.caret.step(how)
        elif not self.caret.move(event):
            if not event.text():
                self.caret.forget_tab()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A text that was not composed first is typed like any key: Qt would open an editor for it and drop it."""
        is_open = self.delegate.editor is not None
        if is_open or not event.commitString():
            super().inputMethodEvent(event)
        elif self.edit(self.currentIndex(), _TRIGGER.AnyKeyPressed) and (editor := self.delegate.editor):
            QApplication.sendEvent(editor, event)
            editor.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click with Shift chooses up to the cell; one on the arrow of the current cell opens its list."""
        was = self.currentIndex()
        self.caret.forget_tab()
        if event.modifiers() == _SHIFT and event.button() == Qt.MouseButton.LeftButton and was.isValid():
            clicked = self.indexAt(event.position().toPoint())
            self._is_extending = True
            self.caret.extend_to(clicked.row(), clicked.column())
            return
        self._is_extending = False
        super().mousePressEvent(event)
        point = event.position().toPoint()
        box = self.visualRect(was)
        at_arrow = QRect(box.right() - ARROW + 1, box.bottom() - ARROW + 1, ARROW, ARROW).contains(point)
        if was.isValid() and at_arrow and self.delegate.has_list(was.row(), was.column()):
            self.start_editing()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_extending:
            super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        if event.modifiers() == _CONTROL:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
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
        self.columns.share()
        self._measure()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab or page is shown, or the window closes: an editor left open would outlive them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.delegate.close(Ending.STAY)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.table.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, EMPTY)

    def _leave_hidden(self) -> None:
        """The column of the cursor may be off the screen now."""
        row, column = self.caret.place()
        if row >= 0 and self.isColumnHidden(column):
            self.leave()
            self.caret.go_to(row, column)

    def _knows(self, event: QKeyEvent) -> bool:
        return pressed(event) in self.keys or ending(event) not in _NOT_MOVING

    def _end(self, how: Ending) -> None:
        """Editing ended with a key, or with a choice from a list."""
        editor, cells = self.delegate.editor, self.caret.cells()
        if editor is None:
            return
        if how is Ending.FILL and len(cells) > 1:
            value: Cell = editor.value()
            self.delegate.close(Ending.CANCEL)
            self.filled.emit(value, cells)
        else:
            self.delegate.close(how)
        self.caret.step(how)

    def _measure(self) -> None:
        self._heights.measure_visible()

    def _listen(self) -> None:
        self.delegate.ended.connect(self._end)
        self.columns.settled.connect(self._measure)
        self.columns.hidden.connect(self._leave_hidden)
        self.verticalScrollBar().valueChanged.connect(self._measure)
        for signal in (self.table.dataChanged, self.table.rowsInserted, self.table.rowsMoved, self.table.rowsRemoved):
            signal.connect(self._measure)
        self.table.marked.connect(self.viewport().update)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self.moved)
        chosen.selectionChanged.connect(self.moved)

    def showEvent(self, event: QShowEvent) -> None:
        """The heads may be higher than they were when the grid was hidden."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.updateGeometries)

    def _dress(self) -> None:
        self.setAccessibleName("绩效指标")
        self.setEditTriggers(_TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed | _TRIGGER.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(True)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        rows = self.row_header
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setMinimumWidth(self.fontMetrics().horizontalAdvance("000") + 8)
        self.set_zoom(self._zoom)
