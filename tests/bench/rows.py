"""One line of a table of ratios, and how it is measured."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter

from msgspec import Struct

PAIRS = 7


class Row(Struct, frozen=True):
    """What is measured, against what, and the two calls; a slow floor needs fewer `pairs`."""

    what: str
    against: str
    measured: Callable[[], object]
    floor: Callable[[], object]
    pairs: int = PAIRS


def compared(row: Row) -> tuple[float, float]:
    """Median milliseconds of what is measured, and its median ratio to the floor."""
    row.measured(), row.floor()
    pairs = [(seconds(row.measured), seconds(row.floor)) for _ in range(row.pairs)]
    return median(a for a, _ in pairs) * 1000, median(a / b for a, b in pairs)


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes, after the garbage of those before was collected."""
    gc.collect()
    start = perf_counter()
    call()
    return perf_counter() - start
