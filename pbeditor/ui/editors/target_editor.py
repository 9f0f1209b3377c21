"""The editor of a value: operator, number and text beside each other, and below them the cell as it will print."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLineEdit, QWidget

from pbeditor.edit.target_parts import NUMBER, OPERATOR, PARTS, TEXT, finished, flowed, part_for
from pbeditor.model.document import Target
from pbeditor.model.target import printed
from pbeditor.ui.editors.cell_keys import OPEN_LIST, Ending, claims, ending, is_left, pressed
from pbeditor.ui.editors.choice_list import ChoiceList
from pbeditor.ui.theme import line
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.signs import is_dark, paint_frame

LABELS = {OPERATOR: "符号", NUMBER: "数值", TEXT: "文字"}
_WIDTHS = {OPERATOR: 4, NUMBER: 5, TEXT: 10}  # in full-width characters


class PartInput(QLineEdit):
    """One of the three parts."""

    def __init__(self, part: str, owner: "TargetEditor") -> None:
        super().__init__(owner)
        self.part, self._owner = part, owner
        self.choices = ChoiceList((), self)
        self.setAccessibleName(f"指标值的{LABELS[part]}")
        self.setPlaceholderText(LABELS[part])
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("中") * _WIDTHS[part])

    def offer(self, texts: tuple[str, ...]) -> None:
        """Give this part a list."""
        self.choices = ChoiceList(texts, self)
        self.choices.activated.connect(self._owner.choose)

    def event(self, event: QEvent) -> bool:
        return True if claims(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event) in OPEN_LIST:
            self._owner.open_list()
        elif how := ending(event, arrows=False):
            self._owner.end(self, how)
        elif step := self._step(event):
            self._owner.go(self, step)
            if event.key() == int(Qt.Key.Key_Backspace):
                self._owner.current().backspace()
        else:
            super().keyPressEvent(event)

    def backspace(self) -> None:
        """Delete the character before the cursor, as if typed."""
        super().backspace()
        self.textEdited.emit(self.text())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks this instead of handing over Tab."""
        self._owner.end(self, Ending.TAB if forward else Ending.BACKTAB)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_left(self._owner, event):
            self._owner.ended.emit(Ending.STAY)

    def _step(self, event: QKeyEvent) -> int:
        """-1 or 1 when this key leaves the part at its edge."""
        if self.hasSelectedText() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0
        if event.key() in (int(Qt.Key.Key_Left), int(Qt.Key.Key_Backspace)) and not self.cursorPosition():
            return -1
        return int(event.key() == int(Qt.Key.Key_Right) and self.cursorPosition() == len(self.text()))


