"""Telling with `is` what is another object than before, and so has to be looked at again."""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not


def differing(before: Sequence[object], after: Sequence[object]) -> list[int]:
    """The indexes at which `after` holds another object than `before` does, those beyond its end included."""
    if before is after:
        return []
    return [*compress(count(), map(is_not, before, after)), *range(len(before), len(after))]
