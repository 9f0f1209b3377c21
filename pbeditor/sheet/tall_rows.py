"""Which rows of a table may be divided, for those who leave the breaking of pages to another program."""

from itertools import count
from operator import gt

from msgspec import Struct

from pbeditor.model.form import Layout
from pbeditor.sheet.fitting import FittedCell, TableFitting
from pbeditor.sheet.geometry import MM_A_POINT, text_of, type_area
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.sheet import Build, Table, texts_at_once
from pbeditor.sheet.table_breaks import may_be_divided

_MEASURE = EmMeasure()


class _Place(Struct, frozen=True, gc=False):
    """A cell of all tables built alike, `room` ems wide: with so many `lines` it is not yet tall."""

    cell: FittedCell
    room: float
    lines: int

    def surely_holds(self, length: int, breaks: int) -> bool:
        """Whether so many signs with so many breaks need no setting: of two lines one is at least half full."""
        return breaks + 1 + 2 * length / self.room <= self.lines


class _Build(Struct, frozen=True):
    """The cells of tables built alike, and for each the signs that surely make no tall one."""

    places: tuple[_Place, ...]
    without_breaks: tuple[float, ...]
    with_breaks: tuple[float, ...]


class TallRows:
    """Finds them in the tables of one sheet; hardly a text is so long that it must be set for that."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._full = type_area(layout.page)[1]
        self._known: dict[Build, _Build] = {}

    def of(self, table: Table) -> frozenset[int]:
        """The numbers of the rows that hold a cell tall enough, or a part of one."""
        known = self._known.get(table.build)
        if known is None:
            known = self._known[table.build] = self._built(table)
        texts = texts_at_once([cell for row in table.rows for cell in row.cells])
        limits = known.with_breaks if "\n" in "".join(texts) else known.without_breaks
        if not any(map(gt, map(len, texts), limits)):
            return frozenset()
        long = [n for n, (text, most) in enumerate(zip(texts, limits, strict=True)) if len(text) > most]
        tall = [known.places[n].cell for n in long if self._is_tall(texts[n], known.places[n])]
        return frozenset(row for cell in tall for row in range(cell.row, cell.stop))

    def _is_tall(self, text: str, place: _Place) -> bool:
        if place.surely_holds(len(text), text.count("\n")):
            return False
        cell = place.cell
        lines = len(_MEASURE.lines(text, text_of(self._layout, cell.cell.role), cell.room))
        return may_be_divided(cell.need + (lines - cell.lines) * cell.pitch, self._full)

    def _built(self, table: Table) -> _Build:
        fitted = TableFitting(self._layout, _MEASURE).fit(table)
        places = tuple(self._place(cell) for row in fitted.rows for cell in row)
        without = tuple((place.lines - 1) * place.room / 2 for place in places)
        return _Build(places, without, tuple((place.lines - 1) / (1 + 2 / place.room) for place in places))

    def _place(self, cell: FittedCell) -> _Place:
        em = text_of(self._layout, cell.cell.role).size * MM_A_POINT
        around = cell.need - cell.lines * cell.pitch
        lines = next(n for n in count() if may_be_divided(around + (n + 1) * cell.pitch, self._full))
        return _Place(cell, max(cell.room / em, 1.0), lines)
