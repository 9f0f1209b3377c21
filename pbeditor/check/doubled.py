"""Characters that stand twice: slips of the pen, and what may be one.

Most characters double by right, where one word ends with what the next begins with: 可以以奖代补, 目前前期工作. Only
marks are surely a slip; of the rest, those are told that neither neighbour explains, for a person to look at.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from pbeditor.check import words
from pbeditor.model.patterns import pattern

_MARKS = re.escape(words.MARKS)
_SLIPS = pattern(rf"([{_MARKS}])\1+|(?<![{words.BEFORE_DE}])的的+(?![{words.AFTER_DE}])|{words.SLIP_LE}")
_SUSPECTS = pattern(
    "|".join(f"(?<![{ends or ' '}]){sign}{{2,}}(?!{begins or ' '})" for sign, ends, begins in words.STANDING_TWICE)
)
# One of these is in every text that holds any of them.
_ANY = pattern(rf"([{_MARKS}的了{''.join(sign for sign, _, _ in words.STANDING_TWICE)}])\1")


class Doubled(Struct, frozen=True):
    """One place: `text[start:end]`; `is_slip` where it cannot be meant."""

    start: int
    end: int
    is_slip: bool


def has_doubled(text: str) -> bool:
    """Whether a closer look is worth while."""
    return _ANY.search(text) is not None


def doubled_in(text: str) -> Iterator[Doubled]:
    """The first slip of a text and the first place to look at, if there are such."""
    if not has_doubled(text):
        return
    for known, is_slip in ((_SLIPS, True), (_SUSPECTS, False)):
        if found := known.search(text):
            yield Doubled(*found.span(), is_slip)


def without_slips(text: str) -> str:
    """The text with each slip reduced to one character."""
    return _SLIPS.sub(lambda found: found.group()[0], text)
