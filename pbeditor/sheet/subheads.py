"""A second row of heads, which tells apart the columns below a head of the first, merged or not."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, pairwise

from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Cell, Row
from pbeditor.sheet.terms import nearness


def subheads(grid: Grid, header: int, labels: Labels, *, any_head: bool = False) -> list[Cell]:
    """The cells of a second row of heads; [] for none.

    In such a row several texts stand under one wide head and nothing under heads of one column, unless several of them
    are the form's. The wide head must be one of the form's otherwise, where no person has explained the layout and
    `any_head` will not do. As good as a wide one are a head beside blank places and one that is repeated over its
    columns, where several texts below are the form's or all are years. A text that says its head again is that head.
    """
    if header + 1 >= len(grid.rows):
        return []
    heads = grid.rows[header]
    said = {cell.column: cell.text for cell in heads.cells}
    below = [cell for cell in grid.rows[header + 1].cells if cell.text]
    told = [cell for cell in below if said.get(cell.column) != cell.text]
    columns = [cell.column for cell in below]
    labelled = sum(bool(labels.column(grid, cell)) for cell in below) > 1
    any_head = any_head or labelled or bool(labels.form.base)
    wide = [cell for cell in heads.cells if cell.text and (any_head or labels.column(grid, cell))]
    wide = [cell for cell in wide if cell.columns > 1 and _is_divided(cell, columns)]
    spans = [range(cell.column, cell.column + cell.columns) for cell in wide]
    if labelled or (told and all(nearness(cell.text) for cell in told)):
        spans += _unmerged(heads, below)
    covered = set(chain.from_iterable(spans))
    under = [cell for cell in told if cell.column in covered]
    return below if len(under) > 1 and (labelled or len(under) == len(told)) else []


def _is_divided(head: Cell, columns: list[int]) -> bool:
    """Whether several of the cells that begin in `columns` stand below a wide head; one is of the first indicator."""
    return bisect_left(columns, head.column + head.columns) - bisect_left(columns, head.column) > 1


def reach(heads: Row, head: Cell, below: Sequence[Cell]) -> range:
    """The columns that a head stands over: its own, and blank ones at its right with something below."""
    spans = (span for span in _unmerged(heads, below) if span.start == head.column)
    return next(spans, range(head.column, head.column + head.columns))


def _unmerged(heads: Row, below: Sequence[Cell]) -> list[range]:
    """The columns of heads as they are where nobody has merged them: with blank places behind, or repeated."""
    filled = [cell for cell in heads.cells if cell.text]
    ends = [*(cell.column for cell in filled[1:]), max((cell.column + 1 for cell in below), default=0)]
    pairs = zip(filled, ends, strict=False)
    spans = [range(cell.column, end) for cell, end in pairs if end > cell.column + cell.columns]
    for left, right in pairwise(heads.cells):
        if left.text and left.text == right.text:
            spans += [range(cell.column, cell.column + cell.columns) for cell in (left, right)]
    return spans
