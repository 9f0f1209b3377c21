"""The indicator grid of one project: a table over its tuple of indicators."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from pbeditor.check.problem import SEVERITY_NAMES, Problem, gravest
from pbeditor.edit.categories import with_known_level
from pbeditor.edit.indicators import Cell, cell_text, set_cell
from pbeditor.edit.library import completed_from
from pbeditor.edit.projects import change_project, index_of
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.form import Column
from pbeditor.model.library import Entry
from pbeditor.model.target import says_twice
from pbeditor.ui.listening import listen
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.announcing import announce
from pbeditor.ui.models.roles import DISPLAY, EDIT, NOTHING, SPOKEN, TIP, Index
from pbeditor.ui.models.row_changes import row_changes, spans
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.signs import tip

Place = tuple[int, int]  # row, column
_HORIZONTAL = Qt.Orientation.Horizontal


class IndicatorTable(QAbstractTableModel):
    """Follows one project of the session's document and announces exact spans; it resets only for another project.

    Marks are not its data: the grid paints `mark` and repaints on `marked`. `followed`: what else an edit changed.
    """

    marked = Signal()
    followed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.project_id = ""
        self.columns: tuple[Column, ...] = session.form.columns
        self._shown: tuple[Indicator, ...] = ()  # the project's own tuple, to be compared by `is`
        self.rows: list[Indicator] = []
        self._problems: dict[Place, tuple[Problem, ...]] = {}
        listen(self, session, changed=self._follow, problems_changed=self._mark)

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns as fields of an indicator."""
        return tuple(column.field for column in self.columns)

    def show_project(self, project_id: str) -> None:
        """Show another project's rows; none for an id that the document does not have."""
        self.beginResetModel()
        self.project_id, self.columns = project_id, self._session.form.columns
        self._shown = self._project_rows()
        self.rows = list(self._shown)
        self.endResetModel()
        self._mark()

    def project(self) -> Project | None:
        """The project that is shown, as it is now."""
        return self.project_in(self._session.document)

    def project_in(self, document: Document) -> Project | None:
        """The same project in a document of another time."""
        with suppress(LookupError):
            return document.projects[index_of(document, self.project_id)]
        return None

    def path(self, row: int, column: int) -> str:
        """The document path of a cell. LookupError where the project is gone."""
        place = index_of(self._session.document, self.project_id)
        return f"projects/{place}/indicators/{row}/{self.columns[column].field}"

    def cell(self, row: int, column: int) -> Cell:
        """What a cell holds: a text, or the parts of a value."""
        value: Cell = getattr(self.rows[row], self.columns[column].field)
        return value

    def text(self, row: int, column: int) -> str:
        """What a cell shows and copies."""
        return cell_text(self.rows[row], self.columns[column].field)

    def problems(self, row: int, column: int) -> tuple[Problem, ...]:
        """What is wrong with a cell."""
        return self._problems.get((row, column), ())

    def says_twice(self) -> bool:
        """Whether the document prints its numbers twice: a value put in is split as those of its file were."""
        return says_twice(row.target for project in self._session.document.projects for row in project.indicators)

    def mark(self, row: int, column: int) -> str:
        """The worst severity of it, "" for none."""
        found = self._problems.get((row, column))
        return gravest(problem.severity for problem in found) if found else ""

    def change(self, label: str, edit: Callable[[Project], Project]) -> None:
        """Edit the project as one step."""
        self._session.apply(label, lambda document: change_project(document, self.project_id, edit))

    def edit_of(self, row: int, column: int, value: Cell) -> Callable[[Project], Project]:
        """The edit that puts `value` into a cell; a category says what it can about its neighbour."""
        field, form = self.columns[column].field, self._session.form
        twice = field == "target" and isinstance(value, str) and self.says_twice()  # which looks at every row

        def edit(project: Project) -> Project:
            old = project.indicators
            new = with_known_level(set_cell(old[row], field, value, twice=twice), field, form)
            return project if new == old[row] else replace(project, indicators=(*old[:row], new, *old[row + 1 :]))

        return edit

    def take(self, row: int, entry: Entry) -> None:
        """Name a row after an entry of the library and fill what is blank in it, as one step."""
        form = self._session.form

        def edit(project: Project) -> Project:
            old = project.indicators
            new = completed_from(old[row], entry, form)
            return project if new == old[row] else replace(project, indicators=(*old[:row], new, *old[row + 1 :]))

        self.change("填入指标", edit)

    def _tell_category(self, before: Indicator, after: Indicator) -> None:
        """A 一级指标 that was there and followed its 二级指标 is not changed in silence."""
        if before.level1 not in ("", after.level1) and before.level2 != after.level2:
            self.followed.emit(f"“{after.level2}”属于“{after.level1}”，一级指标已一并改正，可以一次撤销。")

    def _project_rows(self) -> tuple[Indicator, ...]:
        project = self.project()
        return project.indicators if project else ()

    def _follow(self, before: Document, after: Document) -> None:
        if before.projects is after.projects:
            return
        new = self._project_rows()
        if new is not self._shown:
            for change in row_changes(_keys(self.rows), _keys(new)):
                announce(self, NOTHING, self.rows, new, change)
            self._replace(new)

    def _replace(self, new: tuple[Indicator, ...]) -> None:
        """Take rows that stand where the old ones stood, and tell which cells differ."""
        old, self.rows, self._shown = self.rows, list(new), new
        differing = {
            row: _differing(a, b, self.columns) for row, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b
        }
        for first, last in spans(row for row, columns in differing.items() if columns):
            columns = [column for row in range(first, last + 1) for column in differing[row]]
            self.dataChanged.emit(self.index(first, min(columns)), self.index(last, max(columns)))

    def _mark(self) -> None:
        """Sort the project's findings by cell; one about a whole row stands at the indicator's name."""
        found: dict[Place, list[Problem]] = {}
        places = {field: column for column, field in enumerate(self.fields)}
        for problem in self._session.checked.of(self.project_id):
            _, _, part, row, field, *_ = [*problem.path.split("/"), "", "", ""]
            if part == "indicators" and row:
                found.setdefault((int(row), places.get(field, places["name"])), []).append(problem)
        self._problems = {place: tuple(problems) for place, problems in found.items()}
        self.marked.emit()

    def _sentences(self, row: int, column: int) -> list[str]:
        return [f"{SEVERITY_NAMES[problem.severity]}：{problem.message}" for problem in self.problems(row, column)]

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return item_flags.EDITED if index.isValid() else item_flags.NONE

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (DISPLAY, EDIT):
            return self.text(row, column)
        if role == TIP:
            return tip("\n".join(self._sentences(row, column)))
        if role == SPOKEN:
            return "，".join((self.text(row, column) or "空白", *self._sentences(row, column)))
        return None

    def setData(self, index: Index, value: Cell, role: int = EDIT) -> bool:
        if not index.isValid() or role != EDIT:
            return False
        row, before = index.row(), self.rows[index.row()]
        self.change(f"修改{self.columns[index.column()].label}", self.edit_of(row, index.column(), value))
        self._tell_category(before, self.rows[row])
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != _HORIZONTAL:
            return section + 1 if role == DISPLAY else None
        if role == DISPLAY:
            return self.columns[section].label
        return tip(self.columns[section].help) if role == TIP else None


def _keys(rows: Sequence[Indicator]) -> list[Hashable]:
    """A key for each row that no other has, even in a file where two rows share an id."""
    seen: Counter[str] = Counter()
    keys: list[Hashable] = []
    for row in rows:
        seen[row.id] += 1
        keys.append((row.id, seen[row.id]))
    return keys


def changed_cells(old: Sequence[Indicator], new: Sequence[Indicator], columns: Sequence[Column]) -> list[Place]:
    """The cells of `new` that are not as they were, wherever their rows stood; all cells of rows that are new."""
    known = {row.id: row for row in old}
    return [
        (place, column)
        for place, row in enumerate(new)
        if (before := known.get(row.id)) is not row
        for column in (_differing(before, row, columns) if before else range(len(columns)))
    ]


def _differing(old: Indicator, new: Indicator, columns: Sequence[Column]) -> list[int]:
    return [place for place, column in enumerate(columns) if getattr(old, column.field) != getattr(new, column.field)]
