"""Pages as a PDF says them: rules and glyphs at their places, in points from the lower left corner of the paper."""

from collections.abc import Iterator
from functools import lru_cache, partial
from math import cos, radians, sin
from typing import NamedTuple
from weakref import proxy

from msgspec import Struct
from PySide6.QtGui import QGlyphRun

from pbeditor.model.form import Layout, Text
from pbeditor.sheet.draft import ANGLE, GREY
from pbeditor.sheet.geometry import MM_A_POINT, RULE, baseline, paper_size, pitch, text_of
from pbeditor.sheet.page import Page, shift
from pbeditor.ui.paper.faces import Codes, Face, Faces, outline
from pbeditor.ui.paper.fonts import UNITS_A_POINT
from pbeditor.ui.paper.glyphs import SetGlyph, glyphs_of
from pbeditor.ui.paper.measure import UNITS_A_MM, QtMeasure, SetText, justify
from pbeditor.ui.paper.signs import TOGETHER, Signs
from pbeditor.ui.paper.watermark import watermark_path

_POINTS = 1 / MM_A_POINT  # in a mm
_THICK = 1 / 30  # of its size is the line round a glyph that should be bold and is not


class _Piece(NamedTuple):
    """Glyphs one after another; `x` and `y` in pt from the left end of the base line, y upwards."""

    x: float
    y: float
    state: str  # what chooses the face; "" where `shown` is a path
    shown: str


class _Style(Struct, frozen=True):
    """A role of texts: its look, and in pt from line to line and from the top down to the first base line."""

    text: Text
    pitch: float
    baseline: float


class Pen:
    """Writes what is on the pages of one layout, and gathers the glyphs that it needs."""

    def __init__(self, layout: Layout, measure: QtMeasure, faces: Faces) -> None:
        self._layout, self._measure, self._faces = layout, measure, faces
        self._height = round(paper_size(layout.page)[1] * _POINTS)  # as Qt counts the paper of a printer
        me = proxy(self)  # no ring, which would wait for Python's collector
        self._style = lru_cache(maxsize=None)(partial(Pen._style_of, me))
        self._plain = lru_cache(maxsize=None)(partial(Pen._plain_of, me))
        self._lines = lru_cache(maxsize=None)(partial(Pen._lines_of, me))

    def content(self, page: Page) -> bytes:
        """The content stream of one page."""
        return "\n".join((*self._rules(page), "BT", *self._texts(page), "ET")).encode("ascii")

    def watermark(self) -> bytes:
        """The content stream of what lies under each page of a draft."""
        width, height = paper_size(self._layout.page)
        turn, scale = radians(ANGLE), 1 / UNITS_A_POINT
        across, up = cos(turn) * scale, -sin(turn) * scale
        place = f"{across:.5f} {up:.5f} {up:.5f} {-across:.5f} {width * _POINTS / 2:.2f} {height * _POINTS / 2:.2f}"
        path = outline(watermark_path(self._layout), 1.0, 1.0)
        return f"q {GREY / 255:.3f} g {place} cm {path} f Q".encode("ascii")

    def _rules(self, page: Page) -> Iterator[str]:
        if page.rules:
            yield f"{RULE} w 2 J"
            high, p = self._height, _POINTS
            for rule in page.rules:
                yield f"{rule.x1 * p:.2f} {high - rule.y1 * p:.2f} m {rule.x2 * p:.2f} {high - rule.y2 * p:.2f} l"
            yield "S"

    def _texts(self, page: Page) -> Iterator[str]:
        now = ""
        for one in page.texts:
            style = self._style(one.role)
            left, y = one.x * _POINTS, self._height - one.y * _POINTS - style.baseline
            lines = self._lines(one.text, one.role, one.width, one.indent, one.align)
            for line in lines[one.first : one.first + one.count]:
                for x, up, state, shown in line:
                    if state != now and state:
                        now = state
                        yield state
                    if state:
                        yield f"1 0 0 1 {left + x:.2f} {y + up:.2f} Tm<{shown}>Tj"
                    else:
                        yield f"ET q 1 0 0 1 {left + x:.2f} {y + up:.2f} cm {shown} f Q BT"
                y -= style.pitch

    def _style_of(self, role: str) -> _Style:
        style = text_of(self._layout, role)
        return _Style(style, pitch(self._layout, role) * _POINTS, baseline(self._layout, role) * _POINTS)

    def _plain_of(self, style: Text, signs: Signs) -> tuple[str, Codes]:
        """What chooses the face of signs that need no layout, and their codes."""
        face = self._faces.of(signs.raw())
        return _state(face, style, style.size), Codes(face, signs.glyphs)

    def _lines_of(
        self, text: str, role: str, width: float, indent: float, align: str
    ) -> tuple[tuple[_Piece, ...], ...]:
        """The pieces of each line."""
        style, room = self._style(role).text, width * UNITS_A_MM
        signs = self._measure.signs(text, style) if align != "justify" else None
        state, codes = self._plain(style, signs) if signs else ("", {})
        if signs and state:
            lines = self._measure.lines(text, style, width, indent)
            starts = [_pt(shift(align, room - signs.width(line))) for line in lines]
            starts[0] += indent * _POINTS
            return tuple(
                tuple(
                    _Piece(start + _pt(x), 0.0, state, "".join([codes[sign] for sign in piece]))
                    for x, piece in signs.pieces(line)
                )
                for start, line in zip(starts, lines, strict=True)
            )
        found = self._measure.set_text(text, style, width, indent)
        if align == "justify":
            justify(found)
        return tuple(
            tuple(self._pieces(found, text, number, shift(align, room - natural), style))
            for number, natural in enumerate(found.widths)
        )

    def _pieces(self, found: SetText, text: str, number: int, left: float, style: Text) -> Iterator[_Piece]:
        """A line that Qt has set; glyphs that follow one another by their own widths are one piece."""
        for run, glyphs in glyphs_of(found.layout, text, number):
            face, size = self._faces.of(run.rawFont()), run.rawFont().pixelSize() / UNITS_A_POINT
            state = _state(face, style, size)
            if not state:
                yield from _outlined(run, glyphs, left)
                continue
            for piece in _together(run, glyphs):
                shown = "".join([face.shown(each.glyph, each.sign) for each in piece])
                yield _Piece(_pt(left + piece[0].x), _pt(piece[0].y), state, shown)


def _pt(twips: float) -> float:
    return twips / UNITS_A_POINT


def _state(face: Face, style: Text, size: float) -> str:
    if not face.name:
        return ""
    thick = style.bold and not face.is_bold
    return f"/{face.name} {size:g} Tf {f'2 Tr {size * _THICK:.2f} w' if thick else '0 Tr'}"


def _together(run: QGlyphRun, glyphs: list[SetGlyph]) -> Iterator[list[SetGlyph]]:
    widths = run.rawFont().advancesForGlyphIndexes([each.glyph for each in glyphs])
    piece: list[SetGlyph] = []
    x = y = 0.0
    for each, width in zip(glyphs, widths, strict=True):
        if piece and (abs(each.x - x) > TOGETHER or each.y != y):
            yield piece
            piece = []
        piece.append(each)
        x, y = each.x + width.x(), each.y
    yield piece


def _outlined(run: QGlyphRun, glyphs: list[SetGlyph], left: float) -> Iterator[_Piece]:
    raw = run.rawFont()
    for each in glyphs:
        path = raw.pathForGlyph(each.glyph)
        if not path.isEmpty():
            yield _Piece(_pt(left + each.x), _pt(each.y), "", outline(path, 1 / UNITS_A_POINT, -1 / UNITS_A_POINT))
