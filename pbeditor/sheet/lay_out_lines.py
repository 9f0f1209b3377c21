"""Numbers beside the rows of tables, so that a leader can say which line is meant.

Running text needs none here: Word and our own pages number its lines by themselves.
"""

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import type_area
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Table
from pbeditor.sheet.style import Style, mark_up

_WIDTH = 8.0  # mm


def table_room(layout: Layout, style: Style) -> float:
    """How wide a table may be in mm: the type area without the numbers of its rows, where it has some."""
    return type_area(layout.page)[0] - (_WIDTH if mark_up(style) == sheet.LINES else 0.0)


def numbered_lines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with a number before each row of a table but its header; each titled paragraph begins anew."""
    return tuple(_numbered(blocks))


def without_lines(table: Table) -> Table:
    """The table without those numbers, as it was before."""
    if not any(cell.role == sheet.LINE for row in table.rows for cell in row.cells):
        return table
    rows = tuple(
        replace(row, cells=tuple(_moved(cell, -1) for cell in row.cells if cell.role != sheet.LINE))
        for row in table.rows
    )
    return replace(table, rows=rows, widths=table.widths[1:])


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Paragraph):
            numbers = count(1) if block.text else numbers
            yield block
            continue
        # A header that is repeated on the next page would say its number twice: it has none and takes none.
        rows = tuple(_with_number(row, "" if row.header else str(next(numbers))) for row in block.rows)
        yield Table(rows, (_WIDTH, *block.widths) if block.widths else ())


def _with_number(row: Row, number: str) -> Row:
    runs = (Run(number),) if number else ()
    first = Cell(runs, role=sheet.LINE, align="right", frame=False)
    return replace(row, cells=(first, *(_moved(cell, 1) for cell in row.cells)))


def _moved(cell: Cell, columns: int) -> Cell:
    return replace(cell, column=cell.column + columns)
