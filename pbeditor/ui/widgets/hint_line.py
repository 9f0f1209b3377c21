"""A quiet line for the first time one sees a page; dismissed once, it never comes back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pbeditor.ui.memory import Memory
from pbeditor.ui.theme import XL, L, S
from pbeditor.ui.widgets.labels import plain


class HintLine(QWidget):
    """Shows one hint at a time, by the name under which it is remembered as read."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory, self._name = memory, ""
        self._is_wanted = self._has_room = False  # shown once it is known to have room
        self.text, self.dismiss = plain(parent=self), QToolButton(self)
        self.text.setWordWrap(True)
        self.text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.dismiss.setText("知道了")
        self.dismiss.setAccessibleName("知道了，不再显示这条提示")
        self.dismiss.setAutoRaise(True)
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dismiss.clicked.connect(self._forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, 0, XL, S)
        row.addWidget(self.text, 1)
        row.addWidget(self.dismiss)

    def show_hint(self, name: str, text: str) -> None:
        """Show `text` unless it was dismissed before."""
        self._name = name
        self.text.setText(f"提示：{text}")
        self._is_wanted = bool(text) and name not in self._memory.settings.hints_read
        self.setVisible(self._is_wanted and self._has_room)

    def give_way(self, *, has_room: bool) -> None:
        """Stand back where the page above has hardly room for itself."""
        if has_room != self._has_room:
            self._has_room = has_room
            self.setVisible(self._is_wanted and has_room)

    def _forget(self) -> None:
        read = self._memory.settings.hints_read
        self._memory.remember(hints_read=tuple(sorted({*read, self._name})))
        self._is_wanted = False
        self.hide()
