"""The left side: the project tree between its filter and how much is in it."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QVBoxLayout, QWidget

from pbeditor.model.document import Document, Unit
from pbeditor.ui.listening import listen
from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.nodes import DOCUMENT, OVERALL, OVERVIEW, PROJECTS, Node
from pbeditor.ui.panels.project_filter import ProjectFilter
from pbeditor.ui.panels.project_sum import ProjectSum
from pbeditor.ui.panels.project_tree_view import ProjectTree
from pbeditor.ui.panels.tree_delegate import TreeDelegate
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, S

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
SELECT_TOO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class ProjectPanel(QWidget):
    """Shows the tree and tells which entry's page is wanted; the commands come from outside."""

    chosen = Signal(object)  # Node: its page should be shown
    selection_changed = Signal()
    left = Signal()  # what was shown is gone, and the page is its neighbour's

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = DOCUMENT
        self._shown_at = QPersistentModelIndex()
        self._selected: list[Node] | None = None  # None where it has to be asked for anew
        self.menu_actions: list[QAction] = []
        self.model = ProjectTreeModel(session, self)
        self.filter = ProjectFilter(
            self.model, self
        )  # before the tree, for Tab goes in the order in which they are made
        self.tree = ProjectTree(self.model, self)
        self.filter.hold(self.tree)
        self._sum = ProjectSum(session, self)
        self._arrange()
        self._listen()
        self._start()

    def selected(self) -> list[Node]:
        """The selected entries that are to be seen, from top to bottom: what a filter hides no command may touch."""
        if self._selected is None:
            rows = self.tree.selectionModel().selectedRows()
            seen = [row for row in rows if not self.tree.isRowHidden(row.row(), row.parent())]
            self._selected = [self.model.node(index) for index in sorted(seen, key=_reading_order)]
        return [*self._selected]

    def _forget_selected(self) -> None:
        self._selected = None

    def current(self) -> Node:
        """The entry whose page is shown."""
        return self._shown

    def show_node(self, node: Node) -> None:
        """Select an entry, and give up a filter that hides it."""
        index = self.model.index_of(node)
        if not index.isValid():
            return
        if self.tree.isRowHidden(index.row(), index.parent()):
            project = self.model.project(index)
            self.model.folded -= {project.unit} if project else set()
            self.filter.clear()
            self.filter.hide_others()
        # The view's own setCurrentIndex would extend the selection while Shift is held for a shortcut.
        self.tree.selectionModel().setCurrentIndex(index, SELECT)
        self.tree.scrollTo(index)

    def select_projects(self, ids: Iterable[str]) -> None:
        """Select these projects and no others; the first of them is shown."""
        first, *others = ids
        self.show_node(Node("project", first))
        selection = QItemSelection()
        for index in self.model.indexes_of(others):
            selection.select(index, index)
        self.tree.selectionModel().select(selection, SELECT_TOO)

    def group_by_unit(self, wanted: bool) -> None:
        """Show the projects unit by unit where there are several, or in the order of the document."""
        self.model.group_by_unit(wanted)
        self.filter.hide_others()

    def focus_filter(self) -> None:
        """Let the user type a name or code to look for."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _arrange(self) -> None:
        self.tree.setItemDelegate(TreeDelegate(self.model))
        self.tree.setAccessibleName("项目树")
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(XL)
        self.tree.setRootIsDecorated(False)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S, S, S, 0)
        layout.setSpacing(S)
        for part in (self.filter, self.tree, self._sum):
            layout.addWidget(part)

    def _listen(self) -> None:
        # Commands ask what is selected at every keystroke. First of all, so that nobody hears what was before.
        model = self.model
        for happened in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            happened.connect(self._forget_selected)
        self.tree.selectionModel().selectionChanged.connect(self._forget_selected)
        self.filter.hidden.connect(self._take_hidden)
        self.filter.returnPressed.connect(self._take_first)
        self.model.rowsInserted.connect(lambda *_: self.filter.hide_others())
        self.tree.fold_wanted.connect(self._fold)
        self.tree.unfold_wanted.connect(self._unfold)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        # A click moves the keyboard's place first and selects what is there afterwards.
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._choose(self.tree.currentIndex()))
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.tree.customContextMenuRequested.connect(self._open_menu)
        listen(self, self._session, opened=self._start, changed=self._follow, problems_changed=self.tree.show_marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.hasFocus():
            self.filter.clear()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _start(self) -> None:
        self.filter.clear()
        for entry in (OVERALL, PROJECTS):  # Qt's way to expand all asks thrice for each row
            self.tree.expand(self.model.index_of(entry))
        first = OVERVIEW if self._session.document.projects else DOCUMENT
        self.show_node(first)
        self._shown = first
        self.chosen.emit(first)

    def _follow(self, before: Document, after: Document) -> None:
        if self.filter.hides and _units(before) != _units(after):
            self.filter.hide_others()
        if self._shown_at.isValid():
            self._show(self.model.node(self._shown_at))
        else:
            self._show_neighbour()

    def _show_neighbour(self) -> None:
        """What was shown is gone: Qt has moved the keyboard's place, and selects nothing there."""
        selected = self.selected()
        index = self.model.index_of(selected[0]) if selected else self._seen_near(self.tree.currentIndex())
        self.tree.selectionModel().setCurrentIndex(index, SELECT_TOO)
        self._choose(index)
        self.left.emit()

    def _seen_near(self, index: QModelIndex) -> QModelIndex:
        """An entry, or instead of one that the filter hides the nearest beside it that is to be seen, or above it."""
        parent, hides = index.parent(), self.tree.isRowHidden
        near = sorted(range(self.model.rowCount(parent)), key=lambda row: abs(row - index.row()))
        seen = (self.model.index(row, 0, parent) for row in near if not hides(row, parent))
        return next(seen, parent)

    def _choose(self, index: QModelIndex) -> None:
        """The page follows what is selected; Ctrl+arrow moves the keyboard's place alone."""
        is_selected = self.tree.selectionModel().isSelected
        if index.isValid() and not is_selected(index):
            rest, place = self.selected(), self._shown_at
            if not rest or not place.isValid() or is_selected(self.model.index(place.row(), 0, place.parent())):
                return
            index = self.model.index_of(rest[0])
        self._shown_at = QPersistentModelIndex(index)
        self._show(self.model.node(index))

    def _show(self, node: Node) -> None:
        """A section is called by its place, so a move changes the name of what is shown."""
        if node != self._shown:
            self._shown = node
            self.chosen.emit(node)
            self.selection_changed.emit()

    def _take_hidden(self) -> None:
        self._forget_selected()
        self._sum.show_found(self.filter.found)
        self.selection_changed.emit()

    def _fold(self, unit: Unit) -> None:
        """Hide the projects of a unit or show them again; the keyboard's place does not stay on a hidden row."""
        self.model.folded ^= {unit}
        self.filter.hide_others()
        current = self.tree.currentIndex()
        if current.isValid() and self.tree.isRowHidden(current.row(), current.parent()):
            self.show_node(PROJECTS)
        self.tree.viewport().update()

    def _unfold(self) -> None:
        self.model.folded.clear()
        self.filter.hide_others()

    def _take_first(self) -> None:
        if first := self.filter.first():
            self.tree.selectionModel().setCurrentIndex(first, SELECT)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.menu_actions)
        menu.popup(self.tree.viewport().mapToGlobal(place))


def _units(document: Document) -> list[Unit]:
    return [project.unit for project in document.projects]


def _reading_order(index: QModelIndex) -> tuple[int, ...]:
    return (index.parent().row(), index.row()) if index.parent().isValid() else (index.row(), -1)
