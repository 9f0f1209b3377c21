"""Texts with their differences marked: what went is struck through, what came is underlined, both on a tint."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from pbeditor.edit.text_difference import Span, spans
from pbeditor.ui.theme import faint
from pbeditor.ui.widgets.signs import blended, is_dark

LEGEND = "删除线：原来有、现在没有；下划线：现在新写的。"
_COLOURS = {"gone": ("#a8201a", "#ff9c93"), "new": ("#14693a", "#7fd8a4")}  # on light, on dark
_EMPTY = "（空）"


class Passage(Struct, frozen=True):
    """A text before and after, under a label; without a label the text stands alone."""

    label: str
    before: str
    after: str
    plain: bool = False  # only the text before, without marks


class DifferenceView(QTextEdit):
    """Shows passages to read and copy; nothing can be typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self._hint = ""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setFrameShape(QTextEdit.Shape.NoFrame)

    def show_passages(self, passages: Iterable[Passage], hint: str = "") -> None:
        """Show other passages, or `hint` where there are none."""
        wanted = tuple(passages)
        if (wanted, hint) != (self._passages, self._hint):
            self._passages, self._hint = wanted, hint
            self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if not self._passages:
            cursor.insertText(self._hint, self._faint())
        for place, passage in enumerate(self._passages):
            if place:
                cursor.insertText("\n", QTextCharFormat())
            self._write_one(cursor, passage)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_one(self, cursor: QTextCursor, passage: Passage) -> None:
        if passage.label:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            cursor.insertText(f"{passage.label}\n", bold)
        pieces: tuple[Span, ...] = (
            (("same", passage.before),) if passage.plain else spans(passage.before, passage.after)
        )
        if not any(text for _, text in pieces):
            cursor.insertText(_EMPTY, self._faint())
        for kind, text in pieces:
            cursor.insertText(text, self._format(kind))

    def _format(self, kind: str) -> QTextCharFormat:
        shown = QTextCharFormat()
        if kind == "same":
            return shown
        on_light, on_dark = _COLOURS[kind]
        palette = self.palette()
        colour = QColor(on_dark if is_dark(palette) else on_light)
        shown.setForeground(colour)
        shown.setBackground(blended(palette.color(QPalette.ColorRole.Base), colour, 0.14))
        shown.setFontStrikeOut(kind == "gone")
        shown.setFontUnderline(kind == "new")
        return shown

    def _faint(self) -> QTextCharFormat:
        shown = QTextCharFormat()
        shown.setForeground(faint(self.palette()))
        return shown

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_passages"):
            self._write()
