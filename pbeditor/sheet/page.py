"""A page as it is drawn: texts, rules and anchors at their places, in mm from the upper left corner of the paper."""

from msgspec import Struct

# Kinds of placed text: what the sheet says, said again after a break, and what only the page has.
TEXT, REPEAT, LEADER, NUMBER, FOOT, MARK = "text", "repeat", "leader", "number", "foot", "mark"


class PlacedText(Struct, frozen=True, gc=False):
    """Lines `first` to `first + count` of `text`, as they break at `width` with the first line begun `indent` in.

    `role` tells the look. `y` is the upper edge of the first line shown; each further one is a pitch lower.
    """

    text: str
    role: str
    x: float
    y: float
    width: float
    first: int = 0
    count: int = 1
    align: str = "left"
    indent: float = 0.0
    kind: str = TEXT
    target: str = ""  # the anchor that a click leads to


class Rule(Struct, frozen=True, gc=False):
    """A line of a grid, level or upright."""

    x1: float
    y1: float
    x2: float
    y2: float


class Anchor(Struct, frozen=True, gc=False):
    """A place that links and bookmarks lead to: the top of a title."""

    name: str
    text: str
    role: str
    y: float


class Page(Struct, frozen=True):
    """One side of paper; `number` counts from 1."""

    number: int
    texts: tuple[PlacedText, ...] = ()
    rules: tuple[Rule, ...] = ()
    anchors: tuple[Anchor, ...] = ()


def shift(align: str, room: float) -> float:
    """How far from the left a line begins that leaves so much room."""
    return {"center": room / 2, "right": room}.get(align, 0.0)
