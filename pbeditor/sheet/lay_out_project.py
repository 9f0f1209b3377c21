"""The two tables of one project: the head with money, plan and goals, and the indicator grid."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, call
from typing import Any, TypeVar

from msgspec import Struct

from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.form import Box, Column, Form
from pbeditor.sheet import sheet
from pbeditor.sheet.grid_widths import grid_widths
from pbeditor.sheet.head_widths import head_widths
from pbeditor.sheet.lay_out_lines import table_room
from pbeditor.sheet.plan_lines import PERIODS, PLAN, a_line, lines_for, shares, with_lines
from pbeditor.sheet.sheet import Build, Cell, Row, Run, Table
from pbeditor.sheet.style import USUAL, Style, value_runs

# How each field of `Box` reads from a project; unit, money_unit, periods and plan are cells of their own kind.
_TEXTS: dict[str, Callable[[Project], str]] = {
    "code": lambda project: project.code,
    "name": lambda project: project.name,
    "total": lambda project: project.budget.total,
    "fiscal": lambda project: project.budget.fiscal,
    "other": lambda project: project.budget.other,
    "purpose": lambda project: project.purpose,
    "goals": lambda project: project.goals,
}


_PLANS = (PERIODS, PLAN)
_KEPT = 512  # cells of a column; the projects of a document say much alike
Ready = tuple[tuple[tuple[int, Box, Cell | None], ...], ...]
Key = TypeVar("Key")


class _Grid(Struct, frozen=True):
    """What the grids of a form have in common; `pens` make the cells of all columns but that of 一级指标."""

    head: Row
    values: Callable[[Indicator], tuple[Any, ...]]  # for the pens, and one more
    pens: tuple[Callable[[Any], Cell], ...]
    first: int | None  # where the column of 一级指标 is, whose cells are for several rows
    align: str  # of that column


class ProjectTables:
    """Makes the tables of each project of a document; those alike in how they are built are told so."""

    def __init__(self, document: Document, form: Form, style: Style = USUAL) -> None:
        self._document, self._form = document, form
        self._boxes: dict[int, tuple[Ready, int]] = {}  # with the lines of the plan, by the number of periods
        self._room = table_room(form.layout, style)
        self._head_widths = head_widths(form.layout, placed_boxes(form.layout.head), document.projects, self._room)
        self._grid = _grid(form.columns, style)
        self._widths = grid_widths(form.layout, form.columns, self._room)
        self._heads: dict[int, Build] = {}  # by the number of periods
        self._grids: dict[tuple[int, ...], Build] = {}  # by the rows of each group

    def head(self, project: Project) -> Table:
        """The head as the form's layout describes it."""
        periods = _period_count(project, self._form)
        ready, lines = self._boxes.get(periods) or self._learned(periods)
        rows = _head_rows(project, self._document, self._form, ready, lines)
        table = Table(tuple(rows), self._head_widths)
        return _built_alike(table, self._heads, periods)

    def _learned(self, periods: int) -> tuple[Ready, int]:
        """The boxes of a head with so many periods."""
        layout = self._form.layout
        plans = (each.plan for each in self._document.projects if _period_count(each, self._form) == periods)
        lines = lines_for(layout, self._room / layout.head_columns, periods, plans)
        self._boxes[periods] = _ready_boxes(with_lines(layout.head, lines)), lines
        return self._boxes[periods]

    def grid(self, project: Project) -> Table:
        """The indicator grid; equal 一级指标 that follow one another are merged down."""
        groups = _groups(project.indicators)
        rows = (self._grid.head, *_grid_rows(groups, self._grid))
        return _built_alike(Table(rows, self._widths), self._grids, tuple(map(len, groups)))


def _built_alike(table: Table, known: dict[Key, Build], key: Key) -> Table:
    build = known.get(key)
    if build is None:
        known[key] = table.build
        return table
    return table.built_as(build)


@lru_cache(maxsize=16)
def placed_boxes(head: tuple[tuple[Box, ...], ...]) -> tuple[tuple[tuple[int, Box], ...], ...]:
    """The boxes of each row of the head with the grid column in which they begin."""
    covered: dict[int, int] = {}  # grid column -> rows it is still covered from above
    rows = []
    for boxes in head:
        place, row = 0, []
        for box in boxes:
            while covered.get(place):
                place += 1
            row.append((place, box))
            for column in range(place, place + box.columns):
                covered[column] = box.rows
            place += box.columns
        covered = {column: rows - 1 for column, rows in covered.items()}
        rows.append(tuple(row))
    return tuple(rows)


def _head_rows(project: Project, document: Document, form: Form, ready: Ready, lines: int) -> Iterator[Row]:
    told: Counter[str] = Counter()
    for boxes in ready:
        cells: list[Cell] = []
        for place, box, label in boxes:
            if label:
                cells.append(label)
            elif box.field in _PLANS:
                cells += _period_cells(box, place, _period_texts(box, project, form), (told[box.field], lines))
                told[box.field] += 1
            else:
                runs, role = _content(box, project, document, form)
                cells.append(Cell(runs, place, box.columns, box.rows, role, box.align, box.frame))
        yield Row(tuple(cells))


