"""A list of lines to tick, by mouse or space bar, one by one or all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QTreeView, QVBoxLayout, QWidget

from pbeditor.ui.models.tick_table import TickTable
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.labels import aside
from pbeditor.ui.widgets.listing import dress_list
from pbeditor.ui.widgets.tick_delegate import TickDelegate


class TickList(QWidget):
    """A list with boxes, the two buttons that tick all or none, and a line that sums up."""

    def __init__(self, model: TickTable, name: str, widths: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.view, self.summary = model, RowKeys(self), aside()
        model.setParent(self)
        dress_list(self.view, model, name, widths, is_in_dialog=True)
        self.view.setItemDelegate(TickDelegate(self.view))
        below = QHBoxLayout()
        below.setSpacing(S)
        for text, wanted in (("全选(&A)", True), ("全不选(&U)", False)):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=wanted: self.model.tick_all(wanted))
            below.addWidget(button)
        below.addWidget(self.summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)

    def begin(self) -> None:
        """Put the keyboard on the first line."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))


class RowKeys(QTreeView):
    """A list whose lines answer the space bar in any column, by ticking what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        if event.key() != Qt.Key.Key_Space or not isinstance(model, TickTable) or not rows:
            super().keyPressEvent(event)
            return
        keys = frozenset[object]().union(*(model.keys_at(row) for row in rows))
        model.tick(keys, wanted=not keys <= model.ticked)
