"""Room for amounts: a number that is divided reads as two, so its box takes what those beside it can spare."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from pbeditor.model.amount import number
from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import CELL_X, MM_A_POINT, text_of
from pbeditor.sheet.measure import EmMeasure

_MEASURE = EmMeasure()
_OTHER_FONT = 1.08  # digits of a font that stands in for the form's may be wider than half an em
_ROUNDING = 0.5  # mm
_LEAST = 0.6  # of its box is kept by one whose texts are short


class Room(Struct, frozen=True):
    """A box that is `given` so many mm, `needs` so many, and leaves nothing to others below `least`."""

    given: float
    needs: float
    least: float


def fixed_room(given: float) -> Room:
    """A box that stays as it is."""
    return Room(given, given, given)


def spare_room(given: float) -> Room:
    """A box of words, which go on in another line."""
    return Room(given, given, given * _LEAST)


def words_room(given: float, layout: Layout) -> Room:
    """A box of words that keeps, where it has it, room for a word of four signs."""
    word = 4 * text_of(layout, sheet.VALUE).size * MM_A_POINT + 2 * CELL_X + _ROUNDING
    return Room(given, given, min(max(given * _LEAST, word), given))


def label_room(given: float, label: str, layout: Layout) -> Room:
    """A box as wide as its label needs; one that lacks room for it gives nothing to others."""
    needs = _MEASURE.width(label, text_of(layout, sheet.LABEL)) + 2 * CELL_X + _ROUNDING
    return Room(given, max(needs, given), min(needs, given))


def figure_room(text: str, layout: Layout) -> float:
    """The width in mm in which a number surely stays whole."""
    return _MEASURE.width(text, text_of(layout, sheet.VALUE)) * _OTHER_FONT + 2 * CELL_X


def amount_room(given: float, texts: Iterable[str], layout: Layout) -> Room:
    """A box for each of these amounts; what is no number counts for nothing."""
    longest = next((text for text in sorted(texts, key=len, reverse=True) if number(text) is not None), "")
    width, around = _MEASURE.width(longest, text_of(layout, sheet.VALUE)), 2 * CELL_X
    safe = width * _OTHER_FONT + around
    return Room(given, safe if width + around > given else given, max(safe, given * _LEAST))


def is_enough(rooms: Sequence[Room]) -> bool:
    """Whether what some lack is there with the others."""
    return sum(room.needs - room.given for room in rooms) <= sum(max(room.given - room.least, 0.0) for room in rooms)


def shared(rooms: Sequence[Room]) -> list[float]:
    """The width of each: what some lack is taken from what the others can spare, or as much of it as there is."""
    lacks = [max(room.needs - room.given, 0.0) for room in rooms]
    spares = [max(room.given - room.least, 0.0) for room in rooms]
    lack, spare = sum(lacks), sum(spares)
    if not lack or not spare:
        return [room.given for room in rooms]
    moved = min(lack, spare)
    return [
        room.given + more * moved / lack - less * moved / spare
        for room, more, less in zip(rooms, lacks, spares, strict=True)
    ]
