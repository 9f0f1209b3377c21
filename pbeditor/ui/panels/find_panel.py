"""查找和替换: what to look for at the left, the hits with their places at the right."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QHeaderView, QTreeView, QWidget

from pbeditor.edit.search import replace_hits
from pbeditor.ui.background import done_beside
from pbeditor.ui.finding import Finding, mark_in_focus, selected_text
from pbeditor.ui.letters import wide
from pbeditor.ui.models.hit_table import AFTER, LIMIT, PLACE, TEXT, HitTable
from pbeditor.ui.panels.find_form import FindForm
from pbeditor.ui.panels.hit_delegate import HitDelegate
from pbeditor.ui.panes import still_there
from pbeditor.ui.session import Session

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
PLACE_WIDTHS = {False: 320, True: 220}  # px, without and with the column of what becomes of a text
MANY = 200  # hits: replacing more takes longer than a frame of the screen
LONGEST = 12  # characters of a text in the name of a step


class FindPanel(QWidget):
    """The hits follow the document while the panel is seen. Going to one keeps the panel where it is."""

    left = Signal()  # Esc: the panel may go
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.finding, self.model = Finding(session, self), HitTable(session, self)
        self.form, self.list = FindForm(self), QTreeView(self)
        self._shown = self.finding.query
        self._is_replaced = False  # and what is found now is not known yet
        self._came_from: QWidget | None = None
        self._arrange()
        self._listen()

    def ask(self, *, replacing: bool) -> None:
        """Let the user type what to look for; what is selected where he is stands there already."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._came_from = focus
            if text := selected_text():
                self.form.set_text(text)
        self.form.set_replacing(replacing)
        self.form.take_focus()

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, round and round."""
        self.finding.finish()
        count = self.model.rowCount()
        if not count:
            self._say()
            return
        here = self.list.currentIndex()
        row = (here.row() + step) % count if here.isValid() else 0 if step > 0 else count - 1
        self.list.selectionModel().setCurrentIndex(self.model.index(row, TEXT), SELECT)
        self._go_there(self.model.index(row, TEXT), stay=self.form.has_focus())

    def replace(self) -> None:
        """Replace the ticked hits as one step."""
        self._session.commit_requested.emit()
        self.finding.finish()
        hits, (old, new) = self.model.chosen(), (self.finding.query.text, self.form.replacement())
        before = self._session.document
        if self.form.is_replacing and hits:
            replaced = partial(replace_hits, before, hits, new)
            label = f"替换“{_short(old)}”为“{_short(new)}”" if new else f"删除“{_short(old)}”"
            after = done_beside(replaced) if len(hits) > MANY else replaced()
            self._session.apply(label, lambda _: after)
        if self._session.document is not before:
            self._is_replaced = True
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # where Ctrl+Z means the document
            self.told.emit(f"已替换 {len(hits)} 处，可用“撤销”一次恢复")

    def leave(self) -> None:
        """Give the focus back to where it came from."""
        came_from, self._came_from = self._came_from, None
        self.left.emit()
        if (came_from := still_there(came_from)) is not None:
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_there(self, index: QModelIndex, *, stay: bool = False) -> None:
        """Show the hit and mark it; the focus goes along unless the user is still typing here."""
        self.finding.finish()
        if not index.isValid() or index.row() >= self.model.rowCount():
            return
        hit, focus = self.model.hit(index.row()), QApplication.focusWidget()
        self._session.go_to(hit.path)
        mark_in_focus(hit)
        if stay and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def _look(self) -> None:
        self.finding.look_for(self.form.query())

    def _show_hits(self) -> None:
        afresh = self.finding.query != self._shown
        self._shown = self.finding.query
        self.model.show(self.finding.hits, self.finding.document, afresh=afresh)
        if self._is_replaced:
            self._is_replaced = False
            self.model.tick_all(False)  # what is still found may stand in what was just put there
        self._say()

    def _show_replacement(self) -> None:
        replacing = self.form.is_replacing
        self.model.replace_with(self.form.replacement() if replacing else None)
        if self.list.isColumnHidden(AFTER) == replacing:
            self.list.setColumnHidden(AFTER, not replacing)
            self.list.header().resizeSection(PLACE, wide(PLACE_WIDTHS[replacing]))

    def _say(self) -> None:
        """How many hits there are and which one is current."""
        count, row = len(self.finding.hits), self.list.currentIndex().row()
        text = f"共 {count} 处" if row < 0 else f"第 {row + 1} 处，共 {count} 处"
        if count > LIMIT:
            text = f"共 {count} 处，只显示前 {LIMIT} 处"
        if not count:
            text = "没有找到" if self.finding.query.text else ""
        self.form.say(text)

    def _count(self) -> None:
        self.form.offer(len(self.model.chosen()), self.model.count_replaceable())

    def _arrange(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(HitDelegate(self.model, self.model))
        view.setAccessibleName("查找结果")
        view.setFrameShape(QTreeView.Shape.NoFrame)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setColumnHidden(AFTER, True)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column in (TEXT, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(PLACE, wide(PLACE_WIDTHS[False]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(view, 1)

    def _listen(self) -> None:
        self.form.query_changed.connect(self._look)
        self.form.replacement_changed.connect(self._show_replacement)
        self.form.step_wanted.connect(self.go)
        self.form.all_ticked.connect(self.model.tick_all)
        self.form.replace_wanted.connect(self.replace)
        self.finding.found.connect(self._show_hits)
        self.model.ticked.connect(self._count)
        self.list.activated.connect(self._go_there)
        self.list.selectionModel().currentChanged.connect(self._say)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.finding.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finding.sleep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
