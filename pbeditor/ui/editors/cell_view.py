"""A table view whose cells are chosen and edited as in Excel, by keys, mouse and input method."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from pbeditor.edit.indicators import Cell
from pbeditor.ui.editors.cell_delegate import ARROW, CellDelegate
from pbeditor.ui.editors.cell_keys import STAYING, Ending, combined, ending, pressed
from pbeditor.ui.editors.cell_text import CellText
from pbeditor.ui.editors.grid_cursor import GridCursor
from pbeditor.ui.models.indicator_table import IndicatorTable
from pbeditor.ui.session import Session

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TRIGGER = QAbstractItemView.EditTrigger
_EMPTYING = combined(Qt.Key.Key_Backspace)  # as in Excel it empties the cell and goes on editing
_NOT_MOVING = (None, Ending.CANCEL, Ending.FILL)


class CellView(QTableView):
    """`keys` holds further keys and what they do. `filled`: one value is for all chosen cells."""

    filled = Signal(object, list)

    def __init__(self, session: Session, table: IndicatorTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.keys: dict[int, Callable[[], None]] = {}
        self.delegate = CellDelegate(session, table, self)
        self.caret = GridCursor(self)
        self._is_extending = False
        self.setModel(table)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(_TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed | _TRIGGER.DoubleClicked)
        self.delegate.ended.connect(self._end)

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

    def open_list(self) -> None:
        """Edit the current cell with its list open, that of the operators for a value."""
        self.start_editing()
        if (editor := self.delegate.editor) is not None:
            editor.open_list()

    def go_on_editing(self) -> None:
        """Edit the current cell without dropping down its list, which would take keys of the window."""
        self.start_editing()
        if isinstance(editor := self.delegate.editor, CellText):
            editor.choices.popup().hide()

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming back from another window or a menu finds no cell current where none was: Qt would take the first."""
        was_somewhere = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not was_somewhere and event.reason() in STAYING:
            self.selectionModel().clear()

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab or page is shown, or the window closes: an editor left open would outlive them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.delegate.close(Ending.STAY)