class TargetEditor(QFrame):
    """What is typed flows on from part to part: >=95%及以上 can be typed at a stretch."""

    ended = Signal(object)
    typed = Signal()

    def __init__(self, operators: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self._loaded = self._target = Target()
        self._is_untouched, self._is_opening = True, True
        self.parts = {part: PartInput(part, self) for part in PARTS}
        self.parts[OPERATOR].offer(operators)
        self.preview = plain(parent=self)
        self._active = NUMBER
        self._dress()
        for part, editor in self.parts.items():
            editor.textEdited.connect(lambda text, part=part: self._flow(part, text))

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that the document does not have."""
        return not self._is_untouched and self.value() != self._loaded

    def load(self, value: Target) -> None:
        """Show the three parts of `value`."""
        self._loaded, self._is_untouched = value, True
        self._show(value)

    def value(self) -> Target:
        """The value as it stands, its operator as the form writes it."""
        before = self._loaded
        return self._target if self._target.operator == before.operator else finished(self._target)

    def settle(self) -> None:
        """What stands in the editor has been taken over."""
        self._loaded = self._target

    def begin(self, *, anew: bool) -> None:
        """Start editing: `anew` by typing, which replaces the whole value, else in the number or the text."""
        self._is_opening = False
        if not anew:
            self._active = NUMBER if self._loaded.number or not self._loaded.text else TEXT
            self.current().setFocus()
            self.current().selectAll()

    def clear(self) -> None:
        """Empty the whole value, as if typed, and go on with the number."""
        self._active = NUMBER
        self._change(Target())
        self.current().setFocus()

    def stand_in(self, cell: QRect) -> None:
        """Stand over a cell, wider where the parts need it, inside the grid's viewport."""
        area, size = self._area.rect(), self.sizeHint()
        width = min(max(size.width(), cell.width()), area.width())
        place = QRect(cell.left(), cell.top(), width, max(size.height(), cell.height()))
        place.moveRight(min(place.right(), area.right()))
        place.moveBottom(min(place.bottom(), area.bottom()))
        self.setGeometry(place)

    def open_list(self) -> None:
        """Go to the operator, the part that has a list, and show it."""
        self._active = OPERATOR
        self.current().setFocus()
        self.current().choices.show_all(self.current().text())

    def current(self) -> PartInput:
        """The part where typing goes on."""
        return self.parts[self._active]

    def end(self, part: PartInput, how: Ending) -> None:
        """Leave the value, or with Tab go on to the next part while there is one."""
        if (chosen := part.choices.chosen()) is not None and how is not Ending.CANCEL:
            part.choices.popup().hide()
            self.choose(chosen)
            return
        step = {Ending.TAB: 1, Ending.BACKTAB: -1}.get(how, 0)
        if not step or not self.go(part, step):
            self.ended.emit(how)

    def go(self, part: PartInput, step: int) -> bool:
        """Go to the part before or after; False where there is none."""
        place = PARTS.index(part.part) + step
        if not 0 <= place < len(PARTS):
            return False
        self._active = PARTS[place]
        self.current().setFocus()
        if step > 0:
            self.current().setCursorPosition(0)
            self.current().selectAll()
        return True

    def choose(self, operator: str) -> None:
        """Take an operator from the list and go on to the number."""
        self._change(replace(self._target, operator=operator))
        self.go(self.parts[OPERATOR], 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first key, which the view hands over: it replaces the value and belongs to one part."""
        if not self._is_opening:
            return  # a key that the part has no use for stays here: it is not the grid's
        self._is_opening = False
        if event.key() == int(Qt.Key.Key_Backspace):
            self.clear()
            return
        if event.text() and event.text().isprintable():
            self._start_anew(part_for(event.text()))
        self.current().setFocus()
        QApplication.sendEvent(self.current(), event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The first composition: the view hands it over and keeps the focus until it ends."""
        if self._is_untouched and self._target == self._loaded:
            self._start_anew(part_for(event.commitString()) if event.commitString() else TEXT)
        QApplication.sendEvent(self.current(), event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        return self.current().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.current().setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        for part in self.parts.values() if is_dark(self.palette()) else ():
            paint_frame(self, part, line(self.palette()), 1.6)  # the style's own frame cannot be seen there

    def _start_anew(self, part: str) -> None:
        self._active = part
        self._show(Target())

    def _flow(self, part: str, text: str) -> None:
        flow = flowed(part, text, self._target, self._loaded)
        self._change(flow.target)
        if flow.part != part:
            self._active = flow.part
            self.current().setFocus()
            self.current().end(False)

    def _change(self, target: Target) -> None:
        self._is_untouched = False
        self._show(target)
        self.typed.emit()

    def _show(self, target: Target) -> None:
        self._target = target
        for part, editor in self.parts.items():
            if editor.text() != getattr(target, part):
                editor.setText(getattr(target, part))
        self.preview.setText(f"打印为  {printed(finished(target)) or '（空白）'}")

    def _dress(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAutoFillBackground(True)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(2)
        layout = QGridLayout(self)
        layout.setContentsMargins(6, 5, 6, 5)
        layout.setSpacing(4)
        for column, (part, editor) in enumerate(self.parts.items()):
            layout.addWidget(editor, 0, column)
            layout.setColumnStretch(column, _WIDTHS[part])
            editor.setClearButtonEnabled(False)
        layout.addWidget(self.preview, 1, 0, 1, len(PARTS))
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # what the frame is drawn in
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, palette.color(QPalette.ColorRole.Accent))
        self.setPalette(palette)
        self.preview.setForegroundRole(QPalette.ColorRole.Text)
