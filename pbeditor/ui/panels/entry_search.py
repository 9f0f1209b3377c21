"""The line in which one types what to look for in the list of indicators below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pbeditor.ui.widgets.search_line import SearchLine

_ENTERING = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EntrySearch(SearchLine):
    """`entered`: the user goes on to the list."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("搜索指标，可用拼音首字母", "搜索指标库", parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERING:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
