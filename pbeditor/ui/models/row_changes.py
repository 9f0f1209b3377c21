"""How one list of rows becomes another, in the spans that an item model announces."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct


class RowChange(Struct, frozen=True):
    """Rows `first` to `last` go, come (taken from the new list at the same places) or move to stand before `to`.

    Places count in the list as the changes before left it; `to` < `first`, because rows only ever move up.
    """

    kind: Literal["remove", "insert", "move"]
    first: int
    last: int
    to: int = 0


def row_changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[RowChange]:
    """The changes that, one after another, turn the keys `old` into `new`; keys are unique in each list."""
    wanted = set(new)
    rows = [key for key in old if key in wanted]
    yield from _removals([key in wanted for key in old])
    known = set(rows)
    at = 0
    while at < len(new):
        length = _run(new, at, known)
        if new[at] not in known:
            rows[at:at] = new[at : at + length]
            yield RowChange("insert", at, at + length - 1)
            at += length
        elif rows[at] == new[at]:
            at += 1
        else:
            change = _move(rows, new, at)
            rows[at:at] = _taken(rows, change)
            yield change
            at = change.to + change.last - change.first + 1


def spans(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Ascending row numbers as (first, last) of each run without a gap."""
    first = last = None
    for row in rows:
        if first is not None and last is not None and row != last + 1:
            yield first, last
            first = row
        first, last = row if first is None else first, row
    if first is not None and last is not None:
        yield first, last


def _removals(kept: Sequence[bool]) -> Iterator[RowChange]:
    """Spans of rows to go, the last first, so that earlier places stay valid."""
    last = len(kept) - 1
    while last >= 0:
        if kept[last]:
            last -= 1
            continue
        first = last
        while first and not kept[first - 1]:
            first -= 1
        yield RowChange("remove", first, last)
        last = first - 1


def _run(new: Sequence[Hashable], at: int, known: set[Hashable]) -> int:
    """How many rows from `at` on are new."""
    end = at
    while end < len(new) and new[end] not in known:
        end += 1
    return end - at


def _move(rows: Sequence[Hashable], new: Sequence[Hashable], at: int) -> RowChange:
    first = rows.index(new[at], at)
    last = first
    while last + 1 < len(rows) and at + last + 1 - first < len(new) and rows[last + 1] == new[at + last + 1 - first]:
        last += 1
    return RowChange("move", first, last, at)


def _taken(rows: list[Hashable], change: RowChange) -> list[Hashable]:
    block = rows[change.first : change.last + 1]
    del rows[change.first : change.last + 1]
    return block
