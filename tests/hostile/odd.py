"""Values of a file of data with some of them odd: what a hand or a disk may leave of one, still of the right kind."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from operator import setitem
from random import Random
from typing import Any

Put = Callable[[Any], object]
TEXTS = ("", " ", "0", "甲", "甲\n乙", "\x01", "“", "[0-9", "{year}", "{number:d}", "{name[0]}", "name", "x" * 3000)
WHOLES = (0, -1, 1, 2, 7, 50, 1000, 100_000, 10**9, -(10**9), 10**25)
FRACTIONS = (*map(float, WHOLES), 0.001, 1e300, float("nan"), float("inf"))
_SEVERAL = (1, 1, 1, 2, 4)


def odd(value: dict[str, Any], chance: Random) -> dict[str, Any]:
    """The same with one to four odd places."""
    made = deepcopy(value)
    places = [*_places(made)]
    numbers = [place for place in places if not isinstance(place[0], str)]
    for _ in range(chance.choice(_SEVERAL)):
        now, put = chance.choice(chance.choice((places, numbers)))  # of texts there are far more
        _spoil(now, put, chance)
    return made


def _spoil(now: Any, put: Put, chance: Random) -> None:
    if isinstance(now, bool):
        put(not now)
    elif isinstance(now, str):
        put(chance.choice(TEXTS))
    elif isinstance(now, int | float):
        put(chance.choice(WHOLES if isinstance(now, int) else FRACTIONS))
    elif isinstance(now, dict) and now:
        now.pop(chance.choice([*now]))
    elif now:
        put(chance.choice(([], now[1:], [*now, deepcopy(chance.choice(now))])))


def _places(value: Any) -> Iterator[tuple[Any, Put]]:
    """Each value inside, and how to put another one in its place."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value[key], partial(setitem, value, key)
        yield from _places(value[key])
