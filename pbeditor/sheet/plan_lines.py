"""How the periods of a plan are laid: side by side as long as no percentage is divided, else in several lines."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import count, pairwise

from msgspec.structs import replace

from pbeditor.model.amount import number
from pbeditor.model.form import Box, Layout
from pbeditor.sheet.amount_room import figure_room

PERIODS, PLAN = "periods", "plan"
_USUAL, _LAST = "10.00", "100.00"  # what is sure to be written into a plan
_LONGEST = len(_LAST) + 2  # signs; what is longer is no percentage that a line is broken for
_LINE = 2  # rows of the head: the periods, and the percentages below them

Head = tuple[tuple[Box, ...], ...]


def shares(columns: int, texts: int) -> list[int]:
    """The edges of so many cells that share grid columns."""
    return [columns * index // texts for index in range(texts + 1)]


def a_line(periods: int, lines: int) -> int:
    """How many periods stand in a line."""
    return -(-periods // lines)


def lines_for(layout: Layout, width: float, periods: int, plans: Iterable[Sequence[str]]) -> int:
    """How many lines so many periods take, given all plans with as many and the `width` of a grid column in mm."""
    box = plan_box(layout.head)
    if box is None:
        return 1
    needs = [figure_room(_USUAL, layout)] * (periods - 1) + [figure_room(_LAST, layout)]
    for plan in plans:
        for place, text in enumerate(plan[:periods]):
            if len(text) <= _LONGEST and number(text) is not None:
                needs[place] = max(needs[place], figure_room(text, layout))
    return next(lines for lines in count(1) if _fit(needs, a_line(periods, lines), box.columns, width))


def _fit(needs: Sequence[float], a_line: int, columns: int, width: float) -> bool:
    rooms = [(right - left) * width for left, right in pairwise(shares(columns, a_line))]
    return a_line == 1 or all(need <= rooms[place % a_line] for place, need in enumerate(needs))


def plan_box(head: Head) -> Box | None:
    """The box of the periods, where that of the percentages stands right below it; else a plan has one line."""
    for above, below in pairwise(head):
        boxes = [box for box in above if box.field == PERIODS]
        if boxes and any(box.field == PLAN for box in below):
            return boxes[0]
    return None


@lru_cache(maxsize=64)
def with_lines(head: Head, lines: int) -> Head:
    """The head with the rows of the plan so many times; what stands beside them reaches down."""
    if lines == 1:
        return head
    first = next(row for row, boxes in enumerate(head) if any(box.field == PERIODS for box in boxes))
    periods, plan = head[first], head[first + 1]
    more = _LINE * (lines - 1)
    reaching = tuple(box if box.field == PERIODS else replace(box, rows=box.rows + more) for box in periods)
    again = tuple(box for box in periods if box.field == PERIODS)
    return (*head[:first], reaching, plan, *(again, plan) * (lines - 1), *head[first + _LINE :])
