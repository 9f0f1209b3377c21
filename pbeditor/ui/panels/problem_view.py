"""The list of findings itself: it unfolds late, keeps its place while others come and go, and can be copied."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from pbeditor.ui.letters import wide
from pbeditor.ui.models.problem_tree import FIX, PLACE, TEXT, ProblemTreeModel
from pbeditor.ui.widgets.listing import dress_list
from pbeditor.ui.widgets.place_text import PlaceDelegate

LINES_AT_OPENING = 25
LINES_MEASURED = 100
PLACE_WIDTH, FIX_WIDTH = 285, 32  # px, at first
PLACE_SHARE = 0.35  # of the list, unless the sentences leave more: they need the room more
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ProblemView(QTreeView):
    """A rule that is folded has no lines in the model."""

    def __init__(self, model: ProblemTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = model
        dress_list(self, model, "问题", (0, PLACE_WIDTH, FIX_WIDTH))
        self.setItemDelegateForColumn(PLACE, PlaceDelegate(self))
        self.setExpandsOnDoubleClick(False)
        self.setHeaderHidden(True)
        self.header().setResizeContentsPrecision(LINES_MEASURED)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.expanded.connect(model.fetchMore)
        self.expanded.connect(self._size_columns)
        self.collapsed.connect(self._fold)
        self._span(QModelIndex(), 0, model.rowCount() - 1)
        model.rowsInserted.connect(self._span)

    def choose(self, index: QModelIndex) -> None:
        """Make a line current, whatever keys are held, and bring it into view, with its rule if there is room."""
        self.selectionModel().setCurrentIndex(index, SELECT)
        self.scrollTo(index)
        above = self.visualRect(index.parent()).top() if index.parent().isValid() else 0
        if above < 0 and self.visualRect(index).bottom() - above < self.viewport().height():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + above)

    def follow(self) -> None:
        """Take over the findings with the line at the top of the view kept where it is."""
        top = self.indexAt(QPoint(0, 0))
        kept, before = QPersistentModelIndex(top), self.visualRect(top).top()
        self._problems.update()
        if self.sizeHintForColumn(PLACE) > self.columnWidth(PLACE):
            self._size_columns()
        if kept.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(kept).top() - before)

    def open_some(self) -> None:
        """Unfold the gravest rules as long as the list stays short."""
        self.collapseAll()
        model = self._problems
        lines = model.rowCount()
        for row in range(model.rowCount()):
            group = model.group(model.index(row, 0))
            lines += group.count if group else 0
            if lines > LINES_AT_OPENING:
                break
            self.expand(model.index(row, 0))
        self.scrollToTop()

    def copied(self) -> str:
        """The current finding with its place; a rule with all its findings."""
        model, index = self._problems, self.currentIndex()
        if not index.isValid():
            return ""
        if (problem := model.problem(index)) is not None:
            return model.sentence(problem)
        group = model.group(index)
        lines = (model.sentence(problem) for problem in group.problems) if group else ()
        return "\n".join((str(index.siblingAtColumn(TEXT).data()), *lines))

    def copy(self) -> None:
        """Put that on the clipboard."""
        if text := self.copied():
            QApplication.clipboard().setText(text)

    def _span(self, parent: QModelIndex, first: int, last: int) -> None:
        """The name of a rule has the room of the whole line: it stands in no place."""
        if not parent.isValid():
            for row in range(first, last + 1):
                self.setFirstColumnSpanned(row, parent, True)

    def _fold(self, index: QModelIndex) -> None:
        current = self.currentIndex()
        if current.parent() == index:
            self.choose(index)
        self._problems.give_up(index)

    def _size_columns(self) -> None:
        """Places are as wide as those to be seen need, as far as the sentences have room too."""
        self.setColumnWidth(FIX, wide(FIX_WIDTH))
        room = self.viewport().width() - wide(FIX_WIDTH)
        left = max(room - self.sizeHintForColumn(TEXT), int(room * PLACE_SHARE))
        self.setColumnWidth(PLACE, min(self.sizeHintForColumn(PLACE), left))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
