"""Where the rows of indicators end: what stands below them in the same table belongs to the head or to nobody."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pbeditor.model.fillers import is_filler, says_something
from pbeditor.model.patterns import pattern
from pbeditor.sheet.columns import Columns, columns_of, header_row, is_head_again, is_header
from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.line_kinds import CONTINUED
from pbeditor.sheet.passing_line import FOOT
from pbeditor.sheet.sheet import Cell, Table

_FOOT = pattern(rf"[^:]{{2,12}}:.*|{FOOT}")


class Part(NamedTuple):
    """A part of a table with what is known of it: the row that heads its grid, and the columns of this grid."""

    table: Table
    grid: Grid
    header: int | None = None
    columns: Columns | None = None


def whole(table: Table, labels: Labels) -> Part:
    """A table that is not to be cut."""
    grid = Grid(table)
    return Part(table, grid, header_row(grid, labels))


def parted(table: Table, labels: Labels) -> Iterator[Part]:
    """The table cut where labels of a head stand below indicators, and where indicators go on below these.

    So it is above a heading with a header right below, which begins a grid of its own. In one pass, for what is left
    to be read again below each grid takes minutes where there are thousands; mostly the table alone.
    """
    part = Part(table, Grid(table))
    grid = part.grid
    if grid.own:
        yield whole(table, labels)
        return
    levels: list[int] = []  # the columns of the categories in the indicators that are gone through
    above: list[int] = []  # the same for the indicators above such labels
    start = first = 0  # the rows with which the part begins, and the indicators of its last grid
    found = Columns({})  # the columns of this grid
    below = -1  # the second row of a head, which may have as many labels as one
    for index in range(len(table.rows)):
        if index == below:
            continue
        if is_header(grid, index, labels):
            if levels and _is_heading(grid, index - 1, first, found.placed, labels):
                yield _rows_of(part, start, index - 1)
                part, start = Part(table, grid), index - 1
            found = columns_of(grid, index, labels)
            below = index + 1 if found.below else -1
            levels, above, first = _levels(found.placed), [], index + 1 + bool(found.below)
            part = part if part.columns else part._replace(header=index, columns=found)
            continue
        if levels and _is_of_head(grid, index, levels, labels):
            levels, above = [], levels
        elif above and _has_category(grid, index, above, labels):
            levels, above = above, []
        else:
            continue
        yield _rows_of(part, start, index)
        part, start = Part(table, grid), index
    yield _rows_of(part, start, len(table.rows)) if start else part


def _rows_of(part: Part, start: int, stop: int) -> Part:
    table = Table(part.table.rows[start:stop], part.table.widths)
    return Part(table, Grid(table), None if part.header is None else part.header - start, part.columns)


def grid_end(grid: Grid, first: int, columns: Mapping[str, Cell], labels: Labels) -> int:
    """The row below the last indicator of the rows from `first` on.

    A label of the head at the left ends them; so does, below the last row of a category, one that starts with another
    word there and has no indicator in it, and any such row with a header right below.
    """
    levels = _levels(columns)
    rows = range(first, len(grid.rows))
    end = next((index for index in rows if levels and _is_of_head(grid, index, levels, labels)), len(grid.rows))
    known = [index for index in rows[: end - first] if _has_category(grid, index, levels, labels)]
    if not known:
        return end
    with_category = frozenset(known)
    for index in range(first, end):
        if index not in with_category and _is_closing(grid, index, levels, columns):
            again = index + 1 < len(grid.rows) and is_head_again(grid, index + 1, labels)
            if index > known[-1] or (index > first and again):
                return index
    return end


def _is_heading(grid: Grid, index: int, first: int, columns: Mapping[str, Cell], labels: Labels) -> bool:
    """Whether a row above a header ends the indicators from `first` on, as `grid_end` tells."""
    levels = _levels(columns)
    if index <= first or not levels or _has_category(grid, index, levels, labels):
        return False
    known = any(_has_category(grid, above, levels, labels) for above in range(first, index))
    return known and _is_closing(grid, index, levels, columns)


def _levels(columns: Mapping[str, Cell]) -> list[int]:
    """The columns of the categories where they are the first ones of the grid; else a row begins with other texts."""
    levels = [columns[field].column for field in ("level1", "level2") if field in columns]
    return levels if levels and min(levels) == min(cell.column for cell in columns.values()) else []


def _lead(grid: Grid, index: int, levels: list[int]) -> Cell | None:
    """The first text of a row, where it stands in the first column of the grid or before it."""
    lead = next((cell for cell in grid.rows[index].cells if cell.text), None)
    return lead if lead and lead.column <= min(levels) else None


def _is_of_head(grid: Grid, index: int, levels: list[int], labels: Labels) -> bool:
    """Whether a row begins with a label of the head, which no category is called."""
    lead = _lead(grid, index, levels)
    if lead is None or _has_category(grid, index, levels, labels):
        return False
    return bool(labels.head(grid, lead) or labels.glued(grid, lead))


def _has_category(grid: Grid, index: int, levels: list[int], labels: Labels) -> bool:
    cells = (grid.at(index, column) for column in levels)
    return any(cell and (labels.is_level1(cell.text) or labels.is_level2(cell.text)) for cell in cells)


def _is_closing(grid: Grid, index: int, levels: list[int], columns: Mapping[str, Cell]) -> bool:
    """Whether a row starts as lines below a table do, or has neither name nor value of an indicator."""
    lead = _lead(grid, index, levels)
    if lead is None or is_filler(lead.text) or CONTINUED.fullmatch(lead.text):
        return False
    name = "name" if "name" in columns else "level2"
    cells = (grid.at(index, columns[field].column) for field in (name, "target", "number") if field in columns)
    own = [cell.text for cell in cells if cell and cell is not lead and _starts_in(columns, cell)]
    return _FOOT.fullmatch(label_key(lead.text)) is not None or not any(map(says_something, own))


def _starts_in(columns: Mapping[str, Cell], cell: Cell) -> bool:
    """Whether a cell has one column for itself; a wide one is a remark's."""
    covered = [each for each in columns.values() if cell.column <= each.column < cell.column + cell.columns]
    return len(covered) == 1
