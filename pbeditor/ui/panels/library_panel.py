"""指标库: indicators worth using again, found as one types, on their way into the grid by key, mouse or drag."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QMenu, QTreeView, QVBoxLayout, QWidget

from pbeditor.model.document import Indicator
from pbeditor.model.library import Entry
from pbeditor.ui.listening import listen
from pbeditor.ui.models.entry_tree import EntryTree
from pbeditor.ui.panels.entry_delegate import EntryDelegate
from pbeditor.ui.panels.entry_search import EntrySearch
from pbeditor.ui.panels.undo_line import UndoLine
from pbeditor.ui.session import Session
from pbeditor.ui.shelf import Shelf
from pbeditor.ui.theme import S
from pbeditor.ui.trying import outcome, tried
from pbeditor.ui.widgets.labels import aside

PAUSE = 120  # ms without a keystroke before the list follows


class LibraryPanel(QWidget):
    """`current_row` tells on which indicator the grid's cursor stands, None for none."""

    wanted = Signal(list)  # entries to be put into the grid
    left = Signal()  # Esc: the focus may go back to the page

    def __init__(self, session: Session, shelf: Shelf, current_row: Callable[[], Indicator | None]) -> None:
        super().__init__()
        self._session, self._shelf, self._current_row = session, shelf, current_row
        self.model = EntryTree(self)
        self.search, self.only, self.tree = EntrySearch(self), QCheckBox(self), QTreeView(self)
        self.fault, self.foot = aside(), UndoLine(self)
        self._category = ("", "")
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrange()
        self._listen()
        self.update_category()

    def take_focus(self) -> None:
        """Let the user type what to look for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def chosen(self) -> list[Entry]:
        """The selected entries from top to bottom."""
        rows = sorted(self.tree.selectionModel().selectedRows(), key=lambda index: (index.parent().row(), index.row()))
        return [entry for index in rows if (entry := self.model.entry(index))]

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell quietly what was done, and offer to take it back."""
        self.foot.say(text, undo)

    def update_category(self) -> None:
        """The grid's cursor stands on another row, or its row has changed."""
        row = self._current_row()
        category = (row.level1, row.level2) if row else ("", "")
        name = category[1] or category[0]
        self.only.setText(f"只看“{name}”" if name else "只看当前行的类别")
        self.only.setEnabled(bool(name))
        if category != self._category:
            self._category = category
            if self.only.isChecked():
                self._timer.start()

    def update_now(self) -> None:
        """Show what fits now."""
        self._timer.stop()
        category = self._category if self.only.isChecked() else ("", "")
        self.model.show(self._shelf.sources(), self.search.text(), self._session.form, category)
        self.fault.setText(self._shelf.fault)
        self.fault.setVisible(bool(self._shelf.fault))
        self.foot.hint("" if self.model.count() else "没有找到，试试更短的词，或取消类别限制。")

    def forget(self, entries: list[Entry] | None = None) -> None:
        """Take entries from the user's library: the selected ones if none are given."""
        own = set(self._shelf.own())
        gone = [entry for entry in (self.chosen() if entries is None else entries) if entry in own]
        if not gone:
            return
        before = outcome(self.window(), lambda: self._shelf.forget(gone))
        if before is not None:
            name = f"“{gone[0].name}”" if len(gone) == 1 else f" {len(gone)} 条指标"
            self.say(f"已从指标库删除{name}", lambda: tried(self.window(), lambda: self._shelf.restore(before)))

    def keep(self, entries: list[Entry]) -> None:
        """Put entries of other sources into the user's library."""
        if entries and tried(self.window(), lambda: self._shelf.keep(entries)):
            self.say(f"已保存 {len(entries)} 条到指标库")

    def _want(self) -> None:
        if entries := self.chosen():
            self.wanted.emit(entries)

    def _enter_list(self) -> None:
        """From the search line to the first entry found."""
        groups = (self.model.index(row, 0) for row in range(self.model.rowCount()))
        first = next((self.model.index(0, 0, group) for group in groups if self.model.rowCount(group)), QModelIndex())
        if first.isValid():
            self.tree.setCurrentIndex(first)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, place: QPoint) -> None:
        entries = self.chosen()
        if not entries:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("插入到指标表(&I)", self._want)
        own = [entry for entry in entries if entry in set(self._shelf.own())]
        if len(own) < len(entries):
            menu.addAction("保存到我的指标库(&K)", lambda: self.keep([each for each in entries if each not in own]))
        if own:
            menu.addSeparator()
            menu.addAction("从指标库删除(&D)", lambda: self.forget(own))
            source = own[0].source
            same = [entry for entry in self._shelf.own() if source and entry.source == source]
            if len(same) > 1:
                name = source.replace("&", "&&")
                menu.addAction(f"删除来自“{name}”的全部 {len(same)} 条(&A)", lambda: self.forget(same))
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _arrange(self) -> None:
        self.only.setToolTip("只列出与指标表当前行同一类别的指标")
        self.fault.hide()
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(EntryDelegate(self.model))
        tree.setAccessibleName("指标库的指标")
        tree.setHeaderHidden(True)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setIndentation(S * 3)
        tree.setExpandsOnDoubleClick(False)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S, S, S, S)
        layout.setSpacing(S)
        for part in (self.search, self.only, self.fault, tree, self.foot):
            layout.addWidget(part)

    def _listen(self) -> None:
        self._timer.timeout.connect(self.update_now)
        self.search.textChanged.connect(self._timer.start)
        self.search.entered.connect(self._enter_list)
        self.only.toggled.connect(self.update_now)
        self.model.modelReset.connect(self.tree.expandAll)
        self.tree.activated.connect(self._want)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        listen(self, self._shelf, changed=self._follow)
        listen(self, self._session, changed=self._follow, opened=self._follow)

    def _follow(self, *_: object) -> None:
        self.update_category()
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shelf.refresh()
        self.update_category()
        self.update_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget()
        else:
            super().keyPressEvent(event)
