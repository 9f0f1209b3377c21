"""Work in steps: it can be left and taken up again between any two of them."""

from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
CountedSteps = Generator[tuple[int, int], None, T]  # each tells how many of how many are done

SOME = 50  # projects, which are looked at in a few milliseconds


def at_once(steps: Generator[object, None, T]) -> T:
    """What the work comes to, done in one go."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def gathered(items: Iterable[T]) -> Steps[list[T]]:
    """All items, some in a step; a few are all in the first."""
    found: list[T] = []
    for item in items:
        if found and not len(found) % SOME:
            yield
        found.append(item)
    return found
