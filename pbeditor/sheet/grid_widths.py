"""The columns of the indicator grid: together as wide as the head above them, whatever the paper."""

from collections.abc import Sequence

from pbeditor.model.form import Column, Layout
from pbeditor.sheet.amount_room import Room, fixed_room, shared, words_room

_CATEGORIES = ("level1", "level2")  # names of the form, which have all the room they need
_EVEN = 0.5  # mm, within which the form's own widths are meant to fill the paper


def grid_widths(layout: Layout, columns: Sequence[Column], room: float) -> tuple[float, ...]:
    """The widths in mm: the form's own; all but categories take more on wider paper and give on narrower.

    Where that does not do they are wider than the room, and all are drawn narrower.
    """
    widths = [column.width for column in columns]
    more = room - sum(widths)
    if more > _EVEN:
        takers = [0.0 if column.field in _CATEGORIES else column.width for column in columns]
        takers = takers if any(takers) else widths
        return tuple(width + more * part / sum(takers) for width, part in zip(widths, takers, strict=True))
    if more < -_EVEN:
        return tuple(shared([*(_room(column, layout) for column in columns), Room(0.0, -more, 0.0)])[:-1])
    return tuple(widths)


def _room(column: Column, layout: Layout) -> Room:
    return fixed_room(column.width) if column.field in _CATEGORIES else words_room(column.width, layout)
