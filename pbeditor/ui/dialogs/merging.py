"""合并: the files of colleagues beside the open document; what is ticked is taken, as one step."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pbeditor.edit.merge import merged
from pbeditor.edit.merge_items import Item, everything, likely, plan_of
from pbeditor.edit.merge_texts import texts_of
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.model.progress import Listener
from pbeditor.ui import letters
from pbeditor.ui.background import PAINTED, Task
from pbeditor.ui.dialogs import file_choices, questions
from pbeditor.ui.models.merge_rows import merge_rows
from pbeditor.ui.models.tick_table import TickRow, TickTable
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.difference_view import DifferenceView, Passage
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.progress_line import StageBar
from pbeditor.ui.widgets.tick_list import TickList
from pbeditor.work.merging import Others, doubts, read_others

SIZE = 980, 640  # px
HEADS = ("内容", "我的", "对方的")
WIDTHS = (330, 280, 0)  # px; 0 takes what is left
ABOUT = "勾选的内容用对方的，没有勾选的保持我的。新增的和我空白的已经勾好，空格键勾选；整个合并可以一步撤销。"
LEGEND = "删除线：只有我的有；下划线：只有对方的有。"
UNSEEN = "来自隐藏的工作表的列在最后，可能是旧稿或备份，没有勾选。"
CONFIRMED = "对方标为已核实的，随勾选的内容带入。"
NOTHING = "这些文件里没有与当前文件不同的内容。"
UNREAD = "选择的文件都没能读取，没有可以合并的内容。"


class _Found(Struct, frozen=True):
    """What was read, worked out beside the window."""

    others: Others
    items: tuple[Item, ...]
    rows: tuple[TickRow, ...]


class MergingDialog(QDialog):
    """Reads the files beside the window and lists what they have; the document changes when the user agrees."""

    told = Signal(str)

    def __init__(self, session: Session, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.items: tuple[Item, ...] = ()
        self._others = Others()
        self.list = TickList(TickTable(HEADS), "可以合并的内容", WIDTHS, self)
        self.view = DifferenceView("我的和对方的", self)
        self.about, self.faults = aside("正在读取同事的文件…"), plain("", self)
        self.bar = StageBar(self.about, self)
        self.buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton("合并(&M)", QDialogButtonBox.ButtonRole.AcceptRole)
        self.theirs, self.mine = QPushButton("全部用对方的(&T)", self), QPushButton("恢复建议的勾选(&R)", self)
        self._arrange()
        self._listen()
        document, form = session.document, session.form

        def work(listener: Listener) -> _Found:
            return _found(read_others(paths, form, document.money_unit, listener), document, form)

        self._task = Task(work)
        self._task.progressed.connect(self.bar.show_stage)
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)
        self._task.start(PAINTED)

    def _show(self, found: _Found) -> None:
        """Everything that differs, the files one after the other."""
        others, rows = found.others, found.rows
        self._others, self.items = others, found.items
        self.list.model.show_rows(rows, likely(self.items, others.left_out))
        self.bar.hide()
        same = sum(item.kind == "same" for item in self.items)
        texts = (
            ABOUT if rows else NOTHING if others.read else UNREAD,
            f"另有 {same} 处，对方的与我的相同或是空白。" if same else "",
            UNSEEN if others.left_out else "",
            CONFIRMED if any(item.confirmed and item.kind != "same" for item in self.items) else "",
        )
        self.about.setText("".join(texts))
        self.list.setEnabled(bool(rows))
        for button in (self.theirs, self.mine):
            button.setEnabled(bool(rows))
        told = [*map(str, others.faults), *doubts(others, self._session.document, self._session.form)]
        self.faults.setText("\n".join(told))
        self.faults.setVisible(bool(told))
        self._sum_up()
        self.list.begin()

    def _sum_up(self) -> None:
        taken = len(self.list.model.ticked)
        self.ok.setEnabled(taken > 0)
        self.ok.setText(f"合并 {taken} 处(&M)" if taken else "合并(&M)")
        self.list.summary.setText(f"已勾选 {taken} 处。" if self.items else "")

    def _compare(self, index: QModelIndex) -> None:
        """The texts of the line one is on, with what differs marked."""
        row = self.list.model.rows[index.row()] if index.isValid() else None
        if row is None or not isinstance(row.key, tuple):
            self.view.show_passages((), "选中一行，看两边的文字。")
            return
        number, field = row.key
        before, after = texts_of(self.items[number], field)
        self.view.show_passages((Passage("", before, after),))

    def _fail(self, error: Exception) -> None:
        questions.tell_fault(self, f"合并时出了程序没有料到的错误（{type(error).__name__}），当前文件没有变化。")
        self.reject()

    def _listen(self) -> None:
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.accept)
        self.theirs.clicked.connect(lambda: self._tick(everything(self.items, self._others.left_out)))
        self.mine.clicked.connect(lambda: self._tick(likely(self.items, self._others.left_out)))
        self.list.model.ticked_changed.connect(self._sum_up)
        self.list.view.selectionModel().currentChanged.connect(self._compare)

    def _tick(self, wanted: frozenset[tuple[int, str]]) -> None:
        self.list.model.tick_all(False)
        self.list.model.tick(frozenset[object](wanted), True)

    def _arrange(self) -> None:
        self.setWindowTitle("合并同事的文件")
        letters.resize(self, *SIZE)
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.faults.setWordWrap(True)
        self.faults.hide()
        self.bar.setRange(0, 0)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.addWidget(self.list)
        both.addWidget(self.view)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        below = QHBoxLayout()
        below.setSpacing(S)
        for button in (self.theirs, self.mine):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addWidget(aside(LEGEND), 1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(M)
        for part in (self.about, self.bar, self.faults, both):
            layout.addWidget(part)
        layout.setStretchFactor(both, 1)
        layout.addLayout(below)

    def accept(self) -> None:
        taken = frozenset(key for key in self.list.model.ticked if isinstance(key, tuple))
        ids, items = self._session.new_ids(), self.items
        names = "、".join(other.name for other in self._others.read if not other.is_left_out)
        self._session.commit_requested.emit()
        before = self._session.document
        self._session.apply("合并同事的文件", lambda document: merged(document, items, taken, ids))
        brought = len(self._session.document.confirmed) - len(before.confirmed)
        along = f"，带入已核实 {brought} 处" if brought else ""
        self.told.emit(f"已从“{names}”合并 {len(taken)} 处{along}，可以撤销")
        super().accept()

    def reject(self) -> None:
        if self._task.is_running:
            self._task.cancel()
        super().reject()


def merge(session: Session, folder: Path, window: QWidget) -> MergingDialog | None:
    """Let the user choose files of colleagues and show what they have; None if none was chosen."""
    paths = file_choices.files_to_open(window, "选择同事的文件（可以选多个）", folder, file_choices.EVERYTHING)
    if not paths:
        return None
    dialog = MergingDialog(session, paths, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _found(others: Others, document: Document, form: Form) -> _Found:
    items = plan_of(document, [other.document for other in others.read])
    return _Found(others, items, tuple(merge_rows(items, [other.name for other in others.read], form)))
