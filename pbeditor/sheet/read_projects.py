"""Which table belongs to which project: a head table begins one, the grids that follow belong to it."""

from collections.abc import Sequence

from msgspec.structs import replace

from pbeditor.model.document import Unit
from pbeditor.sheet.between_tables import BetweenTables
from pbeditor.sheet.columns import header_row
from pbeditor.sheet.gathered_projects import GatheredProjects
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_end import Part, parted, whole
from pbeditor.sheet.group_heads import first_head
from pbeditor.sheet.heading_name import is_sure
from pbeditor.sheet.line_kinds import PROJECT_TITLE
from pbeditor.sheet.passing_line import leads, parts_nothing
from pbeditor.sheet.project_list import counts, list_heads, listed
from pbeditor.sheet.project_notes import NO_FIELD
from pbeditor.sheet.read_grid import HeadedGrid
from pbeditor.sheet.read_head import Head
from pbeditor.sheet.sheet import Row, Table

_NOT_UNDERSTOOD = "这张表没有识别出项目信息或指标，未导入"
_WHOSE = "这张指标表与前面的项目之间隔着别的内容，不知属于哪个项目，未导入"


class ProjectTables:
    """Takes tables and the text between them in their order, and puts what they say into `gathered`."""

    def __init__(self, labels: Labels, gathered: GatheredProjects) -> None:
        self._labels = labels
        self._gathered = gathered
        self._between = BetweenTables(labels.form)
        self._tables = 0
        self._last: HeadedGrid | None = None  # the grid that the next table may go on with
        self._list_heads: tuple[Row, ...] = ()  # of the list of projects that it may go on with
        self._stored: frozenset[tuple[str, str]] = frozenset()  # what the table shows and the number read instead
        self._hidden = ""  # the hidden worksheet of the table
        self._astray: list[Row] = []  # of grids, one behind the other, that belong to no project that we know

    def take(self, table: Table, title: str) -> bool:
        """Whether the table begins or goes on with a project. `title` is that of a project whose table is awaited."""
        gathered = self._gathered
        self._tables += 1
        gathered.where = f"第{self._tables}张表"
        self._stored, self._hidden = frozenset(), table.hidden
        if self._is_elsewhere():
            self._last = None
        found = False
        whole_list, self._list_heads = self._with_list_heads(table), ()
        for number, part in enumerate(parted(whole_list, self._labels)):
            self._list_heads = list_heads(part, self._labels)
            gathered.count(counts(part, self._labels))
            for piece in listed(part, self._labels):
                below = number > 0 and piece is part
                found = self._take_part(piece, "" if number else title, below=below) or found
        self._leave_astray()
        if found:
            gathered.note_shortened(table, self._stored)
        elif gathered.leave_out(table, _NOT_UNDERSTOOD):
            self._between.pass_table()
        return found

    def begin_hidden(self) -> bool:
        """What follows is hidden: it goes on with nothing that one sees. Whether that holds projects."""
        self._last = None
        self._between.begin_hidden()
        return self._gathered.begin_hidden()

    def take_line(self, text: str, *, in_section: bool) -> str:
        """What is left of a line of running text without what it says for the tables that follow."""
        return self._between.take_line(text, in_section=in_section)

    def end_grid(self, text: str) -> None:
        """Text between two tables: unless it says so, as 续表 does, the second one does not go on with the first."""
        if self._between.parts(text):
            self._last = None

    def take_heading(self, text: str) -> bool:
        """Whether a line that has no place may be the name of the project whose table follows."""
        return self._between.take_heading(text)

    def _with_list_heads(self, table: Table) -> Table:
        """The table below the heads of the list that it goes on with, which a page has cut; any other as it is."""
        if not self._list_heads or not self._last:
            return table
        grid = Grid(table)
        if header_row(grid, self._labels) is not None or not self._last.goes_on(grid, told=self._between.is_told):
            return table
        return replace(table, rows=(*self._list_heads, *table.rows))

    def _take_part(self, part: Part, title: str, *, below: bool) -> bool:
        """Take a part of a table and what stands below its indicators, as long as there is something."""
        before = self._last
        found = self._take(part, title, below=below)
        while self._last and self._last is not before and (rest := self._last.rest()):
            before = self._last
            if not self._take(whole(rest, self._labels), "", below=True):
                self._leave_rest(rest)
        return found

    def _leave_rest(self, rest: Table) -> None:
        """List what stands below indicators, unless it is one line that may be the name of the next project."""
        texts = [cell.text for row in rest.rows for cell in row.cells if cell.text]
        if len(texts) > 1 or not self.take_heading(texts[0]):
            self._gathered.note_rest(rest)

    def _take(self, part: Part, title: str, *, below: bool) -> bool:
        """Take a part of a table, or what stands `below` the indicators of one."""
        grid, header = part.grid, part.header
        top = None if header is None else first_head(grid, header, self._labels)
        head = self._head(grid, top, below=below)
        if head:
            self._take_head(head, title, below=below)
        if header is not None:
            above, others = ("", []) if head else self._title_above(grid, top or 0)
            title = "" if head else above or title
            alone = below and not head and not title
            if alone and not all(map(parts_nothing, leads(grid.rows[:top]))):
                self._between.is_apart = True
            self._take_grid(part, header, title, others)
        elif not head and self._goes_on(grid, title, below=below):
            return True
        return bool(head) or header is not None

    def _head(self, grid: Grid, header: int | None, *, below: bool) -> Head | None:
        above = grid.rows if header is None else grid.rows[:header]
        if not above:
            return None
        part, is_above = (grid, False) if header is None else (Grid(Table(above)), True)
        head = Head(part, self._labels, self._between.money, below=below, above=is_above)
        return head if head.is_head() else None

    def _take_head(self, head: Head, title: str, *, below: bool) -> None:
        self._stored |= head.stored()
        if self._completes(head, title, below=below):
            self._gathered.complete(head)
            return
        between = self._between
        between.unit = head.unit() or between.unit
        if not head.own:
            between.money = head.amounts.money_unit or between.money
        self._gathered.begin(head, title, between.unit, self._hidden, head.heading() or between.heading)
        between.begin_project()

    def _completes(self, head: Head, title: str, *, below: bool) -> bool:
        """Whether a head goes on with the last project: below its indicators, or in a second table without a name."""
        last = self._gathered.last
        if head.own or last is None or self._is_elsewhere():
            return False
        new = head.project("", Unit(), self._labels.form.money_unit)
        name = new.name or head.title() or title
        return last.goes_on_with(new, name, below=below, apart=self._between.is_apart)

    def _title_above(self, grid: Grid, header: int) -> tuple[str, list[str]]:
        """The title over a grid without a head, and what else stands there, unless it may be a name itself."""
        title, others = "", []
        texts = [cell.text for row in grid.rows[:header] for cell in row.cells if cell.text]
        for text in texts:
            found = PROJECT_TITLE.match(text)
            title = title or (found["name"] if found else "")
            if not found and (len(texts) > 1 or not self.take_heading(text)):
                others.append(text)
        return title, others

    def _take_grid(self, part: Part, header: int, title: str, others: Sequence[str]) -> None:
        """Indicators of the last project, of one that the title names, or of none that we know.

        The `others` are texts above them that have no place.
        """
        last = self._gathered.last
        is_apart = self._between.is_apart and last and last.rows and last.has_head
        if not title and is_apart and not is_sure(self._between.heading):
            self._astray.extend(part.table.rows)
            self._between.pass_table()
            self._last = None
            return
        for text in others:
            self._gathered.note(self._gathered.where, "ignored", NO_FIELD, text)
        levels = {} if last is None or self._begins(title) else last.levels
        indicators = HeadedGrid(part.grid, header, self._labels, levels, part.columns)
        self._gathered.heads.update((self._gathered.where, text) for text in indicators.heads_over())
        self._add(indicators, title)

    def _goes_on(self, grid: Grid, title: str, *, below: bool) -> bool:
        """Whether a table without labels has gone on with the grid before it."""
        told = self._between.is_told
        if not (told or not title) or not self._last or not self._last.goes_on(grid, told=told, below=below):
            return False
        self._add(self._last.with_rows(grid), "")
        return True

    def _leave_astray(self) -> None:
        """List the grids that belong to no project together: thousands of lines would tell no more."""
        if self._astray:
            self._gathered.leave_out(Table(tuple(self._astray)), _WHOSE)
            self._astray.clear()

    def _add(self, indicators: HeadedGrid, title: str) -> None:
        self._leave_astray()
        last = self._gathered.last
        if self._begins(title):
            self._gathered.begin_by_title(title or self._between.heading, self._between.unit, self._hidden)
        elif title and last and last.rows and not self._between.is_told:
            self._gathered.add_to_same_title(title)
        self._last = indicators
        self._between.begin_grid()
        self._gathered.add(indicators)

    def _begins(self, title: str) -> bool:
        """Whether a grid begins a project of its own."""
        last = self._gathered.last
        if last is None or self._is_elsewhere():
            return True
        if title:
            return title != last.project.name
        return self._between.is_apart and bool(last.rows) and (not last.has_head or is_sure(self._between.heading))

    def _is_elsewhere(self) -> bool:
        """Whether the last project stands in a hidden worksheet and this table does not, or the other way round."""
        last = self._gathered.last
        return last is not None and last.hidden != self._hidden
