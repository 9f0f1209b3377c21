"""The editor of a cell that holds a text: it wraps, grows with the text, and may offer a list."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPalette, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from pbeditor.ui.editors.cell_keys import LINE_BREAK, OPEN_LIST, Ending, claims, ending, pressed
from pbeditor.ui.editors.choice_list import ChoiceList

FRAME, MARGIN = 2, 3  # px; together the padding of a cell, so that the text does not move when editing starts


class CellText(QPlainTextEdit):
    """`ended` tells how the user left; `typed` each change he made."""

    ended = Signal(object)
    typed = Signal()

    def __init__(self, choices: tuple[str, ...], parent: QWidget, *, is_closed: bool, is_strict: bool = False) -> None:
        super().__init__(parent)
        self._area = parent
        self.is_anew = False  # typing replaced the text, arrows leave
        self.chosen = ""  # what was taken from the list, while it stands unchanged
        self._is_closed = is_closed  # a closed list is shown at once, an open one once something is typed
        self._is_strict = is_strict  # part of a text means the only one of the list that holds it
        self._loaded = ""
        self._is_untouched, self._is_composing = True, False
        self._cell = QRect()
        self.choices = ChoiceList(choices, self)
        self.choices.activated.connect(self._choose)
        self._dress()
        self.textChanged.connect(self._note)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that the document does not have."""
        return not self._is_untouched and self.toPlainText() != self._loaded

    def load(self, text: str) -> None:
        """Show `text`, all of it selected: Qt would put the first Chinese input before it otherwise."""
        self._loaded, self._is_untouched = text, True
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.selectAll()
        self._fit()

    def value(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def settle(self) -> None:
        """What stands in the editor has been taken over."""
        self._loaded = self.toPlainText()

    def complete(self) -> None:
        """Take the only text of a strict list that holds what was typed, at the end of editing."""
        typed = self.toPlainText().strip()
        fitting = [text for text in self.choices.texts if typed in text]
        if self._is_strict and self.is_dirty and typed and len(fitting) == 1:
            self._take(fitting[0])

    def begin(self, *, anew: bool) -> None:
        """Start editing: `anew` by typing, else at the end of the text, with the list if there is one."""
        self.is_anew = anew
        if not anew:
            self.moveCursor(QTextCursor.MoveOperation.End)
            if self._is_closed:
                self.choices.show_all(self._loaded)

    def open_list(self) -> None:
        """Show all that is offered, if anything is."""
        self.choices.show_all(self.toPlainText())

    def stand_in(self, cell: QRect) -> None:
        """Take the place of a cell; a long text makes the editor higher."""
        self._cell = cell
        self._fit()

    def event(self, event: QEvent) -> bool:
        return True if claims(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = pressed(event)
        if how := ending(event, arrows=self.is_anew):
            self._end(how)
        elif key == LINE_BREAK:
            self.insertPlainText("\n")
        elif key in OPEN_LIST and self.choices.texts:
            self.open_list()
        else:
            self._is_untouched = False
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A composition that is given up leaves the old text: the view then loads it again."""
        self._is_composing = not event.commitString()
        super().inputMethodEvent(event)
        self._is_composing = False
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._is_untouched = False
        super().insertFromMimeData(source)

    def _end(self, how: Ending) -> None:
        chosen = self.choices.chosen()
        if chosen is not None and how is not Ending.CANCEL:
            self._take(chosen)
        elif how is not Ending.CANCEL:
            self.complete()
        self.choices.popup().hide()
        self.ended.emit(how)

    def _choose(self, text: str) -> None:
        self._take(text)
        self.ended.emit(Ending.STAY)

    def _take(self, text: str) -> None:
        self._is_untouched, self.chosen = False, text
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def _note(self) -> None:
        if self._is_composing:
            return
        self._is_untouched, self.chosen = False, ""
        self._fit()
        if self.choices.texts:
            self.choices.narrow(self.toPlainText(), is_closed=self._is_closed)
        self.typed.emit()

    def _fit(self) -> None:
        """As high as the text needs, inside the grid's viewport."""
        if self._cell.isNull():
            return
        area = self._area.rect()
        place = QRect(self._cell)
        self.resize(place.size())
        lines = self.document().documentLayout().documentSize().height()
        needed = round(lines * self.fontMetrics().lineSpacing()) + 2 * (FRAME + MARGIN) + 1
        place.setHeight(min(max(place.height(), needed), area.height()))
        place.moveBottom(max(min(place.bottom(), area.bottom()), place.height() - 1))
        self.setGeometry(place)

    def _dress(self) -> None:
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(FRAME)
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.document().setDocumentMargin(MARGIN)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # what the frame is drawn in
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, palette.color(QPalette.ColorRole.Accent))
        self.setPalette(palette)
