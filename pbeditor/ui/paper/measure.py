"""Text set with Qt's fonts, in twips (1/20 pt) and without hinting: screen, printer and PDF break alike."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from weakref import proxy

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from pbeditor.model.form import Text
from pbeditor.sheet.geometry import MM_A_POINT
from pbeditor.ui.paper.fonts import UNITS_A_POINT, font_of, option
from pbeditor.ui.paper.plain import plain_lines, plain_signs

UNITS_A_MM = UNITS_A_POINT / MM_A_POINT
UNITS_AN_INCH = 72 * UNITS_A_POINT
_ENDLESS = 10_000.0  # mm
_KEPT = 20_000  # set texts, some four hundred pages
_BREAK = "\u2028"


class SetText(Struct, frozen=True, eq=False):
    """A text broken into lines at some width; each line of `layout` lies at the origin, to be drawn where wanted."""

    layout: QTextLayout
    lines: tuple[str, ...]
    widths: tuple[float, ...]  # twips


class QtMeasure:
    """Measures text by arithmetic where that will do, else by setting it. Needs a QGuiApplication."""

    def __init__(self, kept: int = _KEPT) -> None:
        me = proxy(self)  # no ring, which would wait for Python's collector, and the window with it
        self.signs = lru_cache(maxsize=kept)(plain_signs)
        self.set_text = lru_cache(maxsize=kept)(partial(QtMeasure._set_text, me))
        self.lines = lru_cache(maxsize=kept)(partial(QtMeasure._lines, me))
        self.font = lru_cache(maxsize=None)(font_of)

    def _lines(self, text: str, style: Text, width: float, indent: float = 0.0) -> tuple[str, ...]:
        """See `sheet.measure.Measure`."""
        found = plain_lines(text, self.signs(text, style), width * UNITS_A_MM, (width - indent) * UNITS_A_MM)
        return found or self.set_text(text, style, width, indent).lines

    def width(self, text: str, style: Text) -> float:
        """See `sheet.measure.Measure`."""
        signs = self.signs(text, style)
        if signs and "\n" not in text:
            return signs.width(text) / UNITS_A_MM
        return self.set_text(text, style, _ENDLESS, 0.0).widths[0] / UNITS_A_MM

    def _set_text(self, text: str, style: Text, width: float, indent: float) -> SetText:
        layout = QTextLayout(text.replace("\n", _BREAK), self.font(style))
        layout.setTextOption(option())
        layout.beginLayout()
        line, first = layout.createLine(), indent
        while line.isValid():
            line.setLineWidth(max(width - first, 0.0) * UNITS_A_MM)
            line.setPosition(QPointF(first * UNITS_A_MM, 0.0))
            line, first = layout.createLine(), 0.0
        layout.endLayout()
        found = [layout.lineAt(number) for number in range(layout.lineCount())]
        ends = [line.textStart() + line.textLength() for line in found]
        return SetText(layout, tuple(_parts(text, ends)), tuple(line.naturalTextWidth() for line in found))


def justify(text: SetText) -> None:
    """Spread the lines but the last over their width, as the body of a letter is set."""
    if len(text.lines) == 1:
        return
    from PySide6.QtCore import Qt  # its many names take 40 ms to load, which an export of tables can do without

    chosen = text.layout.textOption()
    chosen.setAlignment(Qt.AlignmentFlag.AlignJustify)
    text.layout.setTextOption(chosen)


def _parts(text: str, ends: Iterable[int]) -> Iterator[str]:
    """The text cut at places that Qt counts in UTF-16; the breaks belong to no line."""
    wide = max(text, default="") > "\uffff"
    units = text.encode("utf-16-le") if wide else b""
    start = 0
    for end in ends:
        part = units[2 * start : 2 * end].decode("utf-16-le") if wide else text[start:end]
        yield part.removesuffix("\n")
        start = end
