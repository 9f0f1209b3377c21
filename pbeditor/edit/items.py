"""Rows of any kind: projects of a document, indicators of a project."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol, TypeVar


class HasId(Protocol):
    """Anything that an id tells apart from its neighbours."""

    @property
    def id(self) -> str:
        """Unique among the rows of one document."""


T = TypeVar("T", bound=HasId)


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
    """The rows with those of `ids` one place up (step -1) or down (step 1); at the edge nothing changes."""
    chosen = frozenset(ids)
    places = [index for index, item in enumerate(items) if item.id in chosen]
    if not places or (places[0] == 0 if step < 0 else places[-1] == len(items) - 1):
        return items
    return moved(items, chosen, places[0] - 1 if step < 0 else places[-1] + 2)


def can_shift(items: Sequence[HasId], ids: Collection[str], step: int) -> bool:
    """Whether `shifted` would change anything: some row is chosen, and the one at the edge is not."""
    return bool(ids) and bool(items) and items[0 if step < 0 else -1].id not in ids


def changed(items: tuple[T, ...], item_id: str, change: Callable[[T], T]) -> tuple[T, ...]:
    """The rows with `change` made to the one called `item_id`; the same tuple when that changes nothing."""
    new = tuple(change(item) if item.id == item_id else item for item in items)
    return items if all(a is b for a, b in zip(items, new, strict=True)) else new
