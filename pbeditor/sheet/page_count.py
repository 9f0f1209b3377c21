"""On which page each title stands, without setting what fits a page beyond doubt.

Every project begins a page, and most take one: where even lines counted too high leave room, there is nothing to set.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pbeditor.model.form import Layout
from pbeditor.sheet.fitting import FittedCell, TableFitting
from pbeditor.sheet.flow import flow
from pbeditor.sheet.geometry import CELL_Y, LEAST_ROW, MM_A_POINT, RULE, geometry_of, text_of, type_area
from pbeditor.sheet.measure import EmMeasure, most_lines
from pbeditor.sheet.placing import anchors_of
from pbeditor.sheet.sheet import Block, Build, Paragraph, Sheet, Table, texts_at_once

_MEASURE = EmMeasure()
_LEAST = 0.001  # mm
_AROUND = 2 * CELL_Y + RULE * MM_A_POINT  # what a cell needs beside its lines


class _Room(Struct, frozen=True, gc=False):
    """The place of a cell in all tables that are built alike."""

    signs: int  # that surely fit a line
    pitch: float
    row: int
    slack: float  # mm that a cell over several rows may need beyond one line before they grow; 0 for others


class _Places(Struct, frozen=True):
    """Tables built alike: how tall they are with a line in each cell."""

    height: float
    rooms: tuple[_Room, ...]


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
        self._lines: dict[tuple[str, int], int] = {}

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
        long = [
            (text, room)
            for text, room in zip(texts, places.rooms, strict=True)
            if len(text) > room.signs or "\n" in text
        ]
        return places.height + self._beyond(long)

    def _beyond(self, long: list[tuple[str, _Room]]) -> float:
        """How much taller the rows are for the texts of several lines: each row by its longest."""
        rows: dict[int, float] = {}
        more = 0.0
        for text, room in long:
            lines = self._lines.get((text, room.signs))
            if lines is None:
                lines = self._lines[text, room.signs] = most_lines(text, room.signs)
            beyond = (lines - 1) * room.pitch
            if room.slack:
                more += max(beyond - room.slack, 0.0)
            else:
                rows[room.row] = max(rows.get(room.row, 0.0), beyond)
        return more + sum(rows.values())

    def _found(self, table: Table) -> _Places:
        fitted = TableFitting(self._layout, _MEASURE).fit(table)
        heights = [
            max([LEAST_ROW, *[cell.pitch + _AROUND for cell in row if cell.stop - cell.row == 1]])
            for row in fitted.rows
        ]
        rooms = tuple(self._room(cell) for row in fitted.rows for cell in row)
        return _Places(sum(heights), rooms)

    def _room(self, cell: FittedCell) -> _Room:
        rows = cell.stop - cell.row
        slack = max(rows * LEAST_ROW - cell.pitch - _AROUND, _LEAST) if rows > 1 else 0.0
        em = text_of(self._layout, cell.cell.role).size * MM_A_POINT
        return _Room(max(int(cell.room / em), 1), cell.pitch, cell.row, slack)
