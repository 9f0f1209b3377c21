"""Qt's two text editors with one face, and with undo left to the document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from pbeditor.edit.numbering import is_only_a_number, number_length
from pbeditor.edit.strokes import changed_span
from pbeditor.model.text import clean_line
from pbeditor.ui.fusion import FRAMED_AROUND
from pbeditor.ui.widgets.calm import REDO, UNDO, is_undo

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # Qt's own two have no base to put this between, and a class has one of Qt's bases only

MenuFiller = Callable[[QMenu], None]
_REASONS_THAT_STAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Wishes(QObject):
    """What a person wants of the world around an editor."""

    typed = Signal(str)
    entered = Signal()
    left = Signal()
    undo = Signal()
    redo = Signal()


class _Input(_Widget):
    """What both editors share; it stands before Qt's class among their bases, so that it is asked first."""

    def _begin(self) -> None:
        self.wishes = Wishes(self)
        self.fill_menu: MenuFiller = _nothing
        self.setProperty(FRAMED_AROUND, True)
        self.setAcceptDrops(False)  # a file dropped here is meant for the window

    def event(self, event: QEvent) -> bool:
        return False if is_undo(event) else super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wishes.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _REASONS_THAT_STAY:
            self.wishes.left.emit()

    def _answers_undo(self, event: QKeyEvent) -> bool:
        if event.matches(UNDO):
            self.wishes.undo.emit()
        elif event.matches(REDO):
            self.wishes.redo.emit()
        else:
            return False
        return True

    def _open_menu(self, standard: QMenu, event: QContextMenuEvent) -> None:
        """The fixes offered here, then Qt's entries but for its own undo, which would differ from the window's."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        standard.setParent(menu, standard.windowFlags())  # a window still: as a part it would lie over the menu
        self.fill_menu(menu)
        menu.addActions(standard.actions()[3:])  # undo, redo and a separator are left out
        menu.popup(event.globalPos())


class LineInput(_Input, QLineEdit):
    """One line. Enter goes on to the next field."""

    holds_a_figure = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin()
        self.textEdited.connect(self._tell)

    def shown(self) -> str:
        """The text as it stands in the editor."""
        return self.text()

    def show_text(self, text: str) -> None:
        """Show `text` with the cursor behind what differs from before."""
        _, _, end = changed_span(self.text(), text)
        self.setText(text)
        self.setCursorPosition(utf16(text, end))

    def load(self, text: str) -> None:
        """Show the text of another place, with the cursor at its end."""
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._answers_undo(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt gives up the selection for the menu bar, whose commands mean it."""
        start, length = self.selectionStart(), len(self.selectedText())
        super().focusOutEvent(event)
        if length and event.reason() == Qt.FocusReason.MenuBarFocusReason:
            self.setSelection(start, length)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a figure as a whole: what Qt takes for a word of 48.00 is 48 alone."""
        super().mouseDoubleClickEvent(event)
        if self.holds_a_figure:
            self.selectAll()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(self.createStandardContextMenu(), event)

    def _tell(self, text: str) -> None:
        """What was pasted, by whatever way, comes as one line."""
        if not _BREAKS.isdisjoint(text):
            before = clean_line(f"{_up_to(text, self.cursorPosition())}|")  # which keeps blanks in front of the cursor
            self.setText(clean_line(text))
            self.setCursorPosition(utf16(before, len(before) - 1))
        self.wishes.typed.emit(self.text())


class TextInput(_Input, QPlainTextEdit):
    """Several lines. Tab leaves; a new line starts as `line_start` says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin()
        self.line_start: Callable[[str], str] = _blank
        self._is_showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._tell)

    def shown(self) -> str:
        """The text as it stands in the editor."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show `text`, touching only what differs, so that the view does not jump."""
        start, old_end, new_end = changed_span(self.toPlainText(), text)
        self._is_showing = True
        cursor = self.textCursor()
        cursor.setPosition(utf16(self.toPlainText(), start))
        cursor.setPosition(utf16(self.toPlainText(), old_end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start:new_end])
        self._is_showing = False
        self.setTextCursor(cursor)

    def load(self, text: str) -> None:
        """Show the text of another place, from its beginning."""
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._answers_undo(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CONTROL:
            self._break_line()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(self.createStandardContextMenu(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._end_composing()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._end_composing()
        super().mouseDoubleClickEvent(event)

    def _end_composing(self) -> None:
        """Qt looks where the mouse is before it ends a composition; then the place may be behind the text's end."""
        QGuiApplication.inputMethod().commit()
        if self.textCursor().block().layout().preeditAreaText():
            self.inputMethodEvent(QInputMethodEvent())

    def _break_line(self) -> None:
        """Go on with the next number; on a line that is only a number, end the list instead."""
        cursor = self.textCursor()
        line = cursor.block().text()
        is_before_it = cursor.positionInBlock() < number_length(line)
        start = "" if is_before_it and not is_only_a_number(line) else self.line_start(line)
        if start and is_only_a_number(line):
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            cursor.insertText("\n" + start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _tell(self) -> None:
        if not self._is_showing:
            self.wishes.typed.emit(self.toPlainText())


def utf16(text: str, index: int) -> int:
    """A position in `text` as Qt counts it: characters outside the basic plane count twice."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def _up_to(text: str, place: int) -> str:
    """What stands in front of a position as Qt counts it."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass")


_BREAKS = frozenset("\r\n\t\v\f\u2028\u2029")
_CONTROL = Qt.KeyboardModifier.ControlModifier


def _nothing(menu: QMenu) -> None:
    """Add no entries."""


def _blank(_before: str) -> str:
    return ""
