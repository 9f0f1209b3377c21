"""Draws pages with a QPainter: preview, printer and PDF are this same code."""

from math import inf

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pbeditor.model.form import Layout, Text
from pbeditor.sheet.geometry import RULE, paper_size, pitch, text_of
from pbeditor.sheet.page import Page, PlacedText
from pbeditor.ui.paper.glyphs import Glyphs
from pbeditor.ui.paper.measure import UNITS_A_MM, UNITS_A_POINT, QtMeasure, SetText, font_of

# The ideographic em box rises so far above the baseline, whatever a font says of its ascent: lines look centred.
_EM_ASCENT = 0.86
EVERYTHING = (-inf, inf)
_WATERMARK = "草  稿"
_WATERMARK_GREY = QColor(236, 236, 236)
_WATERMARK_SIZE = 130.0  # pt
_WATERMARK_ANGLE = -52.0


class PagePainter:
    """Draws the pages of one layout; the painter it is given measures in twips from the corner of the paper."""

    def __init__(self, layout: Layout, measure: QtMeasure, glyphs: Glyphs | None = None) -> None:
        self._layout = layout
        self._measure = measure
        self._glyphs = glyphs
        self._styles: dict[str, tuple[Text, float, float]] = {}

    def draw(
        self, painter: QPainter, page: Page, *, draft: bool = False, between: tuple[float, float] = EVERYTHING
    ) -> None:
        """Draw one page; `draft` puts a pale 草稿 under it. Texts that do not reach `between` these mm are left out."""
        if draft:
            self._draw_watermark(painter)
        painter.setPen(QPen(Qt.GlobalColor.black, RULE * UNITS_A_POINT, c=Qt.PenCapStyle.SquareCap))
        u = UNITS_A_MM
        painter.drawLines([QLineF(rule.x1 * u, rule.y1 * u, rule.x2 * u, rule.y2 * u) for rule in page.rules])
        painter.setPen(Qt.GlobalColor.black)
        top, bottom = between
        for text in page.texts:
            if text.y < bottom and text.y + (text.count + 1) * self._style(text.role)[1] / UNITS_A_MM > top:
                self._draw_text(painter, text)

    def _draw_text(self, painter: QPainter, placed: PlacedText) -> None:
        style, step, baseline = self._style(placed.role)
        text = self._measure.set_text(placed.text, style, placed.width, placed.indent)
        if placed.align == "justify":
            _justify(text)
        x, y = placed.x * UNITS_A_MM, placed.y * UNITS_A_MM + baseline
        for number in range(placed.first, placed.first + placed.count):
            line = text.layout.lineAt(number)
            line.draw(painter, QPointF(x + _shift(placed, text.widths[number]), y - line.ascent()))
            y += step
        if self._glyphs:
            self._glyphs.add(text.layout, placed)

    def _style(self, role: str) -> tuple[Text, float, float]:
        """The look of a role, its pitch, and the first baseline below the top of its first line; in twips."""
        if role not in self._styles:
            style, step = text_of(self._layout, role), pitch(self._layout, role) * UNITS_A_MM
            em = style.size * UNITS_A_POINT
            self._styles[role] = style, step, (step - em) / 2 + _EM_ASCENT * em
        return self._styles[role]

    def _draw_watermark(self, painter: QPainter) -> None:
        width, height = paper_size(self._layout.page)
        font = font_of(Text(text_of(self._layout, "part").fonts, _WATERMARK_SIZE))
        path = QPainterPath()  # a path, so that it is no part of the text that search and copy find
        path.addText(QPointF(), font, _WATERMARK)
        painter.save()
        painter.translate(width * UNITS_A_MM / 2, height * UNITS_A_MM / 2)
        painter.rotate(_WATERMARK_ANGLE)
        painter.translate(-path.boundingRect().center())
        painter.fillPath(path, _WATERMARK_GREY)
        painter.restore()


def _shift(placed: PlacedText, width: float) -> float:
    room = placed.width * UNITS_A_MM - width
    return {"center": room / 2, "right": room}.get(placed.align, 0.0)


def _justify(text: SetText) -> None:
    option = text.layout.textOption()
    option.setAlignment(Qt.AlignmentFlag.AlignJustify)
    text.layout.setTextOption(option)
