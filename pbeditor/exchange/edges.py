"""Tables whose cells are told by where they end, in twips from the margin, as RTF and old Word files tell them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.twips import mm
from pbeditor.sheet.sheet import Table

RESTART, CONTINUE = "restart", "continue"
_SAME = 20  # twips; hand-drawn lines that differ by less are one
_UNKNOWN = 1_000  # the width of a cell that the file says nothing about


class Edge(NamedTuple):
    """What a row's definition says of one cell; `across` goes on with the cell at its left."""

    left: int
    right: int
    across: bool = False
    down: str = ""


DefinedRow = tuple[Sequence[str], Sequence[Edge]]


def table_of_edges(rows: Sequence[DefinedRow]) -> Table:
    """The table with every distinct end of a cell as a line of its grid. Raises ExcessError."""
    fitted = [list(zip(texts, _fitted(edges, len(texts)), strict=True)) for texts, edges in rows]
    lines = _lines(x for row in fitted for _, edge in row for x in edge[:2])
    widths = tuple(mm(right - left) for left, right in pairwise(lines))
    placed: list[Placed] = []
    above: dict[int, int] = {}  # grid column -> index in `placed` of the cell that may go on downwards
    for number, row in enumerate(fitted):
        above = _place_row(number, row, lines, placed, above)
    return table_of(placed, len(rows), widths)


def unplaced(rows: Sequence[DefinedRow]) -> int:
    """How many cells stand where they do by guess: cells that no definition tells of, and such as go on with nothing.

    A row without any definition, as at the end of a file that breaks off, counts as well.
    """
    lines = _lines(x for texts, edges in rows for edge in _fitted(edges, len(texts)) for x in edge[:2])
    count = 0
    above: set[int] = set()
    for texts, edges in rows:
        count += max(len(texts) - len(edges), 0)
        merged = [(_line(lines, edge.left), edge) for edge in _fitted(edges, len(texts)) if edge.down]
        count += sum(edge.down == CONTINUE and column not in above for column, edge in merged)
        above = {column for column, _ in merged}
    return count


def _place_row(
    number: int, row: Sequence[tuple[str, Edge]], lines: Sequence[int], placed: list[Placed], above: dict[int, int]
) -> dict[int, int]:
    below: dict[int, int] = {}
    last = -1  # index of the cell that one with `across` goes on with
    for text, edge in row:
        column, end = _line(lines, edge.left), _line(lines, edge.right)
        upper = above.get(column, -1) if edge.down == CONTINUE else -1
        if edge.across and last >= 0:
            before = placed[last]
            placed[last] = before._replace(columns=max(end - before.column, before.columns))
            continue
        last = upper if upper >= 0 else len(placed)
        if upper >= 0:
            placed[upper] = placed[upper]._replace(rows=number - placed[upper].row + 1)
        else:
            placed.append(Placed(number, column, text, max(end - column, 1)))
        if edge.down:
            below[column] = last
    return below


def _fitted(edges: Sequence[Edge], count: int) -> Iterator[Edge]:
    """As many edges as the row has cells, each with a width; what the file does not say is made up."""
    start: int | None = None
    for place in range(count):
        edge = edges[place] if place < len(edges) else None
        left = start if start is not None else edge.left if edge else 0
        start = max(edge.right, left + _SAME) if edge else left + _UNKNOWN
        yield edge._replace(left=left, right=start) if edge else Edge(left, start)


def _lines(ends: Iterable[int]) -> list[int]:
    return list(_distinct(sorted(set(ends))))


def _distinct(ends: Iterable[int]) -> Iterator[int]:
    last: int | None = None
    for end in ends:
        if last is None or end - last >= _SAME:
            last = end
            yield end


def _line(lines: Sequence[int], end: int) -> int:
    return bisect_right(lines, end) - 1
