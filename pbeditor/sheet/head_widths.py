"""The grid columns of a project's head: alike, unless an amount needs more room than its box then has."""

from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.document import Project
from pbeditor.model.form import Box, Layout
from pbeditor.sheet.amount_room import Room, amount_room, is_enough, label_room, shared

Boxes = Sequence[tuple[int, Box]]


def head_widths(layout: Layout, rows: Sequence[Boxes], projects: Sequence[Project], room: float) -> tuple[float, ...]:
    """The widths in mm, `room` in all; the same for all projects of a document, so that its pages look alike."""
    usual = room / layout.head_columns
    widths = [usual] * layout.head_columns
    for row in rows:
        boxes = [(place, box) for place, box in row if place and (box.label or box.field in BUDGET_PARTS)]
        rooms = [_room(box, usual * box.columns, layout, projects) for _, box in boxes]
        if not is_enough(rooms):  # a label goes on in another line before an amount is divided
            rooms = [
                replace(room, needs=room.given) if box.label else room
                for room, (_, box) in zip(rooms, boxes, strict=True)
            ]
        if any(room.needs > room.given for room in rooms):
            for (place, box), width in zip(boxes, shared(rooms), strict=True):
                widths[place : place + box.columns] = [width / box.columns] * box.columns
    return tuple(widths)


def _room(box: Box, given: float, layout: Layout, projects: Sequence[Project]) -> Room:
    if box.label:
        return label_room(given, box.label, layout)
    return amount_room(given, set(map(attrgetter(f"budget.{box.field}"), projects)), layout)