@lru_cache(maxsize=16)
def _ready_boxes(head: tuple[tuple[Box, ...], ...]) -> Ready:
    """The boxes with their places, and the cell of each that says the same for all projects."""
    return tuple(tuple((place, box, _label_of(box, place)) for place, box in boxes) for boxes in placed_boxes(head))


def _label_of(box: Box, place: int) -> Cell | None:
    if not box.label or box.field in _PLANS:
        return None
    return _label(box.label, place, box.columns, box.rows, box.align, box.frame)


@lru_cache(maxsize=256)
def _label(text: str, place: int, columns: int, rows: int, align: str, frame: bool) -> Cell:
    """A label that all projects share."""
    return Cell((Run(text),), place, columns, rows, sheet.LABEL, "center" if align == "left" else align, frame)


def _content(box: Box, project: Project, document: Document, form: Form) -> tuple[tuple[Run, ...], str]:
    if box.field == "unit":
        parts = ((project.unit.code, sheet.CODE), (project.unit.name, sheet.NAME))
        return tuple(Run(text, role) for text, role in parts if text), sheet.VALUE
    if box.field == "money_unit":
        return (Run(form.labels["money_unit"][0] + document.money_unit),), sheet.LABEL
    text = _TEXTS[box.field](project)
    return (Run(text),) if text else (), sheet.VALUE


def _period_count(project: Project, form: Form) -> int:
    return max(len(form.periods), len(project.plan), 1)


def _period_texts(box: Box, project: Project, form: Form) -> list[str]:
    count = _period_count(project, form)
    if box.field == PERIODS:
        return [form.period(index) for index in range(count)]
    return [*project.plan, *[""] * (count - len(project.plan))]


def _period_cells(box: Box, place: int, texts: list[str], line: tuple[int, int]) -> Iterator[Cell]:
    """The cells of one line of so many; what a last line leaves of the width is a blank cell that is nothing."""
    index, lines = line
    wanted = a_line(len(texts), lines)
    texts = texts[index * wanted : (index + 1) * wanted]
    # More periods than the row has grid columns: the last cell takes what is left, so that nothing is lost.
    if wanted > box.columns:
        texts = [*texts[: box.columns - 1], "、".join(texts[box.columns - 1 :])]
    role = sheet.LABEL if box.field == PERIODS else sheet.VALUE
    edges = [place + edge for edge in shares(box.columns, min(wanted, box.columns))]
    for text, left, right in zip(texts, edges, edges[1:], strict=False):
        yield _cell_of(text, left, right - left, box.rows, role, box.align)
    if (end := edges[len(texts)]) < edges[-1]:
        yield Cell((), end, edges[-1] - end, box.rows)


@lru_cache(maxsize=_KEPT)
def _cell_of(text: str, place: int, columns: int, rows: int, role: str, align: str) -> Cell:
    """A cell of one run."""
    return Cell((Run(text),) if text else (), place, columns, rows, role, align)


@lru_cache(maxsize=4)
def _grid(columns: tuple[Column, ...], style: Style) -> _Grid:
    heads = tuple(_label(column.label, place, 1, 1, "center", frame=True) for place, column in enumerate(columns))
    first = next((place for place, column in enumerate(columns) if column.field == "level1"), None)
    others = [(place, column) for place, column in enumerate(columns) if place != first]
    return _Grid(
        Row(heads, header=True),
        attrgetter(*[column.field for _, column in others], "id"),  # it makes a tuple of two and more
        tuple(lru_cache(maxsize=_KEPT)(_pen(place, column, style)) for place, column in others),
        first,
        "" if first is None else columns[first].align,
    )


def _pen(place: int, column: Column, style: Style) -> Callable[[Any], Cell]:
    """What makes the cell of a value in this column."""
    if column.field == "target":
        return lambda target: Cell(value_runs(target, style), place, role=sheet.VALUE, align=column.align)
    return lambda text: Cell((Run(text),) if text else (), place, role=sheet.VALUE, align=column.align)


def _groups(indicators: tuple[Indicator, ...]) -> list[tuple[Indicator, ...]]:
    """The rows that share a cell of 一级指标; one without it stands alone."""
    groups = groupby(indicators, key=lambda row: (row.level1, "" if row.level1 else row.id))
    return [tuple(group) for _, group in groups]


def _grid_rows(groups: list[tuple[Indicator, ...]], grid: _Grid) -> Iterator[Row]:
    values, pens, first = grid.values, grid.pens, grid.first
    for group in groups:
        rows = [tuple(map(call, pens, values(row))) for row in group]
        if first is not None:
            merged = _cell_of(group[0].level1, first, 1, len(rows), sheet.VALUE, grid.align)
            rows[0] = (*rows[0][:first], merged, *rows[0][first:])
        yield from map(Row, rows)
