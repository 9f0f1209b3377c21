"""A head table whose labels stand with their values in one cell, such as 资金总额：250万元, set apart in two."""

from msgspec.structs import replace

from pbeditor.sheet.grid import SHORT, Grid, Labels, label_key
from pbeditor.sheet.sheet import Cell, Row, Run, Table

_TWO = 2  # columns for a label and its value
_MOST = 1_000_000  # places of a table that is widened for more


def unglued(grid: Grid, labels: Labels) -> Grid:
    """The grid with a label and its value in one cell, such as 资金总额：250万元, set apart in two.

    So are several of both in one. Each column becomes as many as that takes. What follows a label that waits for its
    value stays whole, unless it is short.
    """
    glued = {id(cell): _pairs(grid, cell, labels) for row in grid.rows for cell in row.cells}
    if not any(glued.values()):
        return grid
    rows, wide = [], 2 * max(map(len, glued.values()))
    if wide > _TWO and wide * sum(cell.columns * cell.rows for row in grid.rows for cell in row.cells) > _MOST:
        glued, wide = {key: pairs if len(pairs) == 1 else [] for key, pairs in glued.items()}, _TWO
    for row in grid.rows:
        cells: list[Cell] = []
        waits = False
        for cell in row.cells:
            pairs = glued[id(cell)]
            if pairs and (not waits or labels.heads.get(label_key(pairs[0][0])) in SHORT):
                cells += _apart(cell, pairs, wide)
            else:
                cells.append(replace(cell, column=wide * cell.column, columns=wide * cell.columns))
            waits = bool(labels.head(grid, cell))
        rows.append(Row(tuple(cells), row.header))
    return Grid(Table(tuple(rows)))


def _pairs(grid: Grid, cell: Cell, labels: Labels) -> list[tuple[str, str]]:
    one = labels.glued(grid, cell)
    return (one and labels.pairs(cell.text)) or ([one] if one else [])


def _apart(cell: Cell, pairs: list[tuple[str, str]], wide: int) -> list[Cell]:
    """A cell for each label and each value, the last of which takes what is left of the columns."""
    texts = [text for pair in pairs for text in pair]
    first, after = wide * cell.column, wide * (cell.column + cell.columns)
    cells = [
        replace(cell, runs=(Run(text),) if text else (), column=first + place, columns=1)
        for place, text in enumerate(texts)
    ]
    return [*cells[:-1], replace(cells[-1], columns=after - first - len(texts) + 1)]
