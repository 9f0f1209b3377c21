"""The problems as a tree: a line for each rule with its count, below it each finding."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from pbeditor.check.groups import Group
from pbeditor.check.problem import SEVERITY_NAMES, Problem
from pbeditor.edit.place_name import place_name
from pbeditor.ui.editors.fixes import described
from pbeditor.ui.icons import icon
from pbeditor.ui.models.announcing import announce, become
from pbeditor.ui.models.problem_choice import EVERYTHING, Choice, shown
from pbeditor.ui.models.problem_lines import Lines
from pbeditor.ui.models.roles import DISPLAY, ICON, NOTHING, SPOKEN, TIP, Index
from pbeditor.ui.models.row_changes import spans
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.signs import sign_icon, tip

TEXT, PLACE, FIX = range(3)
HEADERS = ("问题", "位置", "")
LONGEST = 24  # characters of a project's name; the column cuts it further where it is narrow
GROUP = 0  # the node number of a rule's line; a finding's is the number of its rule, from 1


class ProblemTreeModel(QAbstractItemModel):
    """Takes over the findings on `update`; lines that stay keep their index, and so selection and scrolling.

    The lines of a rule are made when it is unfolded (`fetchMore`) and given up when it is folded (`give_up`).
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._checked = session.checked
        self._groups: list[Group] = []
        self._open: dict[int, Lines] = {}
        self._numbers: dict[str, int] = {}
        self.choice = EVERYTHING
        self.update()

    def problem(self, index: Index) -> Problem | None:
        """The finding at `index`, None for a rule's line."""
        if not index.isValid() or index.internalId() == GROUP:
            return None
        return self._open[index.internalId()].problems[index.row()]

    def group(self, index: Index) -> Group | None:
        """The rule and its findings at or above `index`."""
        if not index.isValid():
            return None
        return self._groups[index.row() if index.internalId() == GROUP else self.parent(index).row()]

    def group_of(self, rule: str) -> Group | None:
        """What is shown of a rule; None for nothing."""
        return next((group for group in self._groups if group.rule == rule), None)

    def place(self, problem: Problem, longest: int = 0) -> str:
        """Where a finding is; names cut to `longest` characters if not 0."""
        return place_name(self._checked.document, self._checked.form, problem.path, longest)

    def sentence(self, problem: Problem) -> str:
        """A finding with its place, to be read elsewhere."""
        return f"{self.place(problem)}：{problem.message}"

    def line(self, group: int, row: int) -> QModelIndex:
        """The finding `row` of the rule in line `group`, which is made if it was folded."""
        parent = self.index(group, 0)
        self.fetchMore(parent)
        return self.index(row, 0, parent)

    def give_up(self, index: Index) -> None:
        """Forget the lines of a rule that is folded."""
        number = self._number(index.row())
        if number in self._open:
            self.beginRemoveRows(self.index(index.row(), 0), 0, len(self._open[number].problems) - 1)
            del self._open[number]
            self.endRemoveRows()

    def choose(self, choice: Choice) -> None:
        """Show another part of the findings."""
        self.choice = choice
        self.update()

    def update(self) -> None:
        """Show the session's present findings."""
        checked = self._session.checked
        groups = shown(checked, self.choice)
        for group in groups:
            self._numbers.setdefault(group.rule, len(self._numbers) + 1)
        rules = [group.rule for group in self._groups], [group.rule for group in groups]
        self._checked = checked
        become(self, NOTHING, self._groups, groups, *rules)
        present = {self._numbers[group.rule] for group in groups}
        self._open = {number: lines for number, lines in self._open.items() if number in present}
        for row, group in enumerate(groups):
            if self._number(row) in self._open:
                self._update_lines(row, group)

    def _update_lines(self, row: int, group: Group) -> None:
        lines, parent, new = self._open[self._number(row)], self.index(row, 0), group.problems
        for change in lines.changes(new, self._checked.document):
            announce(self, parent, lines.problems, new, change)
        changed = [at for at, problem in enumerate(new) if lines.problems[at] is not problem]
        lines.problems[:] = new
        for first, last in spans(changed):
            self.dataChanged.emit(self.index(first, 0, parent), self.index(last, FIX, parent))

    def _number(self, row: int) -> int:
        return self._numbers[self._groups[row].rule]

    def _is_rule(self, index: Index) -> bool:
        return index.internalId() == GROUP and index.column() == 0

    def _of_group(self, group: Group, column: int, role: int) -> Any:
        if role == DISPLAY and column == TEXT:
            return f"{group.title}  ×{group.count}"
        if role == ICON and column == TEXT:
            return sign_icon(group.severity, QGuiApplication.palette())
        if role == SPOKEN:
            return f"{SEVERITY_NAMES[group.severity]}，{group.title}，{group.count}条"
        return tip(group.why) if role == TIP else None

    def _of_problem(self, problem: Problem, column: int, role: int) -> Any:
        if role in (DISPLAY, SPOKEN):
            return self._text(problem, column)
        if role == ICON and column == FIX and problem.fix:
            return icon("fix")
        if role == TIP:
            return tip(self._explained(problem, column))
        return None

    def _explained(self, problem: Problem, column: int) -> str:
        if column == FIX and problem.fix:
            return f"点击改正：{described(self._session, problem).replace('&&', '&')}"
        if column == PLACE:
            return self.place(problem)
        return problem.message

    def _text(self, problem: Problem, column: int) -> str:
        if column == PLACE:
            return self.place(problem, LONGEST)
        return problem.message if column == TEXT else ""

    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._number(parent.row()) if parent.isValid() else GROUP)

    def parent(self, index: Index = NOTHING) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == GROUP:
            return QModelIndex()
        numbers = (row for row in range(len(self._groups)) if self._number(row) == index.internalId())
        row = next(numbers, -1)
        return self.createIndex(row, 0, GROUP) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NOTHING) -> int:
        if not parent.isValid():
            return len(self._groups)
        lines = self._open.get(self._number(parent.row())) if self._is_rule(parent) else None
        return len(lines.problems) if lines else 0

    def hasChildren(self, parent: Index = NOTHING) -> bool:
        return bool(self._groups) if not parent.isValid() else self._is_rule(parent)

    def canFetchMore(self, parent: Index) -> bool:
        return parent.isValid() and self._is_rule(parent) and self._number(parent.row()) not in self._open

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            group = self._groups[parent.row()]
            lines = Lines(group.problems, self._checked.document)
            self.beginInsertRows(self.index(parent.row(), 0), 0, len(lines.problems) - 1)
            self._open[self._number(parent.row())] = lines
            self.endInsertRows()

    def columnCount(self, parent: Index = NOTHING) -> int:
        return len(HEADERS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        problem = self.problem(index)
        if problem is None:
            return self._of_group(self._groups[index.row()], index.column(), role)
        return self._of_problem(problem, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        return HEADERS[section] if role == DISPLAY and orientation == Qt.Orientation.Horizontal else None
