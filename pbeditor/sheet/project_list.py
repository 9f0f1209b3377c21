"""A foreign list of several projects with their indicators: each row says in columns of its own whose it is.

Such a list is taken apart into what a form says of each project: its labels with their values, then its indicators.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from pbeditor.sheet.columns import columns_of
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_aside import is_sum
from pbeditor.sheet.grid_end import Part, whole
from pbeditor.sheet.sheet import Cell, Row, Run, Table

_KEYS = ("name", "code")  # one of them says whose a row is
_COUNT = "序号"


def listed(part: Part, labels: Labels) -> Iterator[Part]:
    """The projects of a list, a part each; what stands above or between them, too. Any other part as it is."""
    heads = _heads(part, labels)
    if part.header is None or not heads:
        yield part
        return
    first = _first(part, labels)
    if part.header:
        yield whole(Table(part.table.rows[: part.header]), labels)
    places = {cell.column for cell in heads.values()}
    rows = [_without(row.cells, places) for row in part.table.rows]
    for start, stop, is_project in _groups(part.grid, first, heads, labels):
        if is_project:
            about = _about(part.grid, range(start, stop), heads, labels)
            begun = _without((replace(cell, rows=1) for cell in part.grid.covering(start)), places)
            yield whole(Table((*about, *rows[part.header : first], begun, *rows[start + 1 : stop])), labels)
        else:
            yield whole(Table(part.table.rows[start:stop]), labels)


def list_heads(part: Part, labels: Labels) -> tuple[Row, ...]:
    """The rows of heads of a list, which a table may go on with that a page has cut; () for any other part."""
    if part.header is None or not _heads(part, labels):
        return ()
    return part.table.rows[part.header : _first(part, labels)]


def counts(part: Part, labels: Labels) -> Iterator[str]:
    """What only counts the projects of a list."""
    heads = _heads(part, labels)
    if part.header is not None and _COUNT in heads:
        column = heads[_COUNT].column
        texts = (cell.text for row in part.table.rows[part.header :] for cell in row.cells if cell.column == column)
        yield from (text for text in texts if text == _COUNT or text.isdecimal())


def _first(part: Part, labels: Labels) -> int:
    """The row below the heads."""
    header = part.header or 0
    found = part.columns or columns_of(part.grid, header, labels)
    return header + 1 + bool(found.below)


def _heads(part: Part, labels: Labels) -> dict[str, Cell]:
    """The columns of what is said of the project, by field; none where no column says whose a row is."""
    if part.grid.own or part.header is None:
        return {}
    row = [_head_at(part, cell, labels) for cell in part.grid.covering(part.header)]
    fields = ((labels.head(part.grid, cell), cell) for cell in reversed(row) if not labels.column(part.grid, cell))
    found = {field: cell for field, cell in fields if field}
    if found.keys().isdisjoint(_KEYS) or _are_labels(part, found, labels):
        return {}
    count = next((cell for cell in row if cell.text == _COUNT), None)
    return found | ({_COUNT: count} if count else {})


def _head_at(part: Part, cell: Cell, labels: Labels) -> Cell:
    """A cell of the heads, or the label above one that is blank, as heads are that nobody has merged, or says 合计."""
    above = part.grid.at((part.header or 0) - 1, cell.column)
    field = labels.head(part.grid, above) if above else ""
    if above and ((field and not cell.text and above.columns == 1) or (field == "total" and is_sum(cell.text))):
        return replace(above, column=cell.column, columns=1)
    return cell


def _are_labels(part: Part, found: Mapping[str, Cell], labels: Labels) -> bool:
    """Whether other labels stand below: then it is the head of one project beside its indicators."""
    below = range((part.header or 0) + 1, len(part.grid.rows))
    for field in _KEYS:
        cells = (part.grid.at(index, found[field].column) for index in below) if field in found else ()
        if any(cell and labels.head(part.grid, cell) not in ("", field) for cell in cells):
            return True
    return False


def _groups(grid: Grid, first: int, heads: Mapping[str, Cell], labels: Labels) -> Iterator[tuple[int, int, bool]]:
    """First row and end of what belongs together, and whether it is a project's: a blank name goes on with the last.

    So does a row that says the name or the code again and leaves the other blank.
    """
    columns = [heads[field].column for field in _KEYS if field in heads]
    start, is_project, key = first, False, dict[int, str]()
    for index in range(first, len(grid.rows)):
        cells = [(column, cell) for column in columns if (cell := grid.at(index, column)) and cell.text]
        said = {column: cell.text for column, cell in cells}
        if not said or any(labels.head(grid, cell) for _, cell in cells):
            continue
        if _agree(key, said):
            key |= said
            continue
        if index > start:
            yield start, index, is_project
        is_project = all(cell.column == column and not is_sum(cell.text) for column, cell in cells)
        start, key = index, said
    if start < len(grid.rows):
        yield start, len(grid.rows), is_project


def _agree(key: Mapping[int, str], said: Mapping[int, str]) -> bool:
    """Whether what two rows both say is the same, and something."""
    both = key.keys() & said.keys()
    return bool(both) and all(key[column] == said[column] for column in both)


def _about(grid: Grid, rows: range, heads: Mapping[str, Cell], labels: Labels) -> Iterator[Row]:
    """What the rows of a project say of it, a label and its value in each row; what several say, the first of them.

    The labels of both the name and the code are there, so that it is known as a head; a layout that a person has
    explained may have none of one of them.
    """
    for field in dict.fromkeys((*_KEYS, *heads)):
        if field != _COUNT:
            label = heads[field].runs if field in heads else tuple(map(Run, labels.form.labels[field][:1]))
            cells = (grid.at(index, heads[field].column) for index in rows) if field in heads else ()
            value = next((cell for cell in cells if cell and cell.text and not labels.head(grid, cell)), None)
            yield Row((Cell(label), replace(value or Cell(), column=1, columns=1, rows=1)))


def _without(cells: Iterable[Cell], places: set[int]) -> Row:
    return Row(tuple(cell for cell in cells if cell.column not in places))
