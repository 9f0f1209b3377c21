"""Which cell of a grid's head stands for which field: side heads, heads below heads, and groups for other years."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.sheet.columns_by_rows import doubt_of, told_by_rows, with_fourth_level
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Cell, Row
from pbeditor.sheet.subheads import reach, subheads
from pbeditor.sheet.terms import nearness

_MINIMUM = 3  # column labels that make a row the header of a grid
_GROUP = ("level2", "name", "target")  # what a form prints twice, once for each span of years

_GROUPS = "这张表有几组相同的指标列（如中期与年度），已取其中一组（一般是年度），请核对"
_YEARS = "指标值分列几栏，{}“{}”一栏，其余几栏未导入，请核对"
_OWN, _NEAREST, _LATEST = "已取本年度的", "没有本年度的，已取年份最近的", "文件没有写明年度，已取最晚的"


class Columns(Struct, frozen=True):
    """The head's cell for each field, those of a second row of heads, and what a person should look at."""

    placed: dict[str, Cell]
    below: tuple[Cell, ...] = ()
    doubt: str = ""
    heads: tuple[str, ...] = ()  # that the doubt is about, the chosen one first


def is_header(grid: Grid, row: int, labels: Labels) -> bool:
    """Whether a row heads a grid: enough labels, one of a name or a value among them."""
    least = least_labels(labels)
    if len(grid.rows[row].cells) < least:
        return False
    fields = {*grid.fields(row, labels)} - {""}
    return len(fields) >= least and bool(fields & {"name", "target", "number"})


def header_row(grid: Grid, labels: Labels) -> int | None:
    """The row that heads the indicator grid, or None where the table has none."""
    return next((index for index in range(len(grid.rows)) if is_header(grid, index, labels)), None)


def is_head_again(grid: Grid, row: int, labels: Labels) -> bool:
    """Whether a row below a header has as many labels as one, the same one counted again."""
    return sum(map(bool, grid.fields(row, labels))) >= least_labels(labels)


def least_labels(labels: Labels) -> int:
    """In a layout that a person has explained, fewer labels are enough."""
    return _MINIMUM - 1 if labels.form.base else _MINIMUM


def columns_of(grid: Grid, header: int, labels: Labels) -> Columns:
    """The columns of a grid; in our own files the first cell for each field."""
    below = () if grid.own else tuple(subheads(grid, header, labels))
    found = _candidates(grid, header, labels, below)
    if grid.own:
        return Columns({field: cells[0] for field, cells in found.items()})
    over = {id(cell): grid.at(header, cell.column) for cell in below}
    ranked = {field: _ranked(cells, over, labels) for field, cells in found.items()}
    placed = with_fourth_level(grid, header, {field: cells[0] for field, cells in ranked.items()}, labels)
    if group := _group(grid, header, ranked, labels.year):
        placed |= group
        return Columns(placed, below, _GROUPS, tuple(cell.text for cell in group.values()))
    if (value := placed.get("target")) and (heads := _terms_below(value, grid.rows[header], below, labels.year)):
        placed["target"] = replace(value, column=heads[0].column, columns=1, rows=1)
        return _of_years(placed, below, [cell.text for cell in heads], labels.year)
    years = _named_years(ranked.get("target", [])) or _named_terms(ranked.get("target", []), over, labels.year)
    if len(years) > 1:
        return _of_years(placed, below, years, labels.year)
    return Columns(placed, below, *doubt_of(placed, labels))


def _of_years(placed: dict[str, Cell], below: tuple[Cell, ...], heads: Sequence[str], year: int) -> Columns:
    """The columns with a word on which of several years was taken, the first of `heads`."""
    taken, *_ = heads
    near = nearness(taken, year)
    how = _NEAREST if near <= 0 else _OWN if year or near == 1 else _LATEST
    return Columns(placed, below, _YEARS.format(how, taken), tuple(heads))


