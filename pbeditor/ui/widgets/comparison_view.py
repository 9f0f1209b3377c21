"""A comparison to look through: a filter above, the lines, and the texts of the chosen line with their differences."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from pbeditor.edit.comparison import Comparison, sums
from pbeditor.edit.comparison_texts import sums_line
from pbeditor.model.form import Form
from pbeditor.model.steps import Steps
from pbeditor.model.text import fold
from pbeditor.store.forms import load_forms
from pbeditor.ui.gradually import Gradually
from pbeditor.ui.letters import wide
from pbeditor.ui.models.comparison_rows import Line, lines_of
from pbeditor.ui.models.comparison_tree import COLUMNS, ComparisonTree
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.calm import CalmComboBox, CalmSpinBox
from pbeditor.ui.widgets.difference_view import LEGEND, DifferenceView
from pbeditor.ui.widgets.labels import aside, plain

WIDTHS = (58, 104, 104, 104, 88, 176)  # px, of what stands behind the name
NARROW = (50, 84, 84, 76, 64, 92)  # px, where the name would have less than its own
NAME = 190  # px, at least
LOW = 230  # px of height, under which the texts leave the room to the lines
NO_TEXT = "选中一行，这里显示它的文字有哪些不同。"
SAME_TEXT = "文字没有不同。"


class Choice(Struct, frozen=True):
    """One entry of the filter; `fits` is asked for each line with the threshold in %."""

    text: str
    fits: Callable[[Line, Decimal], bool]


CHOICES = (
    Choice("全部", lambda _line, _most: True),
    Choice("有变化的", lambda line, _most: line.kind != "same"),
    Choice("新增的项目", lambda line, _most: line.change is not None and line.kind == "new"),
    Choice("取消的项目", lambda line, _most: line.change is not None and line.kind == "gone"),
    Choice("更名的项目", lambda line, _most: line.kind == "renamed"),
    Choice("指标有变化的", lambda line, _most: bool(line.below)),
    Choice("金额增减超过…", lambda line, most: line.change is not None and line.change.exceeds(most)),
)
OVER = len(CHOICES) - 1


class ComparisonTable(QTreeView):
    """The name takes what the others leave; in a narrow place those give way first, then the table scrolls.

    A column that the user has dragged stays as wide as he wants it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dragged: dict[int, int] = {}  # px, by column
        self._is_sharing = False
        self.header().sectionResized.connect(self._note)

    def _share(self) -> None:
        room, count = self.viewport().width(), self.header().count() - 1
        usual, narrow = ([wide(width) for width in widths[:count]] for widths in (WIDTHS, NARROW))
        widths = self._kept(usual if room - sum(self._kept(usual)) >= wide(NAME) else narrow)
        name = self._dragged.get(0, max(room - sum(widths), wide(NAME)))
        self._is_sharing = True
        for place, width in enumerate((name, *widths)):
            self.setColumnWidth(place, width)
        self._is_sharing = False

    def _kept(self, widths: list[int]) -> list[int]:
        """The widths of all columns behind the name, those that were dragged as they are."""
        return [self._dragged.get(place, width) for place, width in enumerate(widths, 1)]

    def _note(self, column: int, _before: int, width: int) -> None:
        if not self._is_sharing:
            self._dragged[column] = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share()


