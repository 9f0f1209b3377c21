"""Remembers which characters the glyphs of a drawing stand for, in the order in which Qt puts them into a PDF."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QGlyphRun, QTextLayout

from pbeditor.sheet.page import PlacedText

_Flag = QTextLayout.GlyphRunRetrievalFlag
_WANTED = _Flag.RetrieveGlyphIndexes | _Flag.RetrieveStringIndexes
_FIRST_CHINESE = "\u3000"


class Glyphs:
    """Qt numbers the glyphs of each face by their first use; `faces` lists their characters in that order.

    Glyph 0, a sign that no font has, is not counted, as in the file.
    """

    def __init__(self) -> None:
        self._faces: dict[tuple[str, str], dict[int, str]] = {}
        self._known: dict[str, set[str]] = defaultdict(set)
        self._seen: set[tuple[str, str, float, int]] = set()

    @property
    def faces(self) -> tuple[tuple[str, ...], ...]:
        """The characters of the glyphs of each face, the face used first first."""
        return tuple(tuple(glyphs.values()) for glyphs in self._faces.values())

    def add(self, layout: QTextLayout, placed: PlacedText) -> None:
        """Take in a text that was drawn, or some lines of it."""
        key = (placed.text, placed.role, placed.width, placed.first)
        if key in self._seen:
            return
        self._seen.add(key)
        wide = max(placed.text) > "\uffff"  # where Qt counts two, we count one
        for number in range(placed.first, placed.first + placed.count):
            line = layout.lineAt(number)
            end = line.textStart() + line.textLength()
            if self._has_news(placed.text if wide else placed.text[line.textStart() : end], placed.role):
                self._take(line.glyphRuns(-1, -1, _WANTED), placed.text, end, wide=wide)

    def _has_news(self, shown: str, role: str) -> bool:
        """Chinese signs have one glyph each; others may have several, as their neighbours are."""
        known, signs = self._known[role], set(shown)
        if signs <= known and min(signs, default=_FIRST_CHINESE) >= _FIRST_CHINESE:
            return False
        known |= signs
        return True

    def _take(self, runs: list[QGlyphRun], text: str, end: int, *, wide: bool) -> None:
        signs = _signs(runs, text, end, wide=wide)
        for run in runs:
            face = self._faces.setdefault(_face(run), {})
            for glyph, place in _in_order_of_drawing(run):
                if glyph:
                    face.setdefault(glyph, signs[place])


def _face(run: QGlyphRun) -> tuple[str, str]:
    font = run.rawFont()
    return font.familyName(), font.styleName()


def _in_order_of_drawing(run: QGlyphRun) -> Iterator[tuple[int, int]]:
    pairs = list(zip(run.glyphIndexes(), run.stringIndexes(), strict=True))
    return reversed(pairs) if run.isRightToLeft() else iter(pairs)


def _signs(runs: list[QGlyphRun], text: str, end: int, *, wide: bool) -> dict[int, str]:
    """The characters that begin at each place which a glyph stands for; a ligature stands for several."""
    places = sorted({place for run in runs for place in run.stringIndexes()})
    spans = pairwise([*places, end])
    if not wide:
        return {start: text[start:stop].rstrip("\n") for start, stop in spans}
    units = text.encode("utf-16-le")
    return {a: units[2 * a : 2 * b].decode("utf-16-le", "ignore").rstrip("\n") for a, b in spans}
