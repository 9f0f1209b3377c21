"""What makes our own workbooks come back as the same document: what the texts of their cells are.

A hidden worksheet says for each text, by its checksum, the role of its cell and of the pieces in it; a cell that was
changed in Excel has no checksum there and is read as in any workbook. Sorting, inserting and renaming do no harm.
The worksheets that only repeat what the forms say are known by their first row; what was changed in them is told.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.excel_columns import PROJECTS
from pbeditor.exchange.excel_long import is_shortened
from pbeditor.exchange.excel_marks import HIDDEN, Mark, Read
from pbeditor.exchange.passed import FORMULA, HEADING
from pbeditor.exchange.spread import Spread, hidden_name, notes_of, sheet_of
from pbeditor.exchange.word_names import CELLS, PARAGRAPHS
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import About, Block, Cell, Note, Paragraph, Row, Run, Sheet, Table

Marked = tuple[Placed, Mark]
_FIGURES = re.compile(r"[\d,.%\s]*|(?:(?:错误|警告|提示) \d+，?)+")  # amounts, counts, and how many problems
_HEADS = frozenset({"合计", *(column.head for column in PROJECTS)})  # below the first row
_CORNER = "单位："  # of money, below the title
_OURS = (FORMULA, HEADING)  # sums that only Excel computes, and the numbers of pages


def workbook_sheet(spreads: Iterable[Spread], about: Callable[[], About] = About) -> Sheet:
    """A workbook of ours, in whatever format it was saved, or a foreign one. Raises ExcessError."""
    spreads = tuple(spreads)
    own = own_blocks(spreads)
    return sheet_of(spreads) if own is None else Sheet(own, about(), notes=own_notes(spreads))


def own_blocks(spreads: Sequence[Spread]) -> tuple[Block, ...] | None:
    """The blocks of one of our own workbooks; None for any other."""
    hidden = next((spread for spread in spreads if spread.name == HIDDEN), None)
    if hidden is None:
        return None
    marks = Read(hidden)
    shown = [spread for spread in spreads if spread is not hidden]
    repeating = [spread for spread in shown if marks.repeats(spread)]
    forms = [marks.joined(marks.without_line_above(spread)) for spread in shown if spread not in repeating]
    blocks = [_told(block, hidden_name(spread)) for spread in forms for block in _blocks(spread, marks)]
    said = "\n".join(cell.text for spread in forms for cell in spread.cells)
    return (*blocks, *(left for spread in repeating for left in _left_over(marks.without_remarks(spread), said)))


def own_notes(spreads: Sequence[Spread]) -> tuple[Note, ...]:
    """What somebody added to one of our own workbooks that is not read."""
    shown = [spread for spread in spreads if spread.name != HIDDEN]
    return notes_of([each._replace(passed=[one for one in each.passed if one[0] not in _OURS]) for each in shown])


def _blocks(spread: Spread, read: Read) -> Iterator[Block]:
    """Lines of text as paragraphs, all else as tables that end at a blank row with no row of values below it."""
    marked = [(cell, read.of(cell.text)) for cell in spread.cells]  # once each, in the order they were written in
    table: list[Marked] = []
    title, end = "", 0
    for row, group in groupby(marked, lambda each: each[0].row):
        cells = list(group)
        blank, end = max(row - end, 0), max(end, row + 1, *(cell.row + cell.rows for cell, _ in cells))
        first, (role, _) = cells[0]
        is_line = len(cells) == 1 and role in PARAGRAPHS
        if table and (is_line or (blank and not _goes_on(cells))):
            yield read.whole(_table(table, read), title)
            yield from [Paragraph("", sheet.GAP)] * bool(blank)
            table, blank = [], 0
        if is_line:
            yield from [Paragraph("", sheet.BODY)] * blank
            yield Paragraph(first.text, role)
            title = first.text if role == sheet.PROJECT else title
        else:
            table += cells
    if table:
        yield read.whole(_table(table, read), title)


def _told(block: Block, hidden: str) -> Block:
    """The block, a table with the name of its worksheet where that is hidden."""
    return Table(block.rows, block.widths, hidden) if hidden and isinstance(block, Table) else block


def _goes_on(cells: Sequence[Marked]) -> bool:
    """Whether a row below a blank one is of the same table: we wrote it with values, and each table begins with labels.

    Then the blank one is an indicator that is not written yet. What somebody else put below a table is told.
    """
    roles = {role for _, (role, _) in cells}
    return sheet.VALUE in roles and sheet.LABEL not in roles


def _table(cells: Sequence[Marked], read: Read) -> Table:
    first, left = cells[0][0].row, min(cell.column for cell, _ in cells)
    placed = _whole_rows([cell._replace(row=cell.row - first, column=cell.column - left) for cell, _ in cells], read)
    marks = {(cell.row, cell.column): mark for cell, (_, mark) in zip(placed, cells, strict=True)}
    table = table_of(placed, placed[-1].row + 1)
    rows = (
        Row(tuple(_cell(cell, *marks.get((number, cell.column), ("", []))) for cell in row.cells))
        for number, row in enumerate(table.rows)
    )
    return Table(tuple(rows))


def _whole_rows(cells: Sequence[Placed], read: Read) -> list[Placed]:
    """The cells without the rows that only make a row taller: none begins there, and all that began above go on.

    A single cell that goes on is no sign of that: it is the 一级指标 of a row that is blank otherwise. A text that made
    its row tall is marked.
    """
    going_on: list[int] = []
    reach = 0  # how far down the cells of earlier rows go
    groups = [list(group) for _, group in groupby(cells, lambda cell: cell.row)]
    for group, following in pairwise(groups):
        end = min(cell.row + cell.rows for cell in group)
        alone = len(group) == 1 and not read.is_tall(group[0].text)
        end = min(end, following[0].row, *([reach] if alone else []))
        going_on += range(group[0].row + 1, end)
        reach = max(reach, *(cell.row + cell.rows for cell in group))

    def place(row: int) -> int:
        return row - bisect_left(going_on, row)

    return [cell._replace(row=place(cell.row), rows=place(cell.row + cell.rows) - place(cell.row)) for cell in cells]


def _cell(cell: Cell, role: str, pieces: list[tuple[str, int]]) -> Cell:
    runs, start = [], 0
    for name, length in pieces:
        runs.append(Run(cell.text[start : start + length], name))
        start += length
    return Cell(tuple(runs) or cell.runs, cell.column, cell.columns, cell.rows, role if role in CELLS else "")


def _left_over(spread: Spread, said: str) -> Iterator[Paragraph]:
    """What somebody wrote into a list that only repeats: it is told, not taken over. Its first row made it known."""
    for cell in spread.cells:
        is_ours = cell.text in _HEADS or _FIGURES.fullmatch(cell.text) or is_shortened(cell.text, said)
        is_corner = cell.row == 1 and cell.text.startswith(_CORNER)
        if cell.row and not (is_ours or is_corner) and cell.text not in said:
            yield Paragraph(f"{spread.name}：{cell.text}")