class ComparisonView(QWidget):
    """`wanted` tells the lasting place that a line leads to, on Enter or a double click."""

    wanted = Signal(str)

    def __init__(self, heads: Sequence[str] = COLUMNS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ComparisonTree(heads, self)
        self.choice, self.most, self.search = CalmComboBox(self), CalmSpinBox(self), QLineEdit(self)
        self.tree, self.texts, self.sums = ComparisonTable(self), DifferenceView("不同之处", self), aside()
        before, after = (f"{head.removesuffix('预算')}合计" for head in heads[2:4])
        self._names = before, after
        self._comparison: Comparison | None = None
        self._form: Form | None = None
        self._work = Gradually(self)
        self._below = QWidget(self)
        self._arrange()
        self._listen()
        self._show_texts()

    def show_comparison(self, comparison: Comparison, form: Form) -> None:
        """Show another comparison, a long one in a moment.

        What is chosen and opened stays so where it is still there.
        """
        self._work.begin(self._showing(comparison, form))

    def _showing(self, comparison: Comparison, form: Form) -> Steps[None]:
        names = {each.id: each.name for each in load_forms().values()}
        lines = yield from lines_of(comparison, form, names)
        if self._form is not form:
            self.most.setValue(form.change_threshold)
        self._comparison, self._form = comparison, form
        self._keeping_place(lambda: self.model.show_lines(lines))

    def shown(self) -> Comparison | None:
        """The comparison that is shown."""
        return self._comparison

    def current(self) -> Line | None:
        """The line that is chosen."""
        return self.model.line(self.tree.currentIndex())

    def go(self) -> None:
        """Ask for the place of the chosen line."""
        if (line := self.current()) and line.place:
            self.wanted.emit(line.place)

    def _keeping_place(self, change: Callable[[], None]) -> None:
        line = self.current()
        top = (self.model.index(row, 0) for row in range(self.model.rowCount()))
        is_open = [self.model.lines[index.row()].key for index in top if self.tree.isExpanded(index)]
        change()
        for key in is_open:
            if (index := self.model.index_of(key)).isValid():
                self.tree.expand(index)
        index = self.model.index_of(line.key) if line else QModelIndex()
        self.tree.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self._show_texts()
        self._tell_sums()

    def _filter(self) -> None:
        fits, most, name = CHOICES[self.choice.currentIndex()].fits, Decimal(self.most.value()), self.search.text()
        self.most.setVisible(self.choice.currentIndex() == OVER)
        self._keeping_place(lambda: self.model.want(lambda line: fits(line, most) and _is_called(line, name)))

    def _tell_sums(self) -> None:
        if self._comparison is None or self._form is None:
            return
        changes = tuple(line.change for line in self.model.lines if line.change)
        unit = self._comparison.after.money_unit
        sentence = sums_line(sums(changes), self._form.decimals, unit, self._names)
        self.sums.setText(f"列出 {len(changes)} 个项目　{sentence}" if changes else "没有符合条件的项目。")

    def _show_texts(self) -> None:
        line = self.current()
        self.texts.show_passages(line.passages if line else (), SAME_TEXT if line else NO_TEXT)

    def _span(self, index: QModelIndex) -> None:
        """What is below a project is one sentence over all columns."""
        for row in range(self.model.rowCount(index)):
            self.tree.setFirstColumnSpanned(row, index, True)

    def _arrange(self) -> None:
        self._arrange_bar()
        self._arrange_tree()
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        column.addWidget(aside(LEGEND))
        column.addWidget(self.texts, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(((self.tree, 3), (self._below, 2))):
            split.addWidget(part)
            split.setStretchFactor(place, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addLayout(self.bar)
        layout.addWidget(split, 1)
        layout.addWidget(self.sums)

    def _arrange_bar(self) -> None:
        self.choice.addItems([choice.text for choice in CHOICES])
        self.choice.setAccessibleName("筛选")
        self.most.setRange(0, 1000)
        self.most.setSuffix(" %")
        self.most.setValue(30)
        self.most.setAccessibleName("金额增减超过百分之几")
        self.most.hide()
        self.search.setPlaceholderText("按名称或编码筛选")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("按名称或编码筛选")
        self.bar = QHBoxLayout()
        self.bar.setSpacing(M)
        label = plain("显示(&X)", self)
        label.setBuddy(self.choice)
        for part in (label, self.choice, self.most):
            self.bar.addWidget(part)
        self.bar.addWidget(self.search, 1)

    def _arrange_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setAccessibleName("比较结果")
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setTabKeyNavigation(False)
        tree.header().setStretchLastSection(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low place the lines come first."""
        super().resizeEvent(event)
        self._below.setVisible(event.size().height() >= wide(LOW))

    def _listen(self) -> None:
        self.choice.currentIndexChanged.connect(self._filter)
        self.most.valueChanged.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.tree.selectionModel().currentChanged.connect(self._show_texts)
        self.tree.activated.connect(self.go)
        self.tree.expanded.connect(self._span)


def _is_called(line: Line, name: str) -> bool:
    projects = (line.change.before, line.change.after) if line.change else ()
    texts = (line.cells[0], *(text for one in projects if one for text in (one.code, one.name)))
    return not name or any(fold(name) in fold(text) for text in texts)
