"""Which place of the document one is in: the field that had the focus last, else the grid's cell, while it is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from pbeditor.ui.editors.fields import Field
from pbeditor.ui.listening import listen
from pbeditor.ui.panes import still_there
from pbeditor.ui.session import Session

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow


class FieldSight(QObject):
    """`moved` tells that the place may be another one; a panel or a menu that takes the focus changes nothing."""

    moved = Signal()

    def __init__(self, session: Session, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._field: Field | None = None
        self._cell = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)
        listen(self, session, place_shown=self._take_cell)

    def path(self) -> str:
        """The path of the place, "" where nothing that can be filled in is seen."""
        field = still_there(self._field)
        return field.path if field else self._cell

    def _look(self, _old: QWidget | None, new: QWidget | None) -> None:
        widget = new if isValid(self) and new is not None and isValid(new) else None
        if widget is None or widget.window() is not self._window:
            return
        while widget is not None and not isinstance(widget, Field):
            widget = widget.parentWidget()
        if widget is not None and widget is not self._field:
            self._field = widget
        self.moved.emit()

    def _take_cell(self, path: str) -> None:
        self._cell = path
        self.moved.emit()
