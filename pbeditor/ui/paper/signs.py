"""Signs that Qt sets one by one, each as wide as its font says or as near to the next, so that lengths add up.

Which signs these are is found out by letting Qt set them beside each other.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QFont, QRawFont, QTextLayout

from pbeditor.model.form import Text
from pbeditor.ui.paper.fonts import font_of, option
from pbeditor.ui.paper.glyphs import WANTED

JOINED = "——"  # one stroke in many fonts
TOGETHER = 0.05  # twips by which a sign may miss the end of the one before
_ENDLESS = 1e6
_LARGE = 50.0  # pt
SetSign = tuple[QRawFont, int, float]  # font, glyph and width


class Signs(ABC):
    """Signs of one style, each with its glyph and its width in twips. No font of Qt's is kept: it belongs to a thread.

    `around` is a sign that has the font of all of them.
    """

    def __init__(self, style: Text, around: str) -> None:
        self._style, self._around = style, around
        self.glyphs: dict[str, int] = {}
        self.widths: dict[str, float] = {}
        self._beyond: dict[str, float] = {}  # how far the picture of a sign reaches beyond its width, where it does

    @abstractmethod
    def knows(self, text: str) -> bool:
        """Whether the text has such signs only; they are learned as they come."""

    def width(self, line: str) -> float:
        """The width of a line, the picture of its last sign included."""
        return sum(map(self.widths.__getitem__, line)) + self._beyond.get(line[-1:], 0.0)

    def pieces(self, line: str) -> Iterator[tuple[float, str]]:
        """Parts of a line whose signs follow one another by their own widths, each with its beginning in twips."""
        yield 0.0, line

    def raw(self) -> QRawFont:
        """The font of all these glyphs, for this thread."""
        return _set_alone(font_of(self._style), 2 * self._around)[0][0]

    def _set(self, text: str) -> list[SetSign]:
        """A sign around the text and its signs, as Qt sets them."""
        return _set_alone(font_of(self._style), self._around + text + self._around)

    def _take(self, sign: str, raw: QRawFont, glyph: int, width: float) -> None:
        if (beyond := raw.boundingRect(glyph).right() - width) > 0:
            self._beyond[sign] = beyond
        self.glyphs[sign], self.widths[sign] = glyph, width


class FreeSigns(Signs):
    """Signs of which each stays the same beside each other one; `given` are the usual ones."""

    def __init__(self, style: Text, given: str, around: str) -> None:
        super().__init__(style, around)
        self._given = given
        families = tuple(font_of(style).families())  # of many fonts that are missing one takes the place
        self._odd: set[str] = set() if _are_independent(families, style.bold, given, around) else set(given)

    def knows(self, text: str) -> bool:
        signs = set(text)
        signs.discard("\n")
        if self.widths.keys() >= signs:
            return True
        new = signs - self.widths.keys()
        if self._odd.isdisjoint(new):
            self._learn("".join(sorted(new.union(self._given).difference(self.widths))))
        return self._odd.isdisjoint(new)

    def _learn(self, signs: str) -> None:
        """Take in those that the first font has which has the usual ones."""
        found = self._set(signs)
        for sign, (raw, glyph, width) in zip(signs, found[1:], strict=False):
            if glyph and raw == found[0][0]:
                self._take(sign, raw, glyph, width)
        self._odd |= set(signs) - self.widths.keys()


class PairedSigns(Signs):
    """Latin signs, which stand nearer to some than to others: how far a sign is from each next one is learned."""

    def __init__(self, style: Text) -> None:
        super().__init__(style, "0")
        self._steps: dict[tuple[str, str], float] = {}  # twips from the beginning of a sign to that of the next
        self._odd: set[tuple[str, str]] = set()  # pairs in which one is drawn otherwise

    def knows(self, text: str) -> bool:
        pairs = set(pairwise(text))
        if not pairs <= self._steps.keys() and self._odd.isdisjoint(pairs):
            self._learn(text)
        return bool(pairs) and pairs <= self._steps.keys() and text[-1] not in self._beyond

    def width(self, line: str) -> float:
        return sum(map(self._steps.__getitem__, pairwise(line))) + self.widths[line[-1]]

    def pieces(self, line: str) -> Iterator[tuple[float, str]]:
        start = 0
        x = left = 0.0
        for place, pair in enumerate(pairwise(line), 1):
            x += self._steps[pair]
            if abs(self._steps[pair] - self.widths[pair[0]]) > TOGETHER:
                yield left, line[start:place]
                start, left = place, x
        yield left, line[start:]

    def _learn(self, text: str) -> None:
        first, *found = self._set(text) or [(QRawFont(), 0, 0.0)]
        for pair, (one, other) in zip(pairwise(text), pairwise(found), strict=False):
            if all(self._stays(sign, each, first[0]) for sign, each in zip(pair, (one, other), strict=True)):
                self._steps[pair] = one[2]
        self._odd |= set(pairwise(text)) - self._steps.keys()

    def _stays(self, sign: str, found: SetSign, raw: QRawFont) -> bool:
        """Whether a sign is drawn as it was before."""
        if found[0] != raw or not found[1]:
            return False
        if sign not in self.glyphs:
            self._take(sign, raw, found[1], raw.advancesForGlyphIndexes([found[1]])[0].x())
        return self.glyphs[sign] == found[1]


def _set_alone(font: QFont, text: str) -> list[SetSign]:
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


@lru_cache(maxsize=64)
def _are_independent(fonts: tuple[str, ...], bold: bool, given: str, around: str) -> bool:
    """Whether each sign stays the same beside each other one, in any size of a font."""
    font = font_of(Text(fonts, _LARGE, bold))
    row = around + "".join(_each_beside_each(given)) + around
    ways = {(sign, glyph, width) for sign, (_, glyph, width) in zip(row, _set_alone(font, row), strict=False)}
    return len(ways) == len(set(row))


def _each_beside_each(signs: str) -> Iterator[str]:
    for place, sign in enumerate(signs):
        if 2 * sign != JOINED:
            yield sign
        yield from (sign + other for other in signs[place + 1 :])
    yield signs[:1]
