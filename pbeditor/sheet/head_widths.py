"""The grid columns of a project's head: alike, unless an amount needs more room than its box then has."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec import Struct

from pbeditor.model.amount import number
from pbeditor.model.document import Project
from pbeditor.model.form import Box, Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import CELL_X, text_of, type_area
from pbeditor.sheet.measure import EmMeasure

AMOUNTS = ("total", "fiscal", "other")
_MEASURE = EmMeasure()
_OTHER_FONT = 1.08  # digits of a font that stands in for the form's may be wider than half an em
_ROUNDING = 0.5  # mm
_LEAST = 0.6  # of its box is kept by one whose amounts are short
Boxes = Sequence[tuple[int, Box]]


class _Room(Struct, frozen=True):
    """A box that is `given` so many mm, `needs` so many, and leaves nothing to others below `least`."""

    place: int
    columns: int
    given: float
    needs: float
    least: float


def head_widths(layout: Layout, rows: Sequence[Boxes], projects: Sequence[Project]) -> tuple[float, ...]:
    """The widths in mm; the same for all projects of a document, so that its pages look alike.

    A number that is divided reads as two, so its box takes room from those beside it that have some to spare.
    """
    usual = type_area(layout.page)[0] / layout.head_columns
    widths = [usual] * layout.head_columns
    for row in rows:
        boxes = [(place, box) for place, box in row if place and (box.label or box.field in AMOUNTS)]
        rooms = [_room(place, box, usual, layout, projects) for place, box in boxes]
        if any(room.needs > room.given for room in rooms):
            for room, width in zip(rooms, _shared(rooms), strict=True):
                widths[room.place : room.place + room.columns] = [width / room.columns] * room.columns
    return tuple(widths)


def _room(place: int, box: Box, usual: float, layout: Layout, projects: Sequence[Project]) -> _Room:
    given, around = usual * box.columns, 2 * CELL_X
    if box.label:  # one of several lines stays as it is
        needs = min(_MEASURE.width(box.label, text_of(layout, sheet.LABEL)) + around + _ROUNDING, given)
        return _Room(place, box.columns, given, needs, needs)
    longest = _longest(set(map(attrgetter(f"budget.{box.field}"), projects)))
    width = _MEASURE.width(longest, text_of(layout, sheet.VALUE))
    safe = width * _OTHER_FONT + around
    needs = safe if width + around > given else given
    return _Room(place, box.columns, given, needs, max(safe, given * _LEAST))


def _longest(texts: Iterable[str]) -> str:
    """The longest number among texts that may be many."""
    return next((text for text in sorted(texts, key=len, reverse=True) if number(text) is not None), "")


def _shared(rooms: Sequence[_Room]) -> list[float]:
    """The width of each: what some lack is taken from what the others can spare, or as much of it as there is."""
    lack = sum(max(room.needs - room.given, 0.0) for room in rooms)
    spare = sum(max(room.given - room.least, 0.0) for room in rooms)
    moved = min(lack, spare)
    got, given = moved / lack, moved / spare if spare else 0.0
    return [
        room.given + max(room.needs - room.given, 0.0) * got - max(room.given - room.least, 0.0) * given
        for room in rooms
    ]
