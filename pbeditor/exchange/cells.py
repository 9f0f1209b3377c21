"""Cells at their places, gathered into a table whose spans a later reader can afford to walk."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.sheet.sheet import Cell, Row, Run, Table


class Placed(NamedTuple):
    """A cleaned text at a row and column, counted from 0, with its span."""

    row: int
    column: int
    text: str
    columns: int = 1
    rows: int = 1
    exact: str = ""  # see `Cell`


def table_of(placed: Iterable[Placed], height: int, widths: Sequence[float] = ()) -> Table:
    """A table of `height` rows; spans that reach below it are cut. Raises ExcessError."""
    if height > limits.ROWS:
        raise ExcessError(limits.ROWS)
    cells = [_within(cell, height) for cell in placed if cell.row < height and cell.column < limits.COLUMNS]
    if _places(cells) > limits.PLACES:
        cells, widths = _squeezed(cells), ()
    if _places(cells) > limits.PLACES:
        raise ExcessError(limits.PLACES)
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        runs = (Run(cell.text),) if cell.text else ()
        rows[cell.row].append(Cell(runs, cell.column, cell.columns, cell.rows, exact=cell.exact))
    return Table(tuple(Row(tuple(row)) for row in rows), tuple(widths))


def _within(cell: Placed, height: int) -> Placed:
    columns = min(cell.columns, limits.COLUMNS - cell.column)
    return cell._replace(columns=max(columns, 1), rows=max(min(cell.rows, height - cell.row), 1))


def _places(cells: Iterable[Placed]) -> int:
    return sum(cell.columns * cell.rows for cell in cells)


def _squeezed(cells: Sequence[Placed]) -> list[Placed]:
    """The same table without the grid lines at which no cell begins or ends."""
    lines = sorted(set(chain.from_iterable((cell.column, cell.column + cell.columns) for cell in cells)))
    return [
        cell._replace(column=(at := bisect_left(lines, cell.column)), columns=_line(lines, cell) - at) for cell in cells
    ]


def _line(lines: Sequence[int], cell: Placed) -> int:
    return bisect_left(lines, cell.column + cell.columns)
