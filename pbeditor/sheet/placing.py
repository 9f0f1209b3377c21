"""What flowed onto a page, as texts and rules at their places."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from pbeditor.sheet.fitting import FittedCell
from pbeditor.sheet.flow import Lines, Placed, Rows
from pbeditor.sheet.geometry import CELL_Y, geometry_of
from pbeditor.sheet.page import REPEAT, TEXT, Anchor, PlacedText, Rule
from pbeditor.sheet.table_breaks import ROUNDING, Shown, fitting_lines, place


class _Box(NamedTuple):
    """A cell, or the part of it, that stands on a page; `begins` where no page before has shown any of it."""

    cell: FittedCell
    top: float
    bottom: float
    begins: bool


def marks_of(placed: Placed, left: float) -> tuple[list[PlacedText], list[Rule]]:
    """The texts of one block on one page, in reading order, and its rules; paragraphs begin at `left` mm."""
    if isinstance(placed, Rows):
        boxes = list(_boxes(placed))
        texts = [text for box in boxes if box.cell.cell.runs for text in _cell_text(box, placed.piece.shown)]
        return texts, list(_rules(boxes))
    return [_paragraph_text(placed, left)] if placed.text.paragraph.text else [], []


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
        yield from (_Box(cell, head[cell.row], head[cell.stop], begins=False) for cell in row)
    tops = list(accumulate(piece.heights, initial=head[-1]))
    start, end = piece.start, piece.end
    continuing = [cell for cell in piece.table.spans if cell.row < start < cell.stop]
    divided = any(place(cell) in piece.shown for cell in rows[start])
    for cell in sorted(continuing, key=lambda cell: cell.x):
        yield _Box(cell, tops[0], tops[min(cell.stop, end) - start], begins=False)
    for number in range(start, end):
        begins = number > start or not divided
        for cell in rows[number]:
            yield _Box(cell, tops[number - start], tops[min(cell.stop, end) - start], begins)


def _cell_text(box: _Box, shown: Shown) -> Iterator[PlacedText]:
    """The whole text in the middle of its box, or, divided, its next lines from the top."""
    cell, height = box.cell, box.bottom - box.top
    width = cell.room
    x = (cell.x + cell.right - width) / 2
    if cell.repeats or (box.begins and cell.need <= height + ROUNDING):
        y = (box.top + box.bottom - cell.lines * cell.pitch) / 2
        kind = TEXT if box.begins else REPEAT
        yield PlacedText(cell.cell.text, cell.cell.role, x, y, width, 0, cell.lines, cell.cell.align, kind=kind)
        return
    first, count = shown.get(place(cell), 0), fitting_lines(cell, shown, height)
    if count:
        y = box.top + CELL_Y
        yield PlacedText(cell.cell.text, cell.cell.role, x, y, width, first, count, cell.cell.align)


def _rules(boxes: list[_Box]) -> Iterator[Rule]:
    """The lines of a grid, those that touch as one."""
    level: dict[float, list[tuple[float, float]]] = defaultdict(list)
    upright: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for cell, top, bottom, _ in boxes:
        if cell.cell.frame:
            level[top].append((cell.x, cell.right))
            level[bottom].append((cell.x, cell.right))
            upright[cell.x].append((top, bottom))
            upright[cell.right].append((top, bottom))
    yield from (Rule(x1, y, x2, y) for y in sorted(level) for x1, x2 in _joined(level[y]))
    yield from (Rule(x, y1, x, y2) for x in sorted(upright) for y1, y2 in _joined(upright[x]))


def _joined(parts: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Parts of one line with those that touch or overlap made into one."""
    parts.sort()
    start, end = parts[0]
    for first, last in parts:
        if first > end + ROUNDING:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end
