"""A line with a list: choosing from it may write more than the line."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pbeditor.ui.editors.cell_keys import OPEN_LIST, pressed
from pbeditor.ui.editors.choice_list import ChoiceList
from pbeditor.ui.editors.fields import Field
from pbeditor.ui.editors.inputs import LineInput
from pbeditor.ui.icons import icon
from pbeditor.ui.session import Session

Offered = dict[str, Callable[[], None]]  # what the list shows, and what choosing it does


class ChoiceInput(LineInput):
    """Alt+↓, F4 or the arrow opens the list; any other text may be typed."""

    def __init__(self, offered: Callable[[], Offered]) -> None:
        super().__init__()
        self._offered = offered
        self._list = ChoiceList((), self)
        self._arrow = QAction(icon("list"), "打开列表", self)
        self._arrow.triggered.connect(self.open_list)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)

    def open_list(self) -> None:
        """Show everything on offer now."""
        self._list.deleteLater()
        self._list = ChoiceList(tuple(self._offered()), self)
        self._list.activated.connect(self._choose)
        self._list.show_all(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self._list.chosen()
        if pressed(event) in OPEN_LIST:
            self.open_list()
        elif chosen is not None and event.text() == "\r":
            self._list.popup().hide()
            self._choose(chosen)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._arrow.setIcon(icon("list"))

    def _choose(self, text: str) -> None:
        if act := self._offered().get(text):
            act()


class ChoiceField(Field):
    """A field of one line with a list of what is `offered` at the moment it opens."""

    def __init__(
        self, session: Session, path: str, label: str, offered: Callable[[], Offered], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, path, label, ChoiceInput(offered), parent=parent)
