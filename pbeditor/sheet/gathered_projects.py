"""Projects put together from heads and grids in the order in which these are found, with the import report."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pbeditor.model.document import Project, Unit
from pbeditor.model.fillers import says_something
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.sheet.finished_projects import finished
from pbeditor.sheet.grid_notes import grid_notes
from pbeditor.sheet.project_notes import NAMELESS, NO_FIELD, agree, head_notes, hidden_note, named, shortened_notes
from pbeditor.sheet.project_read import ProjectRead
from pbeditor.sheet.read_grid import HeadedGrid
from pbeditor.sheet.read_head import Head
from pbeditor.sheet.remainder import Seen
from pbeditor.sheet.sheet import Note, Table, texts_of

_BY_TITLE = "指标表前没有项目基本信息，已按标题新建项目"
_BY_NOTHING = "指标表前没有项目基本信息，已按一个没有名称的新项目导入，请核对是不是"
_BY_HEADING = "表里没有写项目名称，已取表前的标题，请核对"
_OF_ALL = pattern(r"(?:.{0,20}(?:部门|单位)[）)]?)?整体(?:支出|预算)?")  # the name in the title 部门整体支出绩效目标表
_NO_PROJECT = "这张表像是整个部门的，不是一个项目的，已作为一个项目导入，请核对要不要"
_SAME_TITLE = "标题与上一张表相同，指标已并入上一个项目，请核对"


class GatheredProjects:
    """The projects so far, and what a person should look at."""

    def __init__(self, form: Form, ids: Iterator[str]) -> None:
        self._form = form
        self._ids = ids
        self._read: list[ProjectRead] = []
        self._periods: tuple[str, ...] = ()  # of the first plan
        self._parts: Counter[Seen] = Counter()  # how often a text was put with others to a value, or counts projects
        self.where = "正文"  # the place reached so far, for a person
        self.money_unit = ""
        self.notes: list[Note] = []
        self.heads: set[Seen] = set()  # that only name what stands below them

    @property
    def last(self) -> ProjectRead | None:
        """The project that a table may go on with."""
        return self._read[-1] if self._read else None

    def begin(self, head: Head, title: str, unit: Unit, hidden: str, heading: str) -> None:
        """A project of its own head; `unit`, `title` and at last `heading` count where the head names none."""
        self.money_unit = self.money_unit or (head.amounts.money_unit if head.own else self._form.money_unit)
        self._periods = self._periods or head.period_labels()
        project = head.project(next(self._ids), unit, self.money_unit)
        if not head.own:
            project = replace(project, name=project.name or head.title() or title)
        self._read.append(ProjectRead(project, [], has_head=True, levels={}, hidden=hidden))
        if not head.own:
            if heading and not project.name:
                project = self._read[-1].project = replace(project, name=heading)
                self.note(self._where_last, "guessed", _BY_HEADING, heading, f"projects/{project.id}/name")
            self._note_head(head)
            if not (project.name or project.code):
                self.note(self.where, "missing", NAMELESS, place=f"projects/{project.id}")
            if _OF_ALL.fullmatch(project.name):
                self.note(self._where_last, "guessed", _NO_PROJECT, project.name, f"projects/{project.id}/name")

    def begin_by_title(self, title: str, unit: Unit, hidden: str) -> None:
        """A project without a head, perhaps without a title."""
        project = Project(next(self._ids), unit=unit, name=title)
        self._read.append(ProjectRead(project, [], has_head=False, levels={}, hidden=hidden))
        message = _BY_TITLE if title else _BY_NOTHING
        self.note(self.where, "missing", message, title, f"projects/{project.id}/name")

    def complete(self, head: Head) -> None:
        """Put into the last project what a head says that stands below its indicators or in a second table."""
        read = self._read[-1]
        self.money_unit = self.money_unit or self._form.money_unit
        self._periods = self._periods or head.period_labels()
        read.complete(head.project(read.project.id, read.project.unit, self.money_unit))
        self._note_head(head)

    def begin_hidden(self) -> bool:
        """What follows must not tell the periods of what one sees. Whether that holds projects."""
        if self._read:
            self._periods = self._periods or self._form.periods
        return bool(self._read)

    def add(self, indicators: HeadedGrid) -> None:
        """Put the rows of a grid into the last project."""
        read = self._read[-1]
        rows, first = [*indicators.rows()], len(read.rows) + 1
        read.rows += rows
        read.levels = indicators.levels
        self.count(part for row in rows for part in row.parts)
        self.notes.extend(grid_notes(indicators, rows, first, self._where_last, read.project.id))

    def add_to_same_title(self, title: str) -> None:
        """Tell that a grid under the title of the last project goes on with it."""
        self.note(self.where, "guessed", _SAME_TITLE, title)

    def note(self, where: str, kind: str, message: str, original: str = "", place: str = "") -> None:
        """Add a line to the import report."""
        self.notes.append(Note(where, kind, message, original, place))

    def note_rest(self, rest: Table) -> None:
        """List what stands below the indicators of the last project and belongs to nothing."""
        place = f"projects/{self._read[-1].project.id}"
        for text in (cell.text for row in rest.rows for cell in row.cells if says_something(cell.text)):
            self.note(self._where_last, "ignored", NO_FIELD, text, place)

    def note_shortened(self, table: Table, stored: frozenset[tuple[str, str]]) -> None:
        """List the numbers of the last project's table that show less than they are."""
        self.notes.extend(shortened_notes(table, stored, self._where_last, self._read[-1].project))

    def leave_out(self, table: Table, message: str) -> bool:
        """List a whole table. Whether there is a text in it."""
        text = " / ".join(cell.text for row in table.rows for cell in row.cells if cell.text)
        if text:
            self.notes.append(Note(self.where, "ignored", message, text, rows=texts_of(table)))
        return bool(text)

    def count(self, parts: Iterable[str]) -> None:
        """Remember texts that only count projects, or were put with others to a value."""
        self._parts.update((self.where, part) for part in parts)

    def accounts_for(self, part: Seen) -> bool:
        """Whether a text is known to be a part of a value or a count; each is asked for once."""
        left = self._parts.get(part, 0)
        if left:
            self._parts[part] = left - 1
        return left > 0

    def own_periods(self) -> tuple[str, ...]:
        """The periods of the plans where they are not the form's; more of them, or fewer, do not count as others."""
        return () if agree(self._periods, self._form.periods) else self._periods

    def projects(self) -> tuple[Project, ...]:
        """All projects; values are split here, with the habit of the whole document."""
        hidden = [(n, read) for n, read in enumerate(self._read, 1) if read.hidden]
        self.notes.extend(hidden_note(named(n, read.project), read.project, read.hidden) for n, read in hidden)
        projects, notes = finished(self._read, len(self.own_periods() or self._form.periods), self._ids)
        self.notes.extend(notes)
        return projects

    def hidden(self) -> dict[str, str]:
        """The hidden worksheets of projects that were read of one, by the ids of these."""
        return {read.project.id: read.hidden for read in self._read if read.hidden}

    @property
    def _where_last(self) -> str:
        return named(len(self._read), self._read[-1].project)

    def _note_head(self, head: Head) -> None:
        project = self._read[-1].project
        self.heads.update((self.where, text) for text in head.headings())
        self.notes.extend(head_notes(head, project, self._where_last, self.money_unit, self._periods))
