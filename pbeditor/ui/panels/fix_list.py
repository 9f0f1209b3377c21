"""全部改正: each text before and after, ticked, and all of it done as one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QTreeView, QVBoxLayout, QWidget

from pbeditor.check.groups import Group
from pbeditor.edit.place import put_all
from pbeditor.ui.models.fix_table import FixTable
from pbeditor.ui.panels.hit_delegate import HitDelegate
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XS, M, S
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.listing import dress_list


class FixList(QWidget):
    """Follows the document while it is shown. Enter mends what is ticked, Esc leaves."""

    left = Signal()
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rule, self._title = "", ""
        self.model, self.list = FixTable(session, self), QTreeView(self)
        self._head = plain("", self)
        self.all, self.go, self.no = QCheckBox("全选", self), QPushButton(self), QPushButton("取消", self)
        self._arrange()
        self.model.ticked.connect(self._count)
        self.all.clicked.connect(lambda: self.model.tick_all(self.all.checkState() != Qt.CheckState.Unchecked))
        self.go.clicked.connect(self.mend)
        self.no.clicked.connect(self.left)

    def show_rule(self, group: Group) -> None:
        """List the fixes of a rule's findings."""
        afresh, self.rule, self._title = group.rule != self.rule, group.rule, group.title
        self._head.setText(f"{group.title}：请核对每一处，去掉勾选的不改")
        self.model.show(group.problems, afresh=afresh)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, group: Group | None) -> None:
        """The document has changed; None where the rule has nothing to say any more."""
        self.model.show(group.problems if group else (), afresh=False)
        if not self.model.rowCount():
            self.left.emit()

    def mend(self) -> None:
        """Make the ticked fixes as one step.

        What is typed comes first: the list may not have followed it yet.
        """
        self._session.commit_requested.emit()
        self._session.look()
        group = next((group for group in self._session.checked.groups if group.rule == self.rule), None)
        fixes = self.model.still_chosen(group.problems if group else ())
        changes = tuple(change for fix in fixes for change in fix)
        self.rule = ""
        self.left.emit()
        if changes:
            self._session.apply(f"改正：{self._title}", lambda document: put_all(document, changes))
            self.told.emit(f"已改正 {len(fixes)} 处，可用“撤销”一次恢复")

    def _count(self) -> None:
        ticked, count = len(self.model.chosen()), self.model.rowCount()
        self.go.setText(f"改正所选 {ticked} 处")
        self.go.setEnabled(ticked > 0)
        partly = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if ticked == count else partly)

    def _arrange(self) -> None:
        dress_list(self.list, self.model, "将要改正的各处", (0, 0, 320))
        self.list.setRootIsDecorated(False)
        self.list.setItemDelegate(HitDelegate(self.model, self.model))
        self.go.setToolTip("一次改正打勾的各处，可以撤销（Enter）")
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, XS)
        row.setSpacing(S)
        row.addWidget(self._head, 1)
        for part in (self.all, self.go, self.no):
            row.addWidget(part)
        for button in (self.go, self.no):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_enter and self.no.hasFocus()):
            self.left.emit()
        elif is_enter:
            self.mend()
        else:
            super().keyPressEvent(event)
