"""The line in which one types what to look for, with a lens at its left."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from pbeditor.ui.icons import icon


class SearchLine(QLineEdit):
    """`hint` stands in it while it is empty, `name` is what a screen reader calls it."""

    def __init__(self, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lens = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # a file dropped here is meant for the window

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # What is being destroyed leaves its window first, and its palette with it: the lens is gone by then.
        if event.type() == QEvent.Type.PaletteChange and isValid(self._lens):
            self._lens.setIcon(icon("search"))
