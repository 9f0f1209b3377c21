"""Texts broken into lines by arithmetic, where that gives the very lines of Qt's layout.

Signs that Qt sets one by one, each with a width that is known, need no layout: their widths add up. What else happens
in a text (words, signs of another font, neighbours that change each other) is left to Qt. A property holds both to be
the same.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QTextBoundaryFinder

from pbeditor.model.form import Text
from pbeditor.ui.paper.signs import JOINED, FreeSigns, PairedSigns, Signs

_HAN = re.compile("[\u4e00-\u9fa5]")
# Signs without a script of their own: Qt sets them as Chinese in a text with Chinese, and otherwise as they are.
_BESIDE = "0123456789，。、；：？！（）《》〔〕%.≥≤"
_ALONE = ("0123456789.%≥≤ ", "0123456789 —")  # a full stop and a dash stand nearer together
_LATIN = re.compile("[0-9._/()-]*[A-Za-z][0-9A-Za-z._/()-]*")  # codes
_CHINESE = re.compile(f"[\u4e00-\u9fa5{_BESIDE}\n]*")
_FIXED = 64  # Qt counts lengths in so many parts of a unit


def plain_signs(text: str, style: Text) -> Signs | None:
    """The signs of a text, its line breaks aside; None where only a layout can tell."""
    if _HAN.search(text):
        signs: Signs | None = _free(style, "目" + _BESIDE, "目") if _CHINESE.fullmatch(text) else None
    elif _LATIN.fullmatch(text):
        signs = _paired(style)
    else:
        given = next((each for each in _ALONE if set(text).issubset(each)), "")
        is_alone = given and text == text.strip() and JOINED not in text
        signs = _free(style, given, "0") if is_alone else None
    return signs if signs and signs.knows(text) else None


def plain_lines(text: str, signs: Signs | None, width: float, first: float) -> tuple[str, ...] | None:
    """The lines of a text of these signs, the first one `first` twips wide; None where only a layout can tell."""
    if signs is None:
        return None
    width, first = (max(int(room * _FIXED), 0) / _FIXED for room in (width, first))
    parts = text.split("\n")
    if len(parts) == 1 and signs.width(text) <= first:
        return (text,)
    if " " in text or isinstance(signs, PairedSigns):  # a space takes no room at the end of a line
        return None
    found: list[str] = []
    for part in parts:
        lines = _broken(part, signs, width, first)
        if lines is None:
            return None
        found += lines
        first = width
    return tuple(found)


def _broken(text: str, signs: Signs, width: float, first: float) -> list[str] | None:
    """The lines of a paragraph; None where a sign that reaches beyond its width, or a long word, makes it doubtful."""
    ends = list(accumulate(map(signs.widths.__getitem__, text), initial=0.0))
    lines: list[str] = []
    start, room, finder = 0, first, None
    while ends[-1] - ends[start] > room:
        end = most = bisect_right(ends, ends[start] + room) - 1
        finder = finder or QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
        while end > start and not _may_break(finder, end):
            end -= 1
        line = text[start:end]
        if not line or (end == most and signs.width(line) > room):
            return None
        lines.append(line)
        start, room = end, width
    last = text[start:]
    return [*lines, last] if signs.width(last) <= room else None


@lru_cache(maxsize=256)
def _free(style: Text, given: str, around: str) -> Signs:
    return FreeSigns(style, given, around)


@lru_cache(maxsize=64)
def _paired(style: Text) -> Signs:
    return PairedSigns(style)


def _may_break(finder: QTextBoundaryFinder, place: int) -> bool:
    finder.setPosition(place)
    return finder.isAtBoundary()
