"""Running text that stands in rows of a table, as in a spreadsheet that holds the whole document."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pbeditor.sheet.grid import GLUED_UNIT, SHORT, Grid, Labels, label_key
from pbeditor.sheet.group_heads import rows_over_heads
from pbeditor.sheet.lay_out_lines import without_lines
from pbeditor.sheet.line_kinds import PART, PROJECT_TITLE
from pbeditor.sheet.read_unit import unit_line
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Table

_ENTRY = 2  # cells of a line in a table of contents: title and page


def parts(block: Block, labels: Labels) -> Iterator[Block]:
    """A block with the running text in it taken out."""
    if not isinstance(block, Table):
        yield block
        return
    for part in unfolded(without_lines(block), labels):
        yield replace(part, hidden=block.hidden) if block.hidden and isinstance(part, Table) else part


def unfolded(table: Table, labels: Labels) -> Iterator[Block]:
    """The table cut at rows that are running text: lines above the first label, titles of projects and of parts.

    Our own tables, and tables without any label that are more than lines of text, stay whole.
    """
    grid = Grid(table)
    if grid.own:
        yield table
        return
    if lines := _contents(table):
        yield from map(Paragraph, lines)
        return
    texts = _texts(grid, labels)
    if table.rows and not any(texts):
        yield table
        return
    labelled = [
        any(labels.known(grid, cell) or _is_short(grid, cell, labels) for cell in row.cells) for row in table.rows
    ]
    if not (any(labelled) or all(texts)):
        yield table
        return
    yield from _cut(table, texts, _tellings(table.rows, texts), labelled, labels)


def _cut(
    table: Table, texts: Sequence[str], tellings: Sequence[str], labelled: Sequence[bool], labels: Labels
) -> Iterator[Block]:
    rows: list[Row] = []
    inside = False  # whether a label has been seen since the last cut
    sections = {label_key(heading) for heading in labels.form.sections}  # some of them are called as labels are
    for row, text, telling, has_label in zip(table.rows, texts, tellings, labelled, strict=True):
        is_line = bool(telling) and (not has_label or (not inside and label_key(telling) in sections))
        if is_line and (not inside or _begins(telling)):
            yield from _table(rows, table)
            rows, inside = [], False
            yield from (Paragraph(line) for line in text.split("\n"))
        else:
            rows.append(row)
            inside = inside or has_label
    yield from _table(rows, table)


def _tellings(rows: Sequence[Row], texts: Sequence[str]) -> list[str]:
    """For each row the text by which it is running text or not: its own, or for units that of the row they are over."""
    tellings: list[str] = []
    after = None  # the text of the row below that states no unit; None at the end
    for row, text in zip(reversed(rows), reversed(texts), strict=True):
        is_statement = bool(text) and not _alone(row)
        if not is_statement and any(cell.text for cell in row.cells):
            after = text
        tellings.append(text if after is None or not is_statement else after)
    return tellings[::-1]


def _is_short(grid: Grid, cell: Cell, labels: Labels) -> bool:
    """Whether a cell holds a label of the head with its value, which no line of a section begins with."""
    glued = labels.glued(grid, cell)
    return glued is not None and labels.heads[label_key(glued[0])] in SHORT


def _contents(table: Table) -> list[str]:
    """The lines of a table of contents, whose page numbers stand in a column of their own; none for another table."""
    entries = []
    for row in table.rows:
        line = [cell.text for cell in row.cells if cell.text]
        if line and not (len(line) == _ENTRY and line[1].isdecimal() and _begins(line[0])):
            return []
        entries += [line] if line else []
    return ["\t".join(line) for line in entries]


def _texts(grid: Grid, labels: Labels) -> list[str]:
    """Each row as running text, "" for none. A head over a grid is none, unless it is called 表 as titles are."""
    texts = [_alone(row) or _statement(row, labels) for row in grid.rows]
    asked = [index for index, text in enumerate(texts) if text and not text.endswith("表")]
    heads = rows_over_heads(grid, asked, labels).intersection(asked)
    return ["" if index in heads else text for index, text in enumerate(texts)]


def _alone(row: Row) -> str:
    """The text of a row's first cell when nothing else stands in the row, unless it looks like a unit."""
    filled = (cell for cell in row.cells if cell.text)
    first = next(filled, None)
    if first is None or first.column or first.rows != 1 or next(filled, None) is not None:
        return ""
    text = first.text
    return "" if GLUED_UNIT.fullmatch(text) and not PROJECT_TITLE.match(text) else text


def _statement(row: Row, labels: Labels) -> str:
    """The texts of a row that names the unit or the unit of money and says nothing else."""
    first = next((cell.text for cell in row.cells if cell.runs and cell.text), "")
    if not first or not (first.endswith(("：", ":")) or any(unit_line(first, labels.form))):
        return ""
    filled = [cell for cell in row.cells if cell.text]
    texts: list[str] = []
    for text in (cell.text for cell in filled):
        if texts and texts[-1].endswith(("：", ":")):
            texts[-1] += text  # a label and its value in two cells
        else:
            texts.append(text)
    is_stated = all(any(unit_line(text, labels.form)) for text in texts) and all(cell.rows == 1 for cell in filled)
    return "    ".join(texts) if is_stated else ""


def _begins(text: str) -> bool:
    return bool(PROJECT_TITLE.fullmatch(text) or PART.fullmatch(text))


def _table(rows: list[Row], table: Table) -> Iterator[Block]:
    if any(cell.text for row in rows for cell in row.cells):
        yield Table(tuple(rows), table.widths)
