"""Text set with Qt's fonts, in twips (1/20 pt) and without hinting: screen, printer and PDF break alike."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QTextLayout, QTextOption

from pbeditor.model.form import Layout, Text
from pbeditor.sheet.geometry import MM_A_POINT

UNITS_A_POINT = 20
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


class Replacement(Struct, frozen=True):
    """A font of the form that this machine lacks, and the one that stands in for it."""

    wanted: str
    used: str


class QtMeasure:
    """Measures text by setting it, and keeps what it set for the painter. Needs a QGuiApplication."""

    def __init__(self, kept: int = _KEPT) -> None:
        self.set_text = lru_cache(maxsize=kept)(self._set_text)
        self.font = lru_cache(maxsize=None)(font_of)

    def lines(self, text: str, style: Text, width: float, indent: float = 0.0) -> tuple[str, ...]:
        """See `sheet.measure.Measure`."""
        return self.set_text(text, style, width, indent).lines

    def width(self, text: str, style: Text) -> float:
        """See `sheet.measure.Measure`."""
        return self.set_text(text, style, _ENDLESS, 0.0).widths[0] / UNITS_A_MM

    def _set_text(self, text: str, style: Text, width: float, indent: float) -> SetText:
        layout = QTextLayout(text.replace("\n", _BREAK), self.font(style))
        layout.setTextOption(_option())
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


def font_of(style: Text) -> QFont:
    """The font of a style; characters that its first installed family lacks come from the next ones."""
    font = QFont()
    font.setFamilies(list(_installed(style.fonts)) or list(style.fonts))
    font.setPixelSize(max(round(style.size * UNITS_A_POINT), 1))
    font.setBold(style.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def replaced_fonts(layout: Layout) -> tuple[Replacement, ...]:
    """Which fonts of the form are missing here and what stands in for them."""
    used = {text.fonts[0]: _used(text) for text in layout.texts.values() if text.fonts}
    return tuple(Replacement(wanted, family) for wanted, family in used.items() if wanted != family)


def told_of_fonts(layout: Layout) -> str:
    """Which fonts are missing here and what stands in for them, as a sentence; "" where none is."""
    groups: dict[str, list[str]] = {}
    for each in replaced_fonts(layout):
        groups.setdefault(each.used, []).append(each.wanted)
    parts = (f"{'、'.join(wanted)}用 {used} 代替" for used, wanted in groups.items())
    return f"本机缺少的字体：{'；'.join(parts)}。" if groups else ""


def _used(style: Text) -> str:
    return next(_installed(style.fonts), "") or QFontInfo(font_of(style)).family()


def _installed(fonts: Iterable[str]) -> Iterator[str]:
    return (family for family in fonts if QFontDatabase.hasFamily(family))


def _option() -> QTextOption:
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _parts(text: str, ends: Iterable[int]) -> Iterator[str]:
    """The text cut at places that Qt counts in UTF-16; the breaks belong to no line."""
    wide = max(text, default="") > "\uffff"
    units = text.encode("utf-16-le") if wide else b""
    start = 0
    for end in ends:
        part = units[2 * start : 2 * end].decode("utf-16-le") if wide else text[start:end]
        yield part.removesuffix("\n")
        start = end
