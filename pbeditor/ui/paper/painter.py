"""Draws pages with a QPainter: preview and printer are this same code; a PDF has its own pen for the same pages."""

from math import inf

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pbeditor.model.form import Layout, Text
from pbeditor.sheet.draft import ANGLE, GREY
from pbeditor.sheet.geometry import RULE, baseline, paper_size, pitch, text_of
from pbeditor.sheet.page import Page, PlacedText, shift
from pbeditor.ui.paper.fonts import UNITS_A_POINT
from pbeditor.ui.paper.measure import UNITS_A_MM, QtMeasure, justify
from pbeditor.ui.paper.watermark import watermark_path

EVERYTHING = (-inf, inf)


class PagePainter:
    """Draws the pages of one layout; the painter it is given measures in twips from the corner of the paper."""

    def __init__(self, layout: Layout, measure: QtMeasure) -> None:
        self._layout = layout
        self._measure = measure
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
        style, step, base = self._style(placed.role)
        text = self._measure.set_text(placed.text, style, placed.width, placed.indent)
        if placed.align == "justify":
            justify(text)
        x, y, room = placed.x * UNITS_A_MM, placed.y * UNITS_A_MM + base, placed.width * UNITS_A_MM
        for number in range(placed.first, placed.first + placed.count):
            line = text.layout.lineAt(number)
            line.draw(painter, QPointF(x + shift(placed.align, room - text.widths[number]), y - line.ascent()))
            y += step

    def _style(self, role: str) -> tuple[Text, float, float]:
        """The look of a role, its pitch, and the first baseline below the top of its first line; in twips."""
        if role not in self._styles:
            step, base = pitch(self._layout, role), baseline(self._layout, role)
            self._styles[role] = text_of(self._layout, role), step * UNITS_A_MM, base * UNITS_A_MM
        return self._styles[role]

    def _draw_watermark(self, painter: QPainter) -> None:
        width, height = paper_size(self._layout.page)
        painter.save()
        painter.translate(width * UNITS_A_MM / 2, height * UNITS_A_MM / 2)
        painter.rotate(ANGLE)
        painter.fillPath(watermark_path(self._layout), QColor(GREY, GREY, GREY))
        painter.restore()
