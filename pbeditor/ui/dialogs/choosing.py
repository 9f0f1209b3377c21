"""A dialog with a list of which one line is chosen, a sentence above and buttons below."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTreeView, QVBoxLayout, QWidget

from pbeditor.ui.models.text_table import TextTable
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.listing import dress_list

Column = tuple[str, int, bool]  # its heading, its width in px (0 takes what is left) and whether it holds numbers


class ChoosingDialog(QDialog):
    """The buttons stand from left to right; the first one is the default and answers a double click."""

    def __init__(self, title: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.model = TextTable(
            [head for head, _, _ in columns], frozenset(n for n, each in enumerate(columns) if each[2]), self
        )
        self.about, self.list = plain("", self), QTreeView(self)
        self.about.setWordWrap(True)
        dress_list(self.list, self.model, title, [width for _, width, _ in columns], is_in_dialog=True)
        self.foot = aside()
        self.box = QDialogButtonBox(self)
        self._buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setSpacing(M)
        for part in (self.about, self.list, self.foot, self.box):
            layout.addWidget(part)
        layout.setStretchFactor(self.list, 1)
        self.box.rejected.connect(self.reject)
        self.list.doubleClicked.connect(self._press_first)

    def offer(self, text: str, act: Callable[[], object]) -> QPushButton:
        """A button for what can be done with the chosen line."""
        button = QPushButton(text, self)
        self.box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(act)
        button.setAutoDefault(not self._buttons)
        button.setDefault(not self._buttons)
        self._buttons.append(button)
        return button

    def offer_to_leave(self, text: str) -> None:
        """The button that does nothing."""
        self.box.addButton(text, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these lines and choose the first."""
        self.model.show_rows(rows)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFocus()

    def row(self) -> int:
        """The number of the chosen line, -1 for none."""
        return self.list.currentIndex().row()

    def _press_first(self) -> None:
        self._buttons[0].click()
