"""Rows of any kind: projects of a document, indicators of a project."""

from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter, indexOf
from typing import Protocol, TypeVar


class HasId(Protocol):
    """Anything that an id tells apart from its neighbours."""

    @property
    def id(self) -> str:
        """Unique among the rows of one document."""


T = TypeVar("T", bound=HasId)
_ids = attrgetter("id")  # mapped over rows: after each keystroke some thousands are gone through


def inserted(items: tuple[T, ...], index: int, new: Iterable[T]) -> tuple[T, ...]:
    """The rows with `new` before place `index`."""
    return (*items[:index], *new, *items[index:])


def without(items: tuple[T, ...], ids: Iterable[str]) -> tuple[T, ...]:
    """The rows except those with one of `ids`."""
    gone = frozenset(ids)
    return tuple(item for item in items if item.id not in gone)


def moved(items: tuple[T, ...], ids: Iterable[str], before: int) -> tuple[T, ...]:
    """The rows with those of `ids`, in their present order, put together in front of the row now at `before`."""
    chosen = frozenset(ids)
    head = tuple(item for item in items[:before] if item.id not in chosen)
    tail = tuple(item for item in items[before:] if item.id not in chosen)
    return (*head, *(item for item in items if item.id in chosen), *tail)


def shifted(items: tuple[T, ...], ids: Iterable[str], step: int) -> tuple[T, ...]:
    """The rows with each of `ids` one place up (step -1) or down (step 1); at the edge they stay where they are."""
    chosen = frozenset(ids)
    if not can_shift(items, chosen, step):
        return items
    rows = list(items[::-step])  # towards the start, so that both directions are one
    for place in range(1, len(rows)):
        if rows[place].id in chosen and rows[place - 1].id not in chosen:
            rows[place - 1 : place + 1] = rows[place], rows[place - 1]
    return tuple(rows[::-step])


def can_shift(items: Sequence[HasId], ids: Collection[str], step: int) -> bool:
    """Whether `shifted` would change anything: some chosen row has one before it on its way that is not chosen."""
    way, chosen = map(_ids, items if step < 0 else reversed(items)), frozenset(ids)
    for other in way:
        if other not in chosen:
            break
    return any(map(chosen.__contains__, way))  # of those beyond that one


def place_of(items: Sequence[HasId], item_id: str) -> int:
    """The place of a row from 0. LookupError where there is none."""
    try:
        return indexOf(map(_ids, items), item_id)
    except ValueError:
        raise LookupError(item_id) from None


def changed(items: tuple[T, ...], item_id: str, change: Callable[[T], T]) -> tuple[T, ...]:
    """The rows with `change` made to the one called `item_id`; the same tuple when that changes nothing."""
    new = tuple(change(item) if item.id == item_id else item for item in items)
    return items if all(a is b for a, b in zip(items, new, strict=True)) else new
