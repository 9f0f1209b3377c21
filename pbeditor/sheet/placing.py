"""What flowed onto a page, as texts and rules at their places."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
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


def marks_of(placed: Placed, left: float) -> tuple[list[PlacedText], tuple[Rule, ...]]:
    """The texts of one block on one page, in reading order, and its rules; paragraphs begin at `left` mm."""
    if isinstance(placed, Rows):
        boxes = list(_boxes(placed))
        shown = placed.piece.shown
        texts = [text for box in boxes if box.cell.cell.runs and (text := _cell_text(box, shown))]
        frames = tuple([(cell.x, cell.right, top, bottom) for cell, top, bottom, _ in boxes if cell.cell.frame])
        return texts, _rules(frames)
    return [_paragraph_text(placed, left)] if placed.text.paragraph.text else [], ()


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


def _cell_text(box: _Box, shown: Shown) -> PlacedText | None:
    """The whole text in the middle of its box, or, divided, its next lines from the top."""
    cell, top, bottom, begins = box
    said, room = cell.cell, cell.room
    x = (cell.x + cell.right - room) / 2
    if cell.repeats or (begins and cell.need <= bottom - top + ROUNDING):
        y = (top + bottom - cell.lines * cell.pitch) / 2
        return PlacedText(said.text, said.role, x, y, room, 0, cell.lines, said.align, kind=TEXT if begins else REPEAT)
    first, count = shown.get(place(cell), 0), fitting_lines(cell, shown, bottom - top)
    return PlacedText(said.text, said.role, x, top + CELL_Y, room, first, count, said.align) if count else None


@lru_cache(maxsize=64)
def _rules(frames: tuple[tuple[float, float, float, float], ...]) -> tuple[Rule, ...]:
    """The lines of a grid, those that touch as one; pages that are filled alike share them."""
    level: dict[float, list[tuple[float, float]]] = defaultdict(list)
    upright: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for x, right, top, bottom in frames:
        level[top].append((x, right))
        level[bottom].append((x, right))
        upright[x].append((top, bottom))
        upright[right].append((top, bottom))
    return (
        *(Rule(x1, y, x2, y) for y in sorted(level) for x1, x2 in _joined(level[y])),
        *(Rule(x, y1, x, y2) for x in sorted(upright) for y1, y2 in _joined(upright[x])),
    )


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
