"""Where the heads of grids and the labels of head tables are likely to stand in a table of an unknown layout."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from pbeditor.model.form import Form
from pbeditor.model.text import fold
from pbeditor.sheet.columns import columns_of, header_row, is_side_head
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_end import grid_end
from pbeditor.sheet.guessing import names_column
from pbeditor.sheet.sheet import Cell, Row
from pbeditor.sheet.subheads import subheads

_ROWS = 400  # of one table that are looked at: a layout shows itself early
_LONGEST = 16  # characters of a label
_WORDED = 3  # cells of a row that make a head, and how many of them must be named by words
_NO_LABEL = frozenset("，。；、？！,;!?≥≤＞＜")


class GridHead(Struct, frozen=True):
    """The head of a grid: its cells, its first row, and where the rows below it begin and end.

    `fields` says of each cell as what the form reads its column; "" where it does not, or takes another for that field.
    """

    cells: tuple[Cell, ...]
    fields: tuple[str, ...]
    top: int
    first: int
    end: int


def grid_head(grid: Grid, labels: Labels) -> GridHead | None:
    """The head that the form knows, else the first row that looks like one; None where there is none."""
    header = header_row(grid, labels)
    if header is None:
        header = next(
            (index for index, row in enumerate(grid.rows[:_ROWS]) if _looks_like_head(row, grid, labels)), None
        )
    if header is None:
        header = _above_categories(grid, labels.form)
    if header is None:
        return None
    below = subheads(grid, header, labels, any_head=True)
    under = {place for cell in below for place in range(cell.column, cell.column + cell.columns)}
    placed = columns_of(grid, header, labels).placed
    heads = [
        cell
        for cell in grid.rows[header].cells
        if cell.text and cell.column not in under and not _stands_aside(grid, header, cell, labels, placed)
    ]
    cells = tuple(sorted((*heads, *below), key=lambda cell: cell.column))
    first = header + 1 + bool(below)
    end = grid_end(grid, first, placed, labels)
    reads = {cell.column: field for field, cell in placed.items()}
    fields = tuple(reads.get(cell.column, "") for cell in cells)
    return GridHead(cells, fields, header, first, end) if first < len(grid.rows) else None


def _stands_aside(grid: Grid, header: int, cell: Cell, labels: Labels, placed: Mapping[str, Cell]) -> bool:
    """Whether a cell in the row of heads heads no column: one that stands beside the rows, or over blanks alone."""
    if is_side_head(grid, header, cell, labels):
        return True
    field = labels.column(grid, cell)
    below = range(header + 1, min(len(grid.rows), header + _ROWS))
    spare = bool(field) and placed[field].column != cell.column and cell.columns == 1
    return spare and not any((each := grid.at(row, cell.column)) and each is not cell and each.text for row in below)


def texts_below(grid: Grid, head: GridHead, cell: Cell) -> Iterator[str]:
    """What stands in the column of a head, blanks left out, the same cell once."""
    last = None
    for index in range(head.first, min(head.end, head.first + _ROWS)):
        below = grid.at(index, cell.column)
        if below is not None and below is not last and below.text and below.column == cell.column:
            yield below.text
        last = below


def labelled_values(rows: Iterable[Row], labels: Labels, grid: Grid) -> Iterator[tuple[Cell, str]]:
    """Cells that announce the one at their right, with its text: labels that the form knows or that look like one."""
    periods = frozenset(map(fold, labels.form.periods))
    for row in rows:
        before: Cell | None = None  # a label that waits for its value
        for cell in row.cells:
            known = bool(labels.head(grid, cell)) or labels.is_money_unit(grid, cell)
            if before is not None and not known:
                if not _is_period(cell.text, periods):
                    yield before, cell.text
                before = None
            elif known or _may_announce(cell.text, periods):
                before = cell if not labels.is_money_unit(grid, cell) else None
            else:
                before = None


def _looks_like_head(row: Row, grid: Grid, labels: Labels) -> bool:
    texts = [cell.text for cell in row.cells if cell.text]
    if len(texts) < _WORDED or len(set(texts)) < len(texts) or any(len(text) > _LONGEST for text in texts):
        return False
    fields = [
        names_column(cell.text)
        for cell in row.cells
        if cell.text and not labels.head(grid, cell) and _is_word(cell.text)
    ]
    named = {field for field in fields if field}
    return len(named) >= _WORDED and len(fields) * 2 > len(texts)


def _above_categories(grid: Grid, form: Form) -> int | None:
    """The row before the first one with a category, where it is wide enough to be a head."""
    for index, row in enumerate(grid.rows[:_ROWS]):
        if any(form.level1(cell.text) or form.level2(cell.text) for cell in row.cells):
            above = [cell.text for cell in grid.rows[index - 1].cells if cell.text] if index else []
            wide = len(above) >= _WORDED and all(len(text) <= _LONGEST and _is_word(text) for text in above)
            return index - 1 if wide else None
    return None


def _may_announce(text: str, periods: frozenset[str]) -> bool:
    return (
        1 < len(text) <= _LONGEST
        and _is_word(text)
        and not _is_period(text, periods)
        and not _NO_LABEL.intersection(text.rstrip("：:"))
    )


def _is_word(text: str) -> bool:
    return any(char.isalpha() for char in text) and not any(char.isdecimal() for char in text)


def _is_period(text: str, periods: frozenset[str]) -> bool:
    key = fold(text)
    return key in periods or (key.endswith(("月底", "季度", "月", "半年")) and len(key) <= _LONGEST)
