"""Going from finding to finding, also when the last one has been mended in between."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QTreeView

from pbeditor.ui.models.problem_tree import ProblemTreeModel

Spot = tuple[int, int]  # the line of a rule, and of a finding below it; -1 for the last finding of the rule above


class ProblemWalk:
    """Remembers the finding that was gone to; a rule that the walk unfolds is folded when the walk leaves it."""

    def __init__(self, tree: QTreeView, model: ProblemTreeModel) -> None:
        self._tree, self._model = tree, model
        self._at: QPersistentModelIndex | None = None
        self._spot: Spot = (0, -1)
        self._place = ""
        self._rules: list[str] = []  # that of the finding, and those below it
        self._unfolded: QPersistentModelIndex | None = None

    def note(self, index: QModelIndex) -> None:
        """Remember the finding that was gone to."""
        self._at, self._spot = QPersistentModelIndex(index), (index.parent().row(), index.row())
        self._rules = [self._rule_of(group) for group in range(self._spot[0], self._model.rowCount())]
        self._place = self._place_of(*self._spot)

    def forget(self) -> None:
        """Begin anew."""
        self._at = self._unfolded = None

    def step(self, step: int) -> QModelIndex:
        """The next (1) or previous (-1) finding, round and round; no index where there are none."""
        rules = self._model.rowCount()
        if not rules:
            return QModelIndex()
        group, row = self._wanted(step)
        if row < 0:
            group = (group - 1) % rules
            row = self._count(group) - 1
        elif group >= rules or row >= self._count(group):
            group, row = (group + 1) % rules if group < rules else 0, 0
        self._unfold(group)
        return self._model.line(group, row)

    def _wanted(self, step: int) -> Spot:
        """Where to go; the row may be one behind the rule's last finding."""
        if self._at is not None and not self._at.isValid():
            (group, is_there), row = self._where(), self._spot[1]
            if not is_there:
                return group, min(step - 1, 0)
            is_back = self._place_of(group, row) == self._place  # the mending was undone
            return group, row + step if is_back or step < 0 else row
        index = self._tree.currentIndex()
        if not index.isValid() or not index.parent().isValid():
            return max(index.row(), 0), min(step - 1, 0)
        return index.parent().row(), index.row() + step

    def _where(self) -> tuple[int, bool]:
        """The line of the rule now, whatever came in above it; of the next one that is left, where it is gone."""
        lines = {self._rule_of(line): line for line in range(self._model.rowCount())}
        left = next((rule for rule in self._rules if rule in lines), "")
        return lines.get(left, len(lines)), left == self._rules[0]

    def _unfold(self, group: int) -> None:
        rule, before = self._model.index(group, 0), self._unfolded
        if before is not None and before.isValid() and before.row() != group:
            self._tree.collapse(self._model.index(before.row(), 0))
            self._unfolded = None
        if not self._tree.isExpanded(rule):
            self._tree.expand(rule)
            self._unfolded = QPersistentModelIndex(rule)

    def _count(self, row: int) -> int:
        group = self._model.group(self._model.index(row, 0))
        return group.count if group else 0

    def _place_of(self, group: int, row: int) -> str:
        problem = self._model.problem(self._model.line(group, row)) if row < self._count(group) else None
        return problem.path if problem else ""

    def _rule_of(self, row: int) -> str:
        group = self._model.group(self._model.index(row, 0))
        return group.rule if group else ""
