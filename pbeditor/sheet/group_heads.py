"""Heads over the heads of an indicator grid: they name groups of columns or the whole grid, and announce nothing."""

from collections.abc import Iterator, Sequence

from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.sheet import Cell
from pbeditor.sheet.terms import nearness

_WHOLE = pattern("[^，。；：:]{0,8}指标(?:情况|内容|体系|设置|明细|表)?")
# What such heads speak of; one row of them speaks of nothing else.
_WORDS = pattern("指标|级次|类别|分类|内容|要求|情况|说明|备注|依据|标准|年度|中期|实施期|20[0-9]{2}年")
_LONGEST = 12  # signs


def first_head(grid: Grid, header: int, labels: Labels) -> int:
    """The first of the rows that end at `header` and hold nothing but heads."""
    first = header
    while not grid.own and first and _names_groups(grid, first - 1, labels):
        first -= 1
    return first


def heads_over(grid: Grid, header: int, below: Sequence[Cell], labels: Labels) -> Iterator[str]:
    """The heads over others, in the rows above the header and in the header itself, that are read as such."""
    for index in range(first_head(grid, header, labels), header):
        yield from (cell.text for cell in grid.rows[index].cells if cell.text)
    for cell in grid.rows[header].cells:
        if any(cell.column <= each.column < cell.column + cell.columns for each in below):
            yield cell.text


def _names_groups(grid: Grid, index: int, labels: Labels) -> bool:
    """Whether a row says what the columns below it are about; what a label of the head announces is none of that."""
    cells = [cell for cell in grid.rows[index].cells if cell.text]
    if any(labels.head(grid, cell) or labels.glued(grid, cell) for cell in grid.covering(index)):
        return False
    keys = [label_key(cell.text) for cell in cells]
    if any(labels.is_level1(key) or labels.is_level2(key) or len(key) > _LONGEST for key in keys):
        return False
    if len(keys) == 1:
        return _WHOLE.fullmatch(keys[0]) is not None
    speaks_of_groups = any("指标" in key for key in keys) or all(map(nearness, keys))
    return bool(keys) and speaks_of_groups and all(map(_WORDS.search, keys))
