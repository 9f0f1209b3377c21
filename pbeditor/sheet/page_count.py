"""On which page each title stands, without setting what fits a page beyond doubt.

Every project begins a page, and most take one: where even lines counted too high leave room, there is nothing to set.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from pbeditor.model.form import Layout
from pbeditor.sheet.fitting import FittedCell, TableFitting
from pbeditor.sheet.flow import flow
from pbeditor.sheet.geometry import CELL_Y, LEAST_ROW, MM_A_POINT, RULE, geometry_of, text_of, type_area
from pbeditor.sheet.measure import EmMeasure, most_lines
from pbeditor.sheet.placing import anchors_of
from pbeditor.sheet.sheet import Block, Build, Paragraph, Sheet, Table, texts_at_once

_MEASURE = EmMeasure()
_AROUND = 2 * CELL_Y + RULE * MM_A_POINT  # what a cell needs beside its lines


class _Room(dict[str, float]):
    """How much more than a line, in mm, each text needs in a cell of this room; counted as it is asked for."""

    def __init__(self, signs: int, pitch: float, spare: float) -> None:
        super().__init__()
        self._signs, self._pitch = signs, pitch
        self._spare = spare  # mm that the rows have left for the cell

    def __missing__(self, text: str) -> float:
        more = (most_lines(text, self._signs) - 1) * self._pitch - self._spare
        self[text] = more = max(more, 0.0)
        return more


class _Places(Struct, frozen=True):
    """Tables built alike: how tall they are with a line in each cell, and the room of each cell."""

    height: float
    rooms: tuple[_Room, ...]
    rows: tuple[tuple[int, int], ...]  # the cells of each row that has some
    spans: tuple[int, ...]  # cells over several rows


def title_pages(block_sheet: Sheet, layout: Layout) -> dict[str, int]:
    """The page of each anchor, signs of even width taken for granted."""
    counting = _Counting(layout)
    numbers: dict[str, int] = {}
    first = 1
    for blocks in _parts(block_sheet.blocks):
        if counting.surely_fits(blocks):
            numbers |= {block.anchor: first for block in blocks if isinstance(block, Paragraph) and block.anchor}
            first += 1
            continue
        pages = flow(Sheet(tuple(blocks)), layout, _MEASURE)
        numbers |= {a.name: n for n, page in enumerate(pages, first) for one in page for a in anchors_of(one)}
        first += len(pages)
    return numbers


def _parts(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks from one page that a title asks for to the next."""
    part: list[Block] = []
    for block in blocks:
        if part and isinstance(block, Paragraph) and block.page_before:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


class _Counting:
    """Counts heights that are never too low."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._width, self._full = type_area(layout.page)
        self._places: dict[Build, _Places] = {}
        self._rooms: dict[tuple[int, float, float], _Room] = {}

    def surely_fits(self, blocks: Sequence[Block]) -> bool:
        """Whether the blocks take one page."""
        left = self._full
        for block in blocks:
            left -= self._height(block) if isinstance(block, Paragraph) else self._table_height(block)
            if left < 0:
                return False
        return True

    def _height(self, block: Paragraph) -> float:
        geometry, em = geometry_of(block.role), text_of(self._layout, block.role).size * MM_A_POINT
        room = self._width / em - geometry.first - 2  # two signs at the right are the number of an entry
        if len(block.text) > room or "\n" in block.text:
            return self._full * 2
        return (geometry.before + geometry.line + geometry.after) * em

    def _table_height(self, table: Table) -> float:
        places = self._places.get(table.build)
        if places is None:
            places = self._places[table.build] = self._found(table)
        texts = texts_at_once([cell for row in table.rows for cell in row.cells])
        more = [room[text] for room, text in zip(places.rooms, texts, strict=True)]
        height = places.height
        for place in places.spans:
            height += more[place]
            more[place] = 0.0
        return height + sum([max(more[start:end]) for start, end in places.rows])

    def _found(self, table: Table) -> _Places:
        fitted = TableFitting(self._layout, _MEASURE).fit(table)
        heights = [
            max([LEAST_ROW, *[cell.pitch + _AROUND for cell in row if cell.stop - cell.row == 1]])
            for row in fitted.rows
        ]
        cells = [cell for row in fitted.rows for cell in row]
        ends = accumulate([len(row) for row in fitted.rows], initial=0)
        rows = tuple((start, end) for start, end in pairwise(ends) if start < end)
        spans = tuple(place for place, cell in enumerate(cells) if cell.stop - cell.row > 1)
        return _Places(sum(heights), tuple(map(self._room, cells)), rows, spans)

    def _room(self, cell: FittedCell) -> _Room:
        rows, em = cell.stop - cell.row, text_of(self._layout, cell.cell.role).size * MM_A_POINT
        spare = rows * LEAST_ROW - cell.pitch - _AROUND if rows > 1 else 0.0
        kind = max(int(cell.room / em), 1), cell.pitch, max(spare, 0.0)
        return self._rooms.setdefault(kind, _Room(*kind))
