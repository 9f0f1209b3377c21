"""The bottom: what is wrong, grouped by rule; a click goes to the field, another mends it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTreeView, QVBoxLayout, QWidget

from pbeditor.check.problem import Problem
from pbeditor.edit.place import put_all
from pbeditor.ui.editors.fixes import described, make_fix
from pbeditor.ui.models.problem_tree import FIX, PLACE, TEXT, ProblemTreeModel
from pbeditor.ui.session import Session

LINES_AT_OPENING = 25
PAUSE = 150  # ms without a keystroke before the list follows
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ProblemPanel(QWidget):
    """Follows the findings a moment after the last keystroke and never takes the focus by itself."""

    updated = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ProblemTreeModel(session, self)
        self.tree = QTreeView(self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrange()
        self._listen()
        self._open_some()

    def current(self) -> Problem | None:
        """The selected finding."""
        return self.model.problem(self.tree.currentIndex())

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding, round and round."""
        self._follow()
        lines = self.model.problems()
        if not lines:
            return
        here = self.tree.currentIndex().siblingAtColumn(TEXT)
        rows = [index for _, index in lines]
        at = rows.index(here) + step if here in rows else (0 if step > 0 else -1)
        problem, index = lines[at % len(lines)]
        self.tree.selectionModel().setCurrentIndex(index, SELECT)
        self._session.go_to(problem.path)

    def fix(self) -> None:
        """Mend the selected finding, if it can be mended safely."""
        problem = self.current()
        if problem and problem.fix:
            make_fix(self._session, problem)

    def fix_group(self) -> None:
        """Mend all findings of the selected one's rule that can be mended, as one step."""
        group = self.model.group(self.tree.currentIndex())
        fixes = [problem.fix for problem in group.problems] if group else []
        changes = tuple(change for fix in fixes for change in fix)
        if group and changes:
            self._session.apply(f"改正“{group.title}”", lambda document: put_all(document, changes))

    def _arrange(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setAccessibleName("问题")
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FIX, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(PLACE, 300)
        header.resizeSection(FIX, 32)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tree)

    def _listen(self) -> None:
        self.tree.clicked.connect(self._take)
        self.tree.activated.connect(self._go_there)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self._timer.timeout.connect(self._follow)
        self._session.problems_changed.connect(self._timer.start)
        self._session.opened.connect(self._restart)

    def _take(self, index: QModelIndex) -> None:
        if index.column() == FIX:
            self.fix()
        elif self.model.problem(index) is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self._go_there(index)

    def _go_there(self, index: QModelIndex) -> None:
        problem = self.model.problem(index)
        if problem:
            self._session.go_to(problem.path)

    def _restart(self) -> None:
        self._follow()
        self.tree.collapseAll()
        self._open_some()
        self.tree.scrollToTop()

    def _follow(self) -> None:
        """Take over the findings with the line at the top of the view kept where it is."""
        self._timer.stop()
        top = self.tree.indexAt(QPoint(0, 0))
        kept, before = QPersistentModelIndex(top), self.tree.visualRect(top).top()
        self.model.update()
        if kept.isValid():
            bar = self.tree.verticalScrollBar()
            bar.setValue(bar.value() + self.tree.visualRect(kept).top() - before)
        self.updated.emit()

    def _open_some(self) -> None:
        """Unfold the gravest rules as long as the list stays short."""
        lines = self.model.rowCount()
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            lines += self.model.rowCount(index)
            if lines > LINES_AT_OPENING:
                break
            self.tree.expand(index)

    def _open_menu(self, place: QPoint) -> None:
        problem, group = self.current(), self.model.group(self.tree.currentIndex())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if problem:
            menu.addAction("转到(&G)", lambda: self._session.go_to(problem.path))
        if problem and problem.fix:
            menu.addAction(f"改正(&X)：{described(problem)}", self.fix)
        mendable = sum(bool(each.fix) for each in group.problems) if group else 0
        if mendable > 1:
            menu.addAction(f"改正这一类的全部 {mendable} 处(&A)", self.fix_group)
        if problem:
            menu.addAction("复制(&C)", lambda: QApplication.clipboard().setText(problem.message))
        if menu.actions():
            menu.popup(self.tree.viewport().mapToGlobal(place))
