"""Texts broken into lines by arithmetic, where that gives the very lines of Qt's layout.

Signs that Qt sets one by one, each with the width that its font gives it, need no layout: their widths add up. What
else happens in a text (Latin words, signs of another font, neighbours that change each other) is left to Qt. A
property holds both to be the same.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate, pairwise

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QRawFont, QTextLayout

from pbeditor.model.form import Text
from pbeditor.ui.paper.fonts import font_of, option
from pbeditor.ui.paper.glyphs import WANTED

_HAN = re.compile("[\u4e00-\u9fa5]")
# Signs without a script of their own: Qt sets them as Chinese in a text with Chinese, and otherwise as they are.
_BESIDE = "0123456789，。、；：？！（）《》〔〕%.≥≤"
_ALONE = ("0123456789.%≥≤ ", "0123456789 —")  # a full stop and a dash stand nearer together
_CHINESE = re.compile(f"[\u4e00-\u9fa5{_BESIDE}\n]*")
_JOINED = "——"  # one stroke in many fonts
_FIXED = 64  # Qt counts lengths in so many parts of a unit
_ENDLESS = 1e6
_LARGE = 50.0  # pt


class Signs:
    """The signs of one style that need no layout in texts of one kind, each with its glyph and its width in twips.

    No font of Qt's is kept: those belong to a thread.
    """

    def __init__(self, style: Text, given: str, around: str) -> None:
        self._style, self._given, self._around = style, given, around
        self.glyphs: dict[str, int] = {}
        self.widths: dict[str, float] = {}
        self._beyond: dict[str, float] = {}  # how far the picture of a sign reaches beyond its width, where it does
        self._odd: set[str] = set() if _are_independent(style.fonts, style.bold, given, around) else set(given)

    def knows(self, signs: AbstractSet[str]) -> bool:
        """Whether these are such signs; they are learned as they come."""
        if self.widths.keys() >= signs:
            return True
        new = signs - self.widths.keys()
        if self._odd.isdisjoint(new):
            self._learn("".join(sorted(new.union(self._given).difference(self.widths))))
        return self._odd.isdisjoint(new)

    def width(self, line: str) -> float:
        """The width of a line, the picture of its last sign included."""
        return sum(map(self.widths.__getitem__, line)) + self._beyond.get(line[-1:], 0.0)

    def raw(self) -> QRawFont:
        """The font of all these glyphs, for this thread."""
        return set_alone(font_of(self._style), 2 * self._around)[0][0]

    def _learn(self, signs: str) -> None:
        """Take in those that the first font has which has the usual ones."""
        found = set_alone(font_of(self._style), self._around + signs + self._around)
        for sign, (raw, glyph, width) in zip(signs, found[1:], strict=False):
            if glyph and raw == found[0][0]:
                if (beyond := raw.boundingRect(glyph).right() - width) > 0:
                    self._beyond[sign] = beyond
                self.glyphs[sign], self.widths[sign] = glyph, width
        self._odd |= set(signs) - self.widths.keys()


def plain_signs(text: str, style: Text) -> Signs | None:
    """The signs of a text, its line breaks aside; None where only a layout can tell."""
    found = set(text)
    if _HAN.search(text):
        if not _CHINESE.fullmatch(text):
            return None
        found.discard("\n")
        signs = _signs(style, "目" + _BESIDE, "目")
        return signs if signs.knows(found) else None
    given = next((each for each in _ALONE if found.issubset(each)), "")
    if not given or text != text.strip() or _JOINED in text:
        return None
    signs = _signs(style, given, "0")
    return signs if signs.knows(found) else None


def plain_lines(text: str, signs: Signs | None, width: float, first: float) -> tuple[str, ...] | None:
    """The lines of a text of these signs, the first one `first` twips wide; None where only a layout can tell."""
    if signs is None:
        return None
    width, first = (max(int(room * _FIXED), 0) / _FIXED for room in (width, first))
    parts = text.split("\n")
    if len(parts) == 1 and signs.width(text) <= first:
        return (text,)
    if " " in text:  # takes no room at the end of a line
        return None
    found: list[str] = []
    for part in parts:
        lines = _broken(part, signs, width, first)
        if lines is None:
            return None
        found += lines
        first = width
    return tuple(found)


def set_alone(font: QFont, text: str) -> list[tuple[QRawFont, int, float]]:
    """Font, glyph and width of each sign but the last of one line; nothing where these are not one glyph each."""
    layout = QTextLayout(text, font)
    layout.setTextOption(option())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    found: list[tuple[float, QRawFont, int]] = []
    places: list[int] = []
    for run in line.glyphRuns(-1, -1, WANTED):
        raw = run.rawFont()
        found += [(at.x(), raw, glyph) for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True)]
        places += run.stringIndexes()
    if places != list(range(len(text))):
        return []
    return [(raw, glyph, after - x) for (x, raw, glyph), (after, *_) in pairwise(found)]


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
def _signs(style: Text, given: str, around: str) -> Signs:
    return Signs(style, given, around)


def _may_break(finder: QTextBoundaryFinder, place: int) -> bool:
    finder.setPosition(place)
    return finder.isAtBoundary()


@lru_cache(maxsize=64)
def _are_independent(fonts: tuple[str, ...], bold: bool, given: str, around: str) -> bool:
    """Whether each sign stays the same beside each other one, in any size of a font."""
    font = font_of(Text(fonts, _LARGE, bold))
    row = around + "".join(_each_beside_each(given)) + around
    ways = {(sign, glyph, width) for sign, (_, glyph, width) in zip(row, set_alone(font, row), strict=False)}
    return len(ways) == len(set(row))


def _each_beside_each(signs: str) -> Iterator[str]:
    for place, sign in enumerate(signs):
        if 2 * sign != _JOINED:
            yield sign
        yield from (sign + other for other in signs[place + 1 :])
    yield signs[:1]
