"""批量填写: one text for many projects, with a preview of what will change; one undo step."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from pbeditor.edit.fill import Change, fill
from pbeditor.model.unnamed import UNNAMED_PROJECT
from pbeditor.ui import letters
from pbeditor.ui.dialogs.fill_kinds import FillKind, kinds_of
from pbeditor.ui.models.fill_preview import FillPreviewModel, PreviewRow
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.labels import aside
from pbeditor.ui.widgets.listing import dress_table, size_columns
from pbeditor.ui.widgets.tick_delegate import TickDelegate

WIDTHS = (240, 230, 0)  # px; 0 takes what is left


class FillingDialog(QDialog):
    """Lists all projects; those of `chosen` are ticked at first."""

    told = Signal(str)

    def __init__(self, session: Session, chosen: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        wanted = frozenset(chosen)
        projects = session.document.projects
        names = (f"{place} {project.name or UNNAMED_PROJECT}" for place, project in enumerate(projects, 1))
        rows = (PreviewRow(each.id, name, each.id in wanted) for each, name in zip(projects, names, strict=True))
        self.model = FillPreviewModel(rows, self)
        first = [project for project in projects if project.id in wanted]
        self.tabs = QTabWidget(self)
        self.kinds = tuple(kind(session, first) for kind in kinds_of(session.form))
        for form in self.kinds:
            self.tabs.addTab(form, form.title)
        self._summary = aside()
        self._arrange()
        self._listen()
        self._preview()

    def kind(self) -> FillKind:
        """The form that is shown."""
        return self.kinds[self.tabs.currentIndex()]

    def _arrange(self) -> None:
        self.setWindowTitle("批量填写")
        letters.resize(self, 860, 600)
        self.buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton("填写", QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        below = QHBoxLayout()
        below.setSpacing(S)
        for text, wanted in (("全选(&A)", True), ("全不选(&U)", False)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=wanted: self.model.choose(wanted))
            below.addWidget(button)
        below.addWidget(self._summary, 1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(M)
        layout.addWidget(self.tabs)
        layout.addWidget(self._made_table(), 1)
        layout.addLayout(below)

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setItemDelegate(TickDelegate(table))
        dress_table(table, "将要填写的项目")
        size_columns(table.horizontalHeader(), WIDTHS)
        return table

    def _listen(self) -> None:
        for form in self.kinds:
            form.changed.connect(self._preview)
        self.tabs.currentChanged.connect(self._preview)
        self.model.chosen_changed.connect(self._preview)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.accept)

    def _preview(self) -> None:
        document, kind = self._session.document, self.kind()
        change = kind.change()
        after = fill(document, self.model.chosen, change).projects if change else document.projects
        told = [kind.told(project) for project in document.projects]
        # A change that the words do not show, as of a level, is one all the same.
        texts = [
            (a, a if old == new else (b if (b := kind.told(new)) != a else f"{b} "))
            for a, old, new in zip(told, document.projects, after, strict=True)
        ]
        self.model.show_texts(texts)
        self._sum_up(change)

    def _sum_up(self, change: Change | None) -> None:
        count = sum(row.changes for row in self.model.rows)
        chosen = len(self.model.chosen)
        self.ok.setEnabled(count > 0)
        self.ok.setText(f"填写 {count} 个项目" if count else "填写")
        if change is None:
            self._summary.setText("请先填好上面的内容。")
        elif not chosen:
            self._summary.setText("请勾选要填写的项目。")
        else:
            same = f"其中 {chosen - count} 个不变" if count < chosen else "都会改变"
            self._summary.setText(f"已选 {chosen} 个项目，{same}。")

    def accept(self) -> None:
        kind, chosen = self.kind(), self.model.chosen
        change = kind.change()
        if change is not None:
            count = sum(row.changes for row in self.model.rows)
            self._session.apply(f"批量填写{kind.title}", lambda document: fill(document, chosen, change))
            self.told.emit(f"已在 {count} 个项目里填写{kind.title}，可以撤销。")
        super().accept()
