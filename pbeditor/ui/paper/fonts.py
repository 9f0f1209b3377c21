"""The fonts of the paper, in twips (1/20 pt) and without hinting: screen, printer and PDF break alike."""

from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from pbeditor.model.form import Layout, Text
from pbeditor.ui.machine import CHINESE_FACES, has_chinese_font, no_font

UNITS_A_POINT = 20
_CHINESE = "国"


class Replacement(Struct, frozen=True):
    """A font of the form that this machine lacks, and the one that stands in for it."""

    wanted: str
    used: str


def font_of(style: Text) -> QFont:
    """The font of a style; characters that its first installed family lacks come from the next ones."""
    font = QFont()
    font.setFamilies(list(_installed(style.fonts) or _installed(CHINESE_FACES) or style.fonts))
    font.setPixelSize(max(round(style.size * UNITS_A_POINT), 1))
    font.setBold(style.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def option() -> QTextOption:
    """How all texts are set: widths as the font gives them, and broken within a word only where it must be."""
    chosen = QTextOption()
    chosen.setUseDesignMetrics(True)
    chosen.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return chosen


def replaced_fonts(layout: Layout) -> tuple[Replacement, ...]:
    """Which fonts of the form are missing here and what stands in for them; none does where nothing has Chinese."""
    if not has_chinese_font():
        return ()
    used = {text.fonts[0]: _used(text) for text in layout.texts.values() if text.fonts}
    return tuple(Replacement(wanted, family) for wanted, family in used.items() if wanted != family)


def told_of_fonts(layout: Layout) -> str:
    """Which fonts are missing here and what stands in for them, as a sentence; "" where none is."""
    if not has_chinese_font():
        return no_font()
    groups: dict[str, list[str]] = {}
    for each in replaced_fonts(layout):
        groups.setdefault(each.used, []).append(each.wanted)
    parts = (f"{'、'.join(wanted)}用 {used} 代替" for used, wanted in groups.items())
    return f"本机缺少的字体：{'；'.join(parts)}。" if groups else ""


def _used(style: Text) -> str:
    """What Chinese is drawn with: Qt takes it from anywhere where no wanted family has it, and does not tell."""
    if there := _installed(style.fonts):
        return there[0]
    layout = QTextLayout(_CHINESE, font_of(style))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout.glyphRuns()[0].rawFont().familyName()


@lru_cache(maxsize=64)
def _installed(fonts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(family for family in fonts if QFontDatabase.hasFamily(family))
