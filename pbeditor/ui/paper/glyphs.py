"""The glyphs of a line that Qt has set: where each stands, and which characters it stands for."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QTextBoundaryFinder
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

_Flag = QTextLayout.GlyphRunRetrievalFlag
WANTED = _Flag.RetrieveGlyphIndexes | _Flag.RetrieveGlyphPositions | _Flag.RetrieveStringIndexes


class SetGlyph(NamedTuple):
    """A glyph, the characters it stands for, and its place in twips from the left end of the base line, y upwards.

    The first one of several that show a sign together stands for all of it, the others for nothing.
    """

    glyph: int
    sign: str
    x: float
    y: float


Found = tuple[QGlyphRun, list[SetGlyph]]


def glyphs_of(layout: QTextLayout, text: str, number: int) -> Iterator[Found]:
    """Runs of one face and their glyphs as they are read, of one line of a layout of `text`."""
    line = layout.lineAt(number)
    runs, level = line.glyphRuns(-1, -1, WANTED), line.y() + line.ascent()
    places = sorted({place for run in runs for place in run.stringIndexes()})
    if _are_doubtful(runs, places, line):
        yield from _one_by_one(line, text)
        return
    signs = _signs(places, text, line.textStart() + line.textLength())
    for run in runs:
        found = zip(run.glyphIndexes(), run.stringIndexes(), run.positions(), strict=True)
        ordered = list(found)[::-1] if run.isRightToLeft() else found
        # Taken away once it is said: what is left of a sign says nothing.
        glyphs = [SetGlyph(glyph, signs.pop(place, ""), at.x(), level - at.y()) for glyph, place, at in ordered]
        if glyphs:
            yield run, glyphs


def _are_doubtful(runs: list[QGlyphRun], places: list[int], line: QTextLine) -> bool:
    """Whether Qt says of glyphs out of a second font that they stand at the beginning of the text, as it often does."""
    count = sum(len(set(run.stringIndexes())) for run in runs)
    return count > len(places) or (bool(places) and places[0] < line.textStart())


def _one_by_one(line: QTextLine, text: str) -> Iterator[Found]:
    """The glyphs of each sign, asked for by itself; signs that share a glyph are one."""
    units, level = text.encode("utf-16-le"), line.y() + line.ascent()
    clusters: list[list[tuple[QGlyphRun, SetGlyph]]] = []
    seen: set[tuple[int, float, float]] = set()
    for start, end in _sign_ends(line, text):
        sign = units[2 * start : 2 * end].decode("utf-16-le", "ignore").rstrip("\n")
        runs = line.glyphRuns(start, end - start, WANTED)
        found = [(run, glyph, at.x(), level - at.y()) for run in runs for glyph, at in _glyphs(run)]
        new = [each for each in found if each[1:] not in seen]
        seen.update(each[1:] for each in new)
        if new:
            clusters.append(
                [(run, SetGlyph(glyph, "" if n else sign, x, y)) for n, (run, glyph, x, y) in enumerate(new)]
            )
        elif clusters:
            run, first = clusters[-1][0]
            clusters[-1][0] = run, first._replace(sign=first.sign + sign)
    clusters.sort(key=lambda cluster: cluster[0][1].x)  # viewers turn round what is read from the right
    yield from ((run, [each]) for cluster in clusters for run, each in cluster)


def _glyphs(run: QGlyphRun) -> list[tuple[int, QPointF]]:
    return list(zip(run.glyphIndexes(), run.positions(), strict=True))


def _sign_ends(line: QTextLine, text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of each sign of a line as a reader counts them."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    start, end = line.textStart(), line.textStart() + line.textLength()
    finder.setPosition(start)
    while start < end:
        after = finder.toNextBoundary()
        after = min(after if after > start else end, end)
        yield start, after
        start = after


def _signs(places: list[int], text: str, end: int) -> dict[int, str]:
    """The characters that begin at each place which a glyph stands for; a ligature stands for several."""
    units = text.encode("utf-16-le")  # as Qt counts
    spans = pairwise([*places, end])
    return {a: units[2 * a : 2 * b].decode("utf-16-le", "ignore").rstrip("\n") for a, b in spans}
