"""What lines above a foreign table say of its project, put on top of the table: 项目名称：某某项目.

Such a line has a label of the head and its value, or several of both.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.line_kinds import NUMBERED
from pbeditor.sheet.passing_line import parts_nothing
from pbeditor.sheet.read_unit import unit_line
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Table

_KEYS = ("name", "code")  # one of them begins what is said of a project
_TEXTS = ("purpose", "goals")  # may go on in numbered lines
_ROWS = 30  # of a table, where its own labels stand


def with_head_lines(blocks: Iterable[Block], labels: Labels) -> Iterator[Block]:
    """The blocks, lines that say whose the next table is put into it where it does not say the same itself."""
    held: list[Paragraph] = []  # such lines, and what stands between them and the table
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            yield from _led(block, held, lines, labels)
            held, lines = [], []
        elif _stands_between(block, labels):
            held.append(block)
        elif _belongs(block, lines, labels):
            held.append(block)
            lines.append(block)
        else:
            yield from (*held, block)
            held, lines = [], []
    yield from held


def fields_in(text: str, labels: Labels) -> list[str]:
    """The fields that a line says with their values, in order; none for any other line."""
    one = labels.announced(text)
    pairs = (one and labels.pairs(text)) or ([one] if one else [])
    return [labels.heads[label_key(label)] for label, _ in pairs]


def _stands_between(line: Paragraph, labels: Labels) -> bool:
    """Whether a line says nothing of a project: it is blank, names a unit or one of money, or is a remark or a year."""
    return not line.text or any(unit_line(line.text, labels.form)) or parts_nothing(line.text)


def _belongs(line: Paragraph, lines: Sequence[Paragraph], labels: Labels) -> bool:
    if line.role:
        return False
    fields = fields_in(line.text, labels)
    if fields:
        return bool(lines) or fields[0] in _KEYS
    last = next((each for above in reversed(lines) for each in reversed(fields_in(above.text, labels))), "")
    return last in _TEXTS and NUMBERED.fullmatch(line.text) is not None


def _led(table: Table, held: Sequence[Paragraph], lines: Sequence[Paragraph], labels: Labels) -> Iterator[Block]:
    """The table below its lines; all as it was where they say nothing that it lacks."""
    if not lines or not _lacks(table, lines, labels):
        yield from held
        yield table
        return
    yield from (line for line in held if line not in lines)
    width = max(cell.column + cell.columns for row in table.rows[:_ROWS] for cell in row.cells)
    rows = (Row((Cell((Run(text),), columns=width),)) for text in _joined(lines, labels))
    yield replace(table, rows=(*rows, *table.rows))


def _lacks(table: Table, lines: Sequence[Paragraph], labels: Labels) -> bool:
    """Whether a table is a project's and says none of the fields that the lines say."""
    grid = Grid(replace(table, rows=table.rows[:_ROWS]))
    cells = [cell for row in grid.rows for cell in row.cells]
    own = {labels.head(grid, cell) for cell in cells} | {field for c in cells for field in fields_in(c.text, labels)}
    said = [field for line in lines for field in fields_in(line.text, labels)]
    return not grid.own and own.isdisjoint(said) and any(labels.known(grid, cell) for cell in cells)


def _joined(lines: Sequence[Paragraph], labels: Labels) -> list[str]:
    """The lines, a text that goes on in several of them as one."""
    texts: list[str] = []
    for line in lines:
        if fields_in(line.text, labels):
            texts.append(line.text)
        else:
            texts[-1] += f"\n{line.text}"
    return texts
