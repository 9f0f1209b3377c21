"""Heads over the heads of an indicator grid: they name groups of columns or the whole grid, and announce nothing."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from pbeditor.model.patterns import pattern
from pbeditor.sheet.columns import is_header
from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.sheet import Cell
from pbeditor.sheet.terms import nearness

# What such heads are made of and of nothing else: any other word may be a project's name or somebody's remark.
_WORDS = """
    绩效 指标 级次 类别 分类 内容 要求 情况 体系 设置 设定 明细 目标 说明 备注 依据 标准 其他 项目 支出 年度 中期 实施期
"""
_ANY_WORD = "|".join(_WORDS.split())
_WHOLE = pattern(rf"(?:{_ANY_WORD}|表)+")
_GROUP = pattern(rf"(?:{_ANY_WORD}|本年度?|20[0-9]{{2}}年?度?|[及和与、()至~—–-])+")
_SUBJECT = "指标"


def first_head(grid: Grid, header: int, labels: Labels) -> int:
    """The first of the rows that end at `header` and hold nothing but heads."""
    first = header
    while not grid.own and first and _names_groups(grid, first - 1, labels):
        first -= 1
    return first


def rows_over_heads(grid: Grid, rows: Iterable[int], labels: Labels) -> set[int]:
    """Which of these rows, from above, are heads over those of a grid, perhaps with others between, and those others.

    Rows that follow one another stand over the same grid or none: each is looked at once, or thousands take minutes.
    """
    found: set[int] = set()
    below = 0
    for index in rows:
        if index < below:
            continue
        below = index
        while below < len(grid.rows) and _names_groups(grid, below, labels):
            below += 1
        if below < len(grid.rows) and is_header(grid, below, labels):
            found.update(range(index, below))
    return found


def heads_over(grid: Grid, header: int, below: Sequence[Cell], labels: Labels) -> Iterator[str]:
    """The heads over others, in the rows above the header and in the header itself, that are read as such."""
    for index in range(first_head(grid, header, labels), header):
        yield from (cell.text for cell in grid.rows[index].cells if cell.text)
    columns = [cell.column for cell in below]
    for cell in grid.rows[header].cells:
        if bisect_left(columns, cell.column + cell.columns) > bisect_left(columns, cell.column):
            yield cell.text


def _names_groups(grid: Grid, index: int, labels: Labels) -> bool:
    """Whether a row says what the columns below it are about; what a label of the head announces is none of that."""
    cells = [cell for cell in grid.rows[index].cells if cell.text]
    if any(labels.head(grid, cell) or labels.glued(grid, cell) for cell in grid.covering(index)):
        return False
    keys = [label_key(cell.text) for cell in cells]
    if any(labels.is_level1(key) or labels.is_level2(key) for key in keys):
        return False
    speaks_of_indicators = any(_SUBJECT in key for key in keys)
    if len(keys) == 1:
        return speaks_of_indicators and _WHOLE.fullmatch(keys[0]) is not None
    return bool(keys) and (speaks_of_indicators or all(map(nearness, keys))) and all(map(_GROUP.fullmatch, keys))
