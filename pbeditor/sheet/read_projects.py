"""Tables become projects: a head table begins one, the grids that follow belong to it."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from pbeditor.model.document import Project, Unit
from pbeditor.model.fillers import says_something
from pbeditor.sheet.finished_projects import finished
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_end import Part, parted, whole
from pbeditor.sheet.group_heads import first_head
from pbeditor.sheet.line_kinds import CONTINUED, PROJECT_TITLE
from pbeditor.sheet.money_line import is_money_line, money_said
from pbeditor.sheet.passing_line import goes_with_money, is_page_number, leads, parts_nothing
from pbeditor.sheet.project_list import counts, listed
from pbeditor.sheet.project_notes import NAMELESS, NO_FIELD, agree, head_notes, hidden_note, named, shortened_notes
from pbeditor.sheet.project_read import ProjectRead
from pbeditor.sheet.read_grid import HeadedGrid
from pbeditor.sheet.read_head import Head
from pbeditor.sheet.read_unit import unit_line
from pbeditor.sheet.remainder import Seen
from pbeditor.sheet.sheet import Note, Table, texts_of


class ProjectTables:
    """Gathers projects from tables in their order, with notes on what is doubtful or has no place."""

    def __init__(self, labels: Labels, ids: Iterator[str]) -> None:
        self._form = labels.form
        self._ids = ids
        self._labels = labels
        self._read: list[ProjectRead] = []
        self._unit = Unit()
        self._tables = 0
        self._last: HeadedGrid | None = None  # the grid that the next table may go on with
        self._told = False  # whether the text since then speaks of a table that a page has cut
        self._stored: frozenset[tuple[str, str]] = frozenset()  # what the table shows and the number read instead
        self._hidden = ""  # the hidden worksheet of the table
        self._apart = False  # whether something that is no project's stands between the last project and what comes
        self._money = ""  # the unit of money that running text names
        self.money_unit = ""
        self.periods: tuple[str, ...] = ()  # of the first plan
        self.notes: list[Note] = []
        self.heads: set[Seen] = set()  # that only name what stands below them
        self.parts: Counter[Seen] = Counter()  # how often a text was put with others to a value, or counts projects

    @property
    def where(self) -> str:
        """The place reached so far, for a person."""
        return f"第{self._tables}张表" if self._tables else "正文"

    def take(self, table: Table, title: str) -> bool:
        """Whether the table begins or goes on with a project. `title` is that of a project whose table is awaited."""
        self._tables += 1
        self._stored, self._hidden = frozenset(), table.hidden
        if self._is_elsewhere():
            self._last = None
        found = False
        for number, part in enumerate(parted(table, self._labels)):
            self.parts.update((self.where, text) for text in counts(part, self._labels))
            for piece in listed(part, self._labels):
                below = number > 0 and piece is part
                found = self._take_part(piece, "" if number else title, below=below) or found
        if not found and (text := _joined(table)):
            self._leave_out(table, "这张表没有识别出项目信息或指标，未导入", text)
            self._apart = True
        elif found:
            project = self._read[-1].project
            self.notes.extend(shortened_notes(table, self._stored, named(len(self._read), project), project))
        return found

    def begin_hidden(self) -> bool:
        """What follows is hidden: it goes on with nothing that one sees. Whether that holds projects."""
        self._unit, self._money, self._last, self._told, self._apart = Unit(), "", None, False, True
        if self._read:
            self.periods = self.periods or self._form.periods
        return bool(self._read)

    def take_line(self, text: str, *, in_section: bool) -> str:
        """What is left of a line of running text without what it says for the tables that follow: units, of money too.

        Inside a section only a unit of money that stands alone is no part of its text; after a title it is none either.
        """
        unit, money = (None, "") if in_section else unit_line(text, self._form)
        rest, stated = money_said(text)
        if stated and not (unit or money) and (not rest or goes_with_money(rest)):
            money = stated
        self._unit = unit or self._unit
        self._money = money or self._money
        return ("" if unit else rest) if unit or money else text

    def end_grid(self, text: str) -> None:
        """Text between two tables: unless it says so, as 续表 does, the second one does not go on with the first.

        Any text but a unit, a remark and the like parts them altogether: then the second one may be no project's. The
        number of a page is no text.
        """
        if is_page_number(text):
            return
        title = PROJECT_TITLE.match(text)
        self._told = CONTINUED.fullmatch(text[title.end() :] if title else text) is not None
        if not self._told:
            self._last = None
            self._apart = self._apart or not (
                parts_nothing(text) or any(unit_line(text, self._form)) or is_money_line(text)
            )

    def _take_part(self, part: Part, title: str, *, below: bool) -> bool:
        """Take a part of a table and what stands below its indicators, as long as there is something."""
        before = self._last
        found = self._take(part, title, below=below)
        while self._last and self._last is not before and (rest := self._last.rest()):
            before = self._last
            if not self._take(whole(rest, self._labels), "", below=True):
                self._note_rest(rest)
        return found

    def _note_rest(self, rest: Table) -> None:
        project = self._read[-1].project
        where, place = named(len(self._read), project), f"projects/{project.id}"
        for text in (cell.text for row in rest.rows for cell in row.cells if says_something(cell.text)):
            self.note(where, "ignored", NO_FIELD, text, place)

    def _take(self, part: Part, title: str, *, below: bool) -> bool:
        """Take a part of a table, or what stands `below` the indicators of one."""
        grid, header = part.grid, part.header
        top = None if header is None else first_head(grid, header, self._labels)
        head = self._head(grid, top, below=below)
        if head:
            self._stored |= head.stored()
        if head and self._completes(head, title, below=below):
            self._complete(head)
        elif head:
            self._begin(head, title)
        if header is not None:
            title = "" if head else self._title_above(grid, top or 0) or title
            alone = below and not head and not title
            self._apart = self._apart or (alone and not all(map(parts_nothing, leads(grid.rows[:top]))))
            self._take_grid(part, header, title)
        elif (
            not head
            and (self._told or not title)
            and self._last
            and self._last.goes_on(grid, told=self._told, below=below)
        ):
            self._go_on(self._last.with_rows(grid), "")
            return True
        return bool(head) or header is not None

    def _take_grid(self, part: Part, header: int, title: str) -> None:
        """Indicators of the last project, of one that the title names, or of none that we know."""
        if not title and self._apart and self._read and self._read[-1].rows and self._read[-1].has_head:
            message = "这张指标表与前面的项目之间隔着别的内容，不知属于哪个项目，未导入"
            self._leave_out(part.table, message, _joined(part.table))
            self._last = None
            return
        levels = {} if self._begins(title) else self._read[-1].levels
        indicators = HeadedGrid(part.grid, header, self._labels, levels, part.columns)
        self.heads.update((self.where, text) for text in indicators.heads_over())
        self._go_on(indicators, title)

    def _leave_out(self, table: Table, message: str, text: str) -> None:
        self.notes.append(Note(self.where, "ignored", message, text, rows=texts_of(table)))

    def _begins(self, title: str) -> bool:
        """Whether a grid begins a project of its own."""
        if not self._read or self._is_elsewhere():
            return True
        last = self._read[-1]
        return title != last.project.name if title else self._apart and bool(last.rows) and not last.has_head

    def _is_elsewhere(self) -> bool:
        """Whether the last project stands in a hidden worksheet and this table does not, or the other way round."""
        return bool(self._read) and self._read[-1].hidden != self._hidden

    def _completes(self, head: Head, title: str, *, below: bool) -> bool:
        """Whether a head goes on with the last project: below its indicators, or in a second table without a name."""
        if head.own or not self._read or self._is_elsewhere():
            return False
        new = head.project("", Unit(), self._form.money_unit)
        name = new.name or head.title() or title
        return self._read[-1].goes_on_with(new, name, below=below, apart=self._apart)

    def _title_above(self, grid: Grid, header: int) -> str:
        """The title over a grid without a head; what else stands there is listed."""
        title = ""
        for cell in (cell for row in grid.rows[:header] for cell in row.cells if cell.text):
            found = PROJECT_TITLE.match(cell.text)
            title = title or (found["name"] if found else "")
            if not found:
                self.note(self.where, "ignored", NO_FIELD, cell.text)
        return title

    def accounts_for(self, part: Seen) -> bool:
        """Whether a text is known to be a part of a value or a count; each is asked for once."""
        left = self.parts.get(part, 0)
        if left:
            self.parts[part] = left - 1
        return left > 0

    def own_periods(self) -> tuple[str, ...]:
        """The periods of the plans where they are not the form's; more of them, or fewer, do not count as others."""
        return () if agree(self.periods, self._form.periods) else self.periods

    def note(self, where: str, kind: str, message: str, original: str = "", place: str = "") -> None:
        """Add a line to the import report."""
        self.notes.append(Note(where, kind, message, original, place))

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

    def _head(self, grid: Grid, header: int | None, *, below: bool) -> Head | None:
        above = grid.rows if header is None else grid.rows[:header]
        if not above:
            return None
        head = Head(grid if header is None else Grid(Table(above)), self._labels, self._money, below=below)
        return head if head.is_head() else None

    def _begin(self, head: Head, title: str) -> None:
        self._unit = head.unit() or self._unit
        if not head.own:
            self._money = head.money_unit or self._money
        self.money_unit = self.money_unit or (head.money_unit if head.own else self._form.money_unit)
        self.periods = self.periods or head.period_labels()
        project = head.project(next(self._ids), self._unit, self.money_unit)
        if not head.own:
            project = replace(project, name=project.name or head.title() or title)
        self._read.append(ProjectRead(project, [], has_head=True, levels={}, hidden=self._hidden))
        self._apart = False
        if not head.own:
            self._note_head(head)
            if not (project.name or project.code):
                self.note(self.where, "missing", NAMELESS, place=f"projects/{project.id}")

    def _complete(self, head: Head) -> None:
        """Put into the last project what a head says that stands below its indicators or in a second table."""
        read = self._read[-1]
        self.money_unit = self.money_unit or self._form.money_unit
        self.periods = self.periods or head.period_labels()
        read.complete(head.project(read.project.id, read.project.unit, self.money_unit))
        self._note_head(head)

    def _note_head(self, head: Head) -> None:
        project = self._read[-1].project
        self.heads.update((self.where, text) for text in head.headings())
        self.notes.extend(head_notes(head, project, named(len(self._read), project), self.money_unit, self.periods))

    def _go_on(self, indicators: HeadedGrid, title: str) -> None:
        if self._begins(title):
            project = Project(next(self._ids), unit=self._unit, name=title)
            self._read.append(ProjectRead(project, [], has_head=False, levels={}, hidden=self._hidden))
            self.note(self.where, "missing", "指标表前没有项目基本信息，已按标题新建项目", title)
        elif title and self._read[-1].rows and not self._told:
            self.note(self.where, "guessed", "标题与上一张表相同，指标已并入上一个项目，请核对", title)
        self._last, self._told, self._apart = indicators, False, False
        self._add(indicators)
        read = self._read[-1]
        read.levels = indicators.levels

    def _add(self, indicators: HeadedGrid) -> None:
        read = self._read[-1]
        where, place = named(len(self._read), read.project), f"projects/{read.project.id}/indicators"
        given_up: dict[str, None] = {}
        moved = False
        for row in indicators.rows():
            read.rows.append(row)
            self.parts.update((self.where, part) for part in row.parts)
            moved = moved or row.moved
            given_up |= {row.lost: None} if row.lost else {}
            for text in row.extra:
                self.note(
                    f"{where}绩效指标第{len(read.rows)}行", "ignored", "这一列没有对应的栏目，未导入", text, place
                )
        if moved:
            message = "这张表的指标级次与表样不同，已按类别名称归位，请核对一级、二级指标"
            self.note(where, "guessed", message, "、".join(given_up), place)
        for message, text in indicators.doubts():
            self.note(where, "guessed", message, text, place)
        if indicators.doubt:
            self.note(where, "guessed", indicators.doubt, indicators.doubted, place)
        for text in indicators.left_over():
            self.note(where, "ignored", NO_FIELD, text, place)
        for text in indicators.unfilled():
            self.note(where, "ignored", "这个类别下没有指标，未导入", text, place)


def _joined(table: Table) -> str:
    return " / ".join(cell.text for row in table.rows for cell in row.cells if cell.text)
