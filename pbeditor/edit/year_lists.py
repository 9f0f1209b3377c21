"""Years told one after the other, as 2017年、2018年和2019年: none of them moves on alone."""

from collections.abc import Iterable
from itertools import pairwise

from pbeditor.model.patterns import pattern
from pbeditor.model.years import OF_YEARS, Written

Years = tuple[Written, ...]
_JOINT = pattern(r"\s*(?:学?年度?)?\s*[底末初]?\s*(?:[、，,和与及]|以及)\s*")


def lists_in(text: str, written: Iterable[Written]) -> dict[Written, Years]:
    """The years of each list, under every one of them. What stands by itself is in none."""
    lists: list[Years] = []
    years = [one for one in written if one.kind in OF_YEARS]
    for before, one in pairwise(years):
        if not _JOINT.fullmatch(text, before.end, one.start):
            continue
        if lists and lists[-1][-1] is before:
            lists[-1] = (*lists[-1], one)
        else:
            lists.append((before, one))
    return {one: each for each in lists for one in each}


def are_in_turn(years: Years) -> bool:
    """Whether each year of a list follows the one before it, up or down, so that all of them move on together."""
    steps = {later.numbers[0] - earlier.numbers[-1] for earlier, later in pairwise(years)}
    return steps in ({1}, {-1})