def is_side_head(grid: Grid, header: int, cell: Cell, labels: Labels) -> bool:
    """Whether a cell of the head stands beside the rows, as 绩效指标 does at the left of some forms, and heads none."""
    rows = range(header + 1, min(header + cell.rows, len(grid.rows)))
    beside = (grid.rows[index] for index in rows if grid.at(index, cell.column) is cell)
    return any(labels.is_level1(each.text) or labels.is_level2(each.text) for row in beside for each in row.cells)


def _candidates(grid: Grid, header: int, labels: Labels, below: tuple[Cell, ...]) -> dict[str, list[Cell]]:
    """The heads for each field; one over others that have a field each stands for no column itself."""
    found: dict[str, list[Cell]] = {}
    ignored = {cell.column for cell in below if labels.is_ignored(cell)}
    ignored |= {cell.column for cell in below if labels.column(grid, cell)}
    row = grid.rows[header].cells if grid.own else grid.covering(header)  # 一级指标 may begin beside groups above
    heads = (cell for cell in row if cell.column not in ignored)
    for cell in (*below, *heads):
        field = labels.column(grid, cell)
        if field and (grid.own or not is_side_head(grid, header, cell, labels)):
            found.setdefault(field, []).append(cell)
    if grid.own:
        return found
    return found | told_by_rows(grid, header, [cell for cell in row if cell.column not in ignored], found, labels)


def _ranked(cells: list[Cell], over: Mapping[int, Cell | None], labels: Labels) -> list[Cell]:
    """Heads below others are more exact than the one they share, the form's own words than others for them.

    Of equals the one nearest to the document's own year comes first.
    """
    if len(cells) == 1:
        return cells

    def rank(cell: Cell) -> tuple[bool, bool, int]:
        near = nearness(cell.text, labels.year) or _nearness_over(cell, over, labels.year)
        return id(cell) not in over, not labels.is_exact(cell), -near

    return sorted(cells, key=rank)


def _nearness_over(cell: Cell, over: Mapping[int, Cell | None], year: int) -> int:
    head = over.get(id(cell))
    return nearness(head.text, year) if head else 0


def _named_terms(values: list[Cell], over: Mapping[int, Cell | None], year: int) -> list[str]:
    """The heads over those of values, such as 年度指标 and 中期指标, where they tell the values apart."""
    heads = [head.text for cell in values if (head := over.get(id(cell)))]
    return heads if len({_nearness_over(cell, over, year) for cell in values}) == len(values) == len(heads) else []


def _named_years(values: list[Cell]) -> list[str]:
    """The heads of values that say a year each, such as 2023年指标值; none where one says no year."""
    named = [cell.text for cell in values if nearness(cell.text) > 1]
    return named if len(named) == len(values) else []


def _terms_below(value: Cell, head: Row, below: tuple[Cell, ...], year: int) -> list[Cell]:
    """The heads of years below that of the value, the nearest to the document's own first; () where there are none."""
    same = [cell for cell in head.cells if cell is value or cell.text == value.text]
    under = [cell for cell in below if any(cell.column in reach(head, each, below) for each in same)]
    ranks = [nearness(cell.text, year) for cell in under]
    return sorted(under, key=lambda cell: -nearness(cell.text, year)) if any(ranks) and len(set(ranks)) > 1 else []


def _group(grid: Grid, header: int, ranked: dict[str, list[Cell]], year: int) -> dict[str, Cell]:
    """Of columns that come once for 中期 and once for 年度 those of the year; the last ones where nothing says which.

    A grid whose first level comes twice as well is two lists side by side.
    """
    several = {field: ranked[field] for field in _GROUP if len(_equal(ranked.get(field, []))) > 1}
    if len(ranked.get("level1", ())) > 1 or not {"name", "target"} <= several.keys():
        return {}
    values = several["target"]
    above = {cell.column: grid.at(header - 1, cell.column) for cell in values}
    near = [nearness(over.text, year) if (over := above[cell.column]) else 0 for cell in values]
    place = near.index(max(near)) if len(set(near)) == len(near) else len(values) - 1
    return {field: cells[min(place, len(cells) - 1)] for field, cells in several.items()}


def _equal(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.text == cells[0].text]
