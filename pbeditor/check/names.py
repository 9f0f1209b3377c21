"""What the name of an indicator or project tells about it. Each answer is remembered: names repeat."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from pbeditor.check import words
from pbeditor.model.patterns import pattern
from pbeditor.model.text import fold

_ASIDE = pattern(r"[（(][^（()）]*[)）]$")
_QUOTED = pattern(r"[“《\"][^”》\"]*[”》\"]")
_REMEMBERED = 8192


def alternatives(several: Iterable[str]) -> str:
    """A pattern that matches one of these words."""
    return "|".join(map(re.escape, several))


def _speaks_of(several: Iterable[str]) -> Callable[[str], bool]:
    known = pattern(alternatives(several))
    return lru_cache(maxsize=_REMEMBERED)(lambda name: known.search(name) is not None)


_WORKS, _LOOSE_WORKS, _SOFT_WORKS = (
    pattern(alternatives(several)) for several in (words.WORKS, words.LOOSE_WORKS, words.SOFT_WORKS)
)
is_timely = _speaks_of(words.TIMELY)
is_about_quality = _speaks_of(words.QUALITY)
is_about_cost = _speaks_of(words.COST)
is_unbounded = _speaks_of(words.UNBOUNDED)
is_input = _speaks_of(words.INPUTS)
_is_good = _speaks_of(words.GOOD)
_is_bad = _speaks_of(words.BAD)
_is_turned = _speaks_of(words.TURNING)
_is_about_bad = _speaks_of(words.ABOUT_BAD)
_names_satisfaction = _speaks_of(words.SATISFIED)
_ASKED, _NO_WORKS = pattern(words.SATISFACTION_ASKED), pattern(words.NO_WORKS)
folded = lru_cache(maxsize=_REMEMBERED)(fold)


@lru_cache(maxsize=_REMEMBERED)
def is_satisfaction(name: str) -> bool:
    """Whether the name asks how satisfied somebody is, and not how many were asked about it."""
    return _names_satisfaction(name) and _ASKED.search(name) is None


@lru_cache(maxsize=_REMEMBERED)
def is_rate(name: str) -> bool:
    """Whether the name asks for a percentage: 覆盖率, 所占比例."""
    plain = _ASIDE.sub("", folded(name)).removesuffix("情况")
    return (plain.endswith(words.RATE_ENDINGS) and not plain.endswith(words.NOT_RATES)) or is_satisfaction(plain)


@lru_cache(maxsize=_REMEMBERED)
def is_count(name: str) -> bool:
    """Whether the name asks for a count or measure: 培训人数, 绿化面积."""
    return _ASIDE.sub("", folded(name)).endswith(words.COUNT_ENDINGS)


def is_better_high(name: str) -> bool:
    """Whether more of it is better, beyond doubt: 合格率."""
    return _is_good(name) and not _is_turned(name)


def is_better_low(name: str) -> bool:
    """Whether less of it is better, beyond doubt: 投诉次数."""
    return _is_bad(name) and not (_is_turned(name) or _is_good(name) or _is_about_bad(name))


@lru_cache(maxsize=_REMEMBERED)
def is_works(name: str) -> bool:
    """Whether a project of this name builds, repairs or buys something."""
    plain = _QUOTED.sub("", name)
    return _WORKS.search(plain) is not None or (
        _LOOSE_WORKS.search(plain) is not None
        and _SOFT_WORKS.search(plain) is None
        and _NO_WORKS.search(_ASIDE.sub("", plain)) is None
    )


@lru_cache(maxsize=_REMEMBERED)
def kernel(name: str) -> str:
    """The name without the words that make no other indicator of it."""
    bare = re.sub(r"[\W_的]|情况|工作", "", folded(name))
    return bare.replace("数量", "数").replace("比率", "率").replace("比例", "率")
