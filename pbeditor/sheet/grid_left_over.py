"""What stands in a foreign grid and in none of its indicators: columns without a field, rows without an indicator."""

from collections.abc import Iterator

from pbeditor.model.fillers import says_something
from pbeditor.sheet.grid_lines import GridLines
from pbeditor.sheet.line_kinds import CONTINUED


def beside_fields(lines: GridLines, index: int) -> Iterator[tuple[str, str]]:
    """The cells of a row in columns that no field of ours stands for: the head of their column, and what they say."""
    for cell in lines.grid.rows[index].cells:
        if cell.column not in lines.used and says_something(cell.text):
            head = lines.heads_below.get(cell.column) or lines.grid.at(lines.header, cell.column)
            if not head or head.text != cell.text or not lines.labels.column(lines.grid, head):
                yield head.text if head else "", cell.text


def left_over(lines: GridLines) -> Iterator[str]:
    """Heads of blank columns that no field stands for, weights of categories, and rows with nothing else."""
    if lines.grid.own:
        return
    yield from _blank_columns(lines)
    yield from _weighed(lines)
    others = {index for _, rows in lines.other_terms for index in rows}
    rows = (lines.grid.rows[index].cells for index in sorted(others))
    yield from filter(None, (" / ".join(cell.text for cell in row if cell.text) for row in rows))
    indicators = {index for index, texts in lines.lines if lines.is_indicator(texts)}
    for index in sorted({*range(lines.header + 1, lines.end)} - others):
        if index in lines.asides:
            texts = (cell.text for cell in lines.grid.rows[index].cells if cell.text)
            yield from (text for text in texts if not CONTINUED.fullmatch(text))
        elif index not in indicators and not (lines.below and index == lines.header + 1):
            beside = () if lines.is_header(index) else beside_fields(lines, index)
            yield from (f"{head}：{text}" for head, text in beside)


def unfilled(lines: GridLines) -> Iterator[str]:
    """The categories that have a row and no indicator."""
    if lines.grid.own:
        return
    told: set[tuple[str, str]] = set()
    blank: dict[tuple[str, str], None] = {}
    for _, texts in lines.lines:
        levels = (texts["level1"], texts["level2"])
        if lines.is_indicator(texts):
            told |= {levels, (texts["level1"], "")}
        else:
            blank[levels] = None
    for levels in blank:
        if levels not in told:
            yield " / ".join(filter(says_something, levels))


def _blank_columns(lines: GridLines) -> Iterator[str]:
    """The heads with nothing below them."""
    heads = set(map(id, lines.below))
    for cell in (*lines.grid.rows[lines.header].cells, *lines.below):
        if cell.text and cell.column not in lines.used and not lines.labels.column(lines.grid, cell):
            filled = (lines.grid.at(index, cell.column) for index in range(lines.header + 1, lines.end))
            if not any(each and each.text and each is not cell and id(each) not in heads for each in filled):
                yield cell.text


def _weighed(lines: GridLines) -> Iterator[str]:
    """The categories that say their weight, which has no place."""
    levels = {lines.columns[field].column for field in ("level1", "level2") if field in lines.columns}
    for row in lines.grid.rows[lines.first : lines.end]:
        yield from (c.text for c in row.cells if c.column in levels and lines.labels.says_weight(c.text))
