"""The glyphs of a line that Qt has set: where each stands, and which characters it stands for."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QGlyphRun, QTextLayout

_Flag = QTextLayout.GlyphRunRetrievalFlag
WANTED = _Flag.RetrieveGlyphIndexes | _Flag.RetrieveGlyphPositions | _Flag.RetrieveStringIndexes


class SetGlyph(NamedTuple):
    """A glyph, the characters it stands for, and its place in twips from the left end of the base line, y upwards."""

    glyph: int
    sign: str
    x: float
    y: float


def glyphs_of(layout: QTextLayout, text: str, number: int) -> Iterator[tuple[QGlyphRun, list[SetGlyph]]]:
    """Runs of one face and their glyphs as they are read, of one line of a layout of `text`."""
    line = layout.lineAt(number)
    runs, level = line.glyphRuns(-1, -1, WANTED), line.y() + line.ascent()
    signs = _signs(runs, text, line.textStart() + line.textLength())
    for run in runs:
        found = zip(run.glyphIndexes(), run.stringIndexes(), run.positions(), strict=True)
        glyphs = [SetGlyph(glyph, signs[place], at.x(), level - at.y()) for glyph, place, at in found]
        if glyphs:
            yield run, glyphs[::-1] if run.isRightToLeft() else glyphs


def _signs(runs: list[QGlyphRun], text: str, end: int) -> dict[int, str]:
    """The characters that begin at each place which a glyph stands for; a ligature stands for several."""
    places = sorted({place for run in runs for place in run.stringIndexes()})
    units = text.encode("utf-16-le")  # as Qt counts
    spans = pairwise([*places, end])
    return {a: units[2 * a : 2 * b].decode("utf-16-le", "ignore").rstrip("\n") for a, b in spans}
