"""已静音与已核实: what was set aside, with the reasons, and how to have it shown again."""

from functools import reduce

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QTreeView, QVBoxLayout, QWidget

from pbeditor.edit.review import unconfirm, unmute
from pbeditor.model.document import Confirmed, Document, Muted
from pbeditor.ui.models.aside_table import CONFIRMED, MUTED, OUTDATED, PLACE, AsideTable
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XS, M, S
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.listing import dress_list
from pbeditor.ui.widgets.place_text import PlaceDelegate


class AsideList(QWidget):
    """Enter goes to a confirmed place, Delete shows the chosen lines again, Esc leaves."""

    left = Signal()
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model, self.list = AsideTable(self), QTreeView(self)
        self._head = plain("", self)
        self.again, self.back = QPushButton("重新显示", self), QPushButton("返回问题列表", self)
        self._arrange()
        self.again.clicked.connect(self.show_again)
        self.back.clicked.connect(self.left)
        self.list.activated.connect(self._go_there)
        self.list.selectionModel().selectionChanged.connect(self._offer)

    def follow(self) -> None:
        """Show what is set aside now."""
        checked = self._session.checked
        self.model.show(checked)
        silenced = sum(muted.group.count for muted in checked.muted)
        lines = self.model.counts()
        parts = (
            (MUTED, f"{MUTED} {lines[MUTED]} 项检查（共 {silenced} 条）"),
            (CONFIRMED, f"{CONFIRMED} {lines[CONFIRMED]} 条"),
            (OUTDATED, f"{OUTDATED} {lines[OUTDATED]} 条"),
        )
        told = "，".join(text for kind, text in parts if lines[kind])
        self._head.setText(told or "没有静音的检查，也没有核实过的问题")
        self._offer()

    def take_focus(self) -> None:
        """Let the user choose among the lines; the first is chosen already."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def show_again(self) -> None:
        """Let what is chosen be shown again, as one step."""
        records = [self.model.aside(index.row()).record for index in self.list.selectionModel().selectedRows()]
        if records:
            self._session.apply("重新显示", lambda document: reduce(_shown_again, records, document))
            self.told.emit(f"已重新显示 {len(records)} 项，可用“撤销”恢复")

    def _go_there(self, index: QModelIndex) -> None:
        if path := self.model.aside(index.row()).path:
            self._session.go_to(path)

    def _offer(self) -> None:
        self.again.setEnabled(self.list.selectionModel().hasSelection())

    def _arrange(self) -> None:
        dress_list(self.list, self.model, "已静音与已核实", (72, 0, 320, 260))
        self.list.setItemDelegateForColumn(PLACE, PlaceDelegate(self.list))
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.again.setToolTip("所选各项重新列入问题（Delete）")
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, XS)
        row.setSpacing(S)
        row.addWidget(self._head, 1)
        for button in (self.again, self.back):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.show_again()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _shown_again(document: Document, record: Muted | Confirmed) -> Document:
    return unmute(document, record.rule) if isinstance(record, Muted) else unconfirm(document, record)
