"""How wide and how tall text is. The window asks real fonts; where there are none, a sign is as wide as its size."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from math import floor
from typing import Protocol
from unicodedata import east_asian_width

from pbeditor.model.form import Text
from pbeditor.model.patterns import pattern
from pbeditor.sheet.geometry import MM_A_POINT

_NOT_FIRST = frozenset("，。、；：？！）〕］｝》〉」』】”’％℃…—·,.;:?!)]}%")
_HAN = pattern("[\u4e00-\u9fff]*")
_NOT_LAST = frozenset("（〔［｛《〈「『【“‘([{")


_ROUNDING = 1e-9  # ems: three signs have room where the width is that of three, whatever the division makes of it


class Measure(Protocol):
    """Answers for a text in a style; all lengths in mm."""

    def lines(self, text: str, style: Text, width: float, indent: float = 0.0) -> tuple[str, ...]:
        """The lines of `text` at `width`, the first one begun `indent` in; "\\n" breaks and belongs to no line.

        Joined they are the text without its breaks; a blank text is one blank line.
        """

    def width(self, text: str, style: Text) -> float:
        """The width of one line."""


class EmMeasure:
    """Chinese signs are as wide as the font size, Latin ones half of that: near enough for page numbers."""

    def lines(self, text: str, style: Text, width: float, indent: float = 0.0) -> tuple[str, ...]:
        """See `Measure`."""
        em = style.size * MM_A_POINT
        room, first = width / em + _ROUNDING, (width - indent) / em + _ROUNDING
        if len(text) <= first and "\n" not in text:
            return (text,)
        return tuple(_set(text, room, first))

    def width(self, text: str, style: Text) -> float:
        """See `Measure`."""
        return sum(map(_ems, text)) * style.size * MM_A_POINT


def most_lines(text: str, signs: int) -> int:
    """How many lines `EmMeasure` makes at most where a line has room for so many signs of the widest."""
    if len(text) <= signs and "\n" not in text:
        return 1
    count = 0
    for paragraph in text.split("\n"):
        start, last = 0, len(paragraph) - signs
        while start < last:
            end = start + signs
            while end > start and not _may_break(paragraph[end - 1], paragraph[end]):
                end -= 1
            start = end if end > start else start + signs
            count += 1
        count += 1
    return count


@lru_cache(maxsize=4096)
def _ems(sign: str) -> float:
    return 1.0 if east_asian_width(sign) in "WFA" else 0.5


def _set(text: str, room: float, first: float) -> Iterator[str]:
    for paragraph in text.split("\n"):
        yield from _even(paragraph, room, first) if _HAN.fullmatch(paragraph) else _broken(paragraph, room, first)
        first = room


def _even(text: str, room: float, first: float) -> Iterator[str]:
    """Lines of signs that are all alike and may break anywhere, as most texts of the form are."""
    start, end, step = 0, max(int(first), 1), max(int(room), 1)
    while end < len(text):
        yield text[start:end]
        start, end = end, end + step
    yield text[start:]


def _broken(text: str, room: float, first: float) -> Iterator[str]:
    """Greedy lines; a word longer than a line breaks anywhere. Spaces at the end of a line take no room."""
    before = [0.0, *accumulate(map(_ems, text))]  # what is left of each place
    start, limit = 0, _in_halves(first)
    while (place := _first_beyond(text, before, start, limit)) < len(text):
        end = place
        while end > start and not _may_break(text[end - 1], text[end]):
            end -= 1
        end = end if end > start else place
        yield text[start:end]
        start, limit = end, _in_halves(room)
    yield text[start:]


def _first_beyond(text: str, before: list[float], start: int, limit: float) -> int:
    """The place of the first sign that a line from `start` has no room for; the length of the text if all fits."""
    place = max(bisect_right(before, before[start] + limit) - 1, start + 1)
    while place < len(text) and text[place] == " ":
        place += 1
    return place


def _in_halves(ems: float) -> float:
    """What fits there, for signs are one or half an em wide; sums of such are exact."""
    return floor(ems * 2) / 2


def _may_break(before: str, after: str) -> bool:
    if after == " " or before in _NOT_LAST or after in _NOT_FIRST:
        return False
    return before in " -" or _ems(before) > 0.5 or _ems(after) > 0.5  # noqa: PLR2004
