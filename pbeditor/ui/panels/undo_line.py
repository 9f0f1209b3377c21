"""A quiet line that tells what was done, with a button to take it back."""

from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pbeditor.ui.theme import S
from pbeditor.ui.widgets.labels import ElidedLabel


class UndoLine(QWidget):
    """A hint stands here while nothing was done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said, self._hint = "", ""
        self._undo: Callable[[], object] | None = None
        self._label, self.button = ElidedLabel(self), QToolButton(self)
        self._label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button.setText("撤销")
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(S, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.say("")

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell what was done and how to take it back."""
        self._said, self._undo = text, undo
        self.button.setVisible(undo is not None)
        self._show()

    def hint(self, text: str) -> None:
        """What to say while nothing was done."""
        self._hint = text
        self._show()

    def text(self) -> str:
        """What is said now."""
        return self._label.text()

    def _show(self) -> None:
        self._label.say(self._said or self._hint)
        self.setVisible(bool(self._said or self._hint))

    def _take_back(self) -> None:
        undo = self._undo
        self.say("")
        if undo is not None:
            undo()
