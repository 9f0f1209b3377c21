"""Characters that stand twice: slips of the pen, and what may be one.

Most characters double by right, where one word ends with what the next begins with: 可以以奖代补, 目前前期工作. Only
marks and the particles 的 and 了 are surely a slip; of the rest, those are told that neither neighbour explains, for a
person to look at.
"""

import re

from pbeditor.check import words
from pbeditor.model.patterns import pattern

_MARKS = re.escape(words.MARKS)
_SLIPS = pattern(rf"([{_MARKS}])\1+|(?<![{words.BEFORE_DE}])的的+(?![{words.AFTER_DE}])|{words.SLIP_LE}")
_SUSPECTS = pattern(
    "|".join(f"(?<![{ends or ' '}]){sign}{{2,}}(?!{begins or ' '})" for sign, ends, begins in words.STANDING_TWICE)
)
# One of these is in every text that holds any of them.
_ANY = pattern(rf"([{_MARKS}的了{''.join(sign for sign, _, _ in words.STANDING_TWICE)}])\1")


def has_doubled(text: str) -> bool:
    """Whether a closer look is worth while."""
    return _ANY.search(text) is not None


def first_slip(text: str) -> re.Match[str] | None:
    """The first place where a mark or a particle stands twice, which cannot be meant."""
    return _SLIPS.search(text) if has_doubled(text) else None


def first_doubt(text: str) -> re.Match[str] | None:
    """The first place where another character stands twice and no word explains it."""
    return _SUSPECTS.search(text) if has_doubled(text) else None


def without_slips(text: str) -> str:
    """The text with each slip reduced to one character."""
    return _SLIPS.sub(lambda found: found.group()[0], text)
