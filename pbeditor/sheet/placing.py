"""What flowed onto a page, as texts and rules at their places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from pbeditor.sheet.fitting import FittedCell, text_width
from pbeditor.sheet.flow import Lines, Placed, Rows
from pbeditor.sheet.geometry import CELL_Y, geometry_of
from pbeditor.sheet.page import REPEAT, TEXT, Anchor, PlacedText, Rule
from pbeditor.sheet.table_breaks import ROUNDING, Piece, Shown, fitting_lines, place


class _Box(NamedTuple):
    """A cell, or the part of it, that stands on a page; `begins` where no page before has shown any of it."""

    cell: FittedCell
    y: float
    height: float
    begins: bool


def texts_of(placed: Placed, left: float) -> Iterator[PlacedText]:
    """The texts of one block on one page, in reading order; paragraphs begin at `left` mm."""
    if isinstance(placed, Rows):
        for box in _boxes(placed):
            if box.cell.cell.text:
                yield from _cell_text(box, placed.piece.shown)
    elif placed.text.paragraph.text:
        yield _paragraph_text(placed, left)


def rules_of(placed: Placed) -> tuple[Rule, ...]:
    """The lines of a table's grid, those that touch as one."""
    if not isinstance(placed, Rows):
        return ()
    framed = [
        (box.cell.x, box.y, box.cell.x + box.cell.width, box.y + box.height)
        for box in _boxes(placed)
        if box.cell.cell.frame
    ]
    level = _joined((y, x1, x2) for x1, y1, x2, y2 in framed for y in (y1, y2))
    upright = _joined((x, y1, y2) for x1, y1, x2, y2 in framed for x in (x1, x2))
    return (*(Rule(x1, y, x2, y) for y, x1, x2 in level), *(Rule(x, y1, x, y2) for x, y1, y2 in upright))


def anchors_of(placed: Placed) -> Iterator[Anchor]:
    """Where links to a title lead."""
    if isinstance(placed, Lines) and placed.first == 0 and placed.text.paragraph.anchor:
        block = placed.text.paragraph
        yield Anchor(block.anchor, block.text, block.role, placed.y)


def _paragraph_text(placed: Lines, left: float) -> PlacedText:
    text, block = placed.text, placed.text.paragraph
    return PlacedText(
        block.text,
        block.role,
        left,
        placed.y,
        text.width,
        placed.first,
        placed.count,
        geometry_of(block.role).align,
        text.indent,
        target=block.target,
    )


def _boxes(placed: Rows) -> Iterator[_Box]:
    """The repeated header, cells that go on from the page before, and those that begin here, row by row."""
    piece, rows = placed.piece, placed.piece.table.rows
    head = list(accumulate(piece.header, initial=placed.y))
    for row in rows[: len(piece.header)]:
        yield from (_Box(cell, head[cell.row], head[cell.stop] - head[cell.row], begins=False) for cell in row)
    tops = list(accumulate(piece.heights, initial=head[-1]))
    continuing = [cell for cell in piece.table.spans if cell.row < piece.start < cell.stop]
    divided = any(place(cell) in piece.shown for cell in rows[piece.start])
    for cell in sorted(continuing, key=lambda cell: cell.x):
        yield _box(cell, piece, tops, begins=False)
    for number in range(piece.start, piece.end):
        begins = number > piece.start or not divided
        yield from (_box(cell, piece, tops, begins=begins) for cell in rows[number])


def _box(cell: FittedCell, piece: Piece, tops: list[float], *, begins: bool) -> _Box:
    top = tops[max(cell.row - piece.start, 0)]
    return _Box(cell, top, tops[min(cell.stop, piece.end) - piece.start] - top, begins)


def _cell_text(box: _Box, shown: Shown) -> Iterator[PlacedText]:
    """The whole text in the middle of its box, or, divided, its next lines from the top."""
    cell = box.cell
    x, width = cell.x + (cell.width - text_width(cell.width)) / 2, text_width(cell.width)
    if cell.repeats or (box.begins and cell.need <= box.height + ROUNDING):
        y = box.y + (box.height - cell.lines * cell.pitch) / 2
        kind = TEXT if box.begins else REPEAT
        yield PlacedText(cell.cell.text, cell.cell.role, x, y, width, 0, cell.lines, cell.cell.align, kind=kind)
        return
    first, count = shown.get(place(cell), 0), fitting_lines(cell, shown, box.height)
    if count:
        y = box.y + CELL_Y
        yield PlacedText(cell.cell.text, cell.cell.role, x, y, width, first, count, cell.cell.align)


def _joined(segments: Iterable[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Segments of parallel lines (where, from, to) with those that touch joined into one."""
    lines: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for where, start, end in segments:
        lines[round(where, 3)].append((start, end))
    for where, parts in sorted(lines.items()):
        start, end = min(parts)
        for first, last in sorted(parts):
            if first > end + ROUNDING:
                yield where, start, end
                start = first
            end = max(end, last)
        yield where, start, end
