"""Numbers beside the rows of tables, so that a leader can say which line is meant.

Running text needs none here: Word and our own pages number its lines by themselves.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Table

_WIDTH = 8.0  # mm


def numbered_lines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with a number before each row of a table; each titled paragraph begins anew."""
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
    done = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            done = 0 if block.text else done
            yield block
            continue
        rows = tuple(_with_number(row, number) for number, row in enumerate(block.rows, done + 1))
        done += len(rows)
        yield Table(rows, (_WIDTH, *block.widths) if block.widths else ())


def _with_number(row: Row, number: int) -> Row:
    # A header that is repeated on the next page would say its number twice.
    runs = () if row.header else (Run(str(number)),)
    first = Cell(runs, role=sheet.LINE, align="right", frame=False)
    return replace(row, cells=(first, *(_moved(cell, 1) for cell in row.cells)))


def _moved(cell: Cell, columns: int) -> Cell:
    return replace(cell, column=cell.column + columns)
