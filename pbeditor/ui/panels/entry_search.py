"""The line in which one types what to look for in a list below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pbeditor.ui.icons import icon

_ENTERING = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EntrySearch(QLineEdit):
    """`entered`: the user goes on to the list."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lens = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText("搜索指标，可用拼音首字母")
        self.setAccessibleName("搜索指标库")
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERING:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
