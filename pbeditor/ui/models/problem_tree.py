"""The problems as a tree: a line for each rule with its count, below it each finding."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from pbeditor.check.groups import Group
from pbeditor.check.problem import Problem
from pbeditor.edit.place_name import place_name
from pbeditor.model.document import Document
from pbeditor.ui.editors.fixes import described
from pbeditor.ui.icons import icon
from pbeditor.ui.models.announcing import become
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.signs import WORDS, sign_icon, tip

Index = QModelIndex | QPersistentModelIndex
TEXT, PLACE, FIX = range(3)
HEADERS = ("问题", "位置", "")
LONGEST = 12  # characters of a project's name, so that the field after it can be seen
GROUP = 0  # the node number of a rule's line; a finding's is the number of its rule, from 1
NOTHING = QModelIndex()
_DISPLAY, _ICON = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.DecorationRole)
_TIP, _SPOKEN = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)


class ProblemTreeModel(QAbstractItemModel):
    """Takes over the findings on `update`; lines that stay keep their index, and so selection and scrolling."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._groups: list[Group] = []
        self._lines: dict[int, list[Problem]] = {}
        self._keys: dict[int, list[tuple[str, int]]] = {}
        self._numbers: dict[str, int] = {}
        self.update()

    def problem(self, index: Index) -> Problem | None:
        """The finding at `index`, None for a rule's line."""
        if not index.isValid() or index.internalId() == GROUP:
            return None
        return self._lines[index.internalId()][index.row()]

    def group(self, index: Index) -> Group | None:
        """The rule and its findings at or above `index`."""
        if not index.isValid():
            return None
        return self._groups[index.row() if index.internalId() == GROUP else self.parent(index).row()]

    def problems(self) -> list[tuple[Problem, QModelIndex]]:
        """All findings from top to bottom, with where they stand."""
        parents = (self.index(row, 0) for row in range(len(self._groups)))
        return [
            (problem, self.index(row, 0, parent))
            for parent in parents
            for row, problem in enumerate(self._lines[self._number(parent.row())])
        ]

    def update(self) -> None:
        """Show the session's present findings."""
        groups, document = self._session.checked.groups, self._session.checked.document
        present = {group.rule for group in self._groups}
        for group in groups:
            number = self._numbers.setdefault(group.rule, len(self._numbers) + 1)
            if group.rule not in present:
                self._lines[number], self._keys[number] = list(group.problems), _keys(group.problems, document)
        rules = [group.rule for group in self._groups], [group.rule for group in groups]
        become(self, NOTHING, self._groups, groups, *rules)
        for row, group in enumerate(groups):
            if group.rule in present:
                self._update_group(row, group, document)

    def _update_group(self, row: int, group: Group, document: Document) -> None:
        number = self._number(row)
        lines = self._lines[number]
        if len(lines) == len(group.problems) and all(a is b for a, b in zip(lines, group.problems, strict=True)):
            return
        keys = _keys(group.problems, document)
        become(self, self.index(row, 0), lines, group.problems, self._keys[number], keys)
        self._keys[number] = keys

    def _number(self, row: int) -> int:
        return self._numbers[self._groups[row].rule]

    def _of_group(self, group: Group, column: int, role: int) -> Any:
        if role == _DISPLAY and column == TEXT:
            return f"{group.title}  ×{len(group.problems)}"
        if role == _ICON and column == TEXT:
            return sign_icon(group.severity, QGuiApplication.palette())
        if role == _SPOKEN:
            return f"{WORDS[group.severity]}，{group.title}，{len(group.problems)}条"
        return tip(group.why) if role == _TIP else None

    def _of_problem(self, problem: Problem, column: int, role: int) -> Any:
        if role in (_DISPLAY, _SPOKEN):
            return self._text(problem, column)
        if role == _ICON and column == FIX and problem.fix:
            return icon("fix")
        if role == _TIP:
            return tip(self._explained(problem, column))
        return None

    def _explained(self, problem: Problem, column: int) -> str:
        if column == FIX and problem.fix:
            return f"点击改正：{described(problem).replace('&&', '&')}"
        if column == PLACE:
            return place_name(self._session.document, self._session.form, problem.path)
        return problem.message

    def _text(self, problem: Problem, column: int) -> str:
        if column == PLACE:
            return place_name(self._session.document, self._session.form, problem.path, LONGEST)
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
        is_rule = parent.internalId() == GROUP and parent.column() == 0
        return len(self._lines[self._number(parent.row())]) if is_rule else 0

    def columnCount(self, parent: Index = NOTHING) -> int:
        return len(HEADERS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        problem = self.problem(index)
        if problem is None:
            return self._of_group(self._groups[index.row()], index.column(), role)
        return self._of_problem(problem, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        return HEADERS[section] if role == _DISPLAY and orientation == Qt.Orientation.Horizontal else None


def _keys(problems: Iterable[Problem], document: Document) -> list[tuple[str, int]]:
    """What tells findings of one rule apart while projects and rows move and texts change; twins are counted."""
    seen: Counter[str] = Counter()
    keys = []
    for problem in problems:
        place = _lasting(problem.path, document)
        keys.append((place, seen[place]))
        seen[place] += 1
    return keys


def _lasting(path: str, document: Document) -> str:
    """The path with ids in place of the numbers of projects and indicators."""
    steps = path.split("/")
    if steps[0] != "projects" or len(steps) == 1 or int(steps[1]) >= len(document.projects):
        return path
    project = document.projects[int(steps[1])]
    steps[1] = project.id
    match steps[2:]:
        case ["indicators", row, *_] if int(row) < len(project.indicators):
            steps[3] = project.indicators[int(row)].id
    return "/".join(steps)
