"""Text set with Qt's fonts."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.form import Form, Text
from pbeditor.sheet.geometry import MM_A_POINT
from pbeditor.ui.machine import no_font
from pbeditor.ui.paper import fonts
from pbeditor.ui.paper.fonts import font_of, replaced_fonts, told_of_fonts
from pbeditor.ui.paper.glyphs import glyphs_of
from pbeditor.ui.paper.measure import UNITS_A_MM, QtMeasure
from pbeditor.ui.paper.plain import plain_lines, plain_signs
from pbeditor.ui.paper.signs import PairedSigns

TEN = Text(("这种字体不存在", "Noto Serif CJK SC"), 10)
EM = 10 * MM_A_POINT


@pytest.fixture
def measure(qtbot: QtBot) -> QtMeasure:
    return QtMeasure()


def test_a_chinese_sign_is_as_wide_as_the_font_size(measure: QtMeasure) -> None:
    assert measure.width("预算绩效", TEN) == pytest.approx(4 * EM, rel=0.002)


def test_lines_break_at_the_width(measure: QtMeasure) -> None:
    assert measure.lines("甲乙丙丁戊己", TEN, 4.1 * EM) == ("甲乙丙丁", "戊己")
    assert measure.lines("甲乙丙丁戊己", TEN, 4.1 * EM, 2 * EM) == ("甲乙", "丙丁戊己")


def test_a_line_break_begins_a_line_and_belongs_to_none(measure: QtMeasure) -> None:
    assert measure.lines("甲\n\n乙丙", TEN, 9 * EM) == ("甲", "", "乙丙")
    assert measure.lines("", TEN, 9 * EM) == ("",)


def test_signs_that_qt_counts_twice_are_cut_in_the_right_place(measure: QtMeasure) -> None:
    assert measure.lines("\U0002000b\U0002000b\U0002000b甲", TEN, 2.1 * EM) == ("\U0002000b\U0002000b", "\U0002000b甲")


def test_no_line_begins_with_a_closing_mark(measure: QtMeasure) -> None:
    assert measure.lines("甲乙丙丁，戊", TEN, 4.1 * EM) == ("甲乙丙", "丁，戊")


def test_a_narrow_column_breaks_within_a_word(measure: QtMeasure) -> None:
    lines = measure.lines("abcdefghijkl", TEN, 2 * EM)
    assert len(lines) > 1
    assert "".join(lines) == "abcdefghijkl"


SIGNS = st.sampled_from("目录预算绩效率项资费国一二0123456789，。、；：？！（）《》〔〕%.≥≤\n")
ALONE = st.sampled_from("0123456789.%≥≤ —")
LATIN = st.sampled_from("0123456789ABCDJNTVWYabfijlmvy-._/()")
STYLES = (TEN, replace(TEN, size=12.5, bold=True), Text(("Noto Sans CJK SC",), 16))


@given(
    st.one_of(
        st.text(SIGNS, max_size=60),
        st.text(ALONE, max_size=12),
        st.text(LATIN, max_size=9),
        st.text("目A-1b ，…“”", max_size=9),
    ),
    st.sampled_from(STYLES),
    st.floats(3, 160),
    st.sampled_from((0.0, 7.1)),
)
def test_arithmetic_finds_the_lines_and_widths_of_qts_layout(
    qapp: QApplication, text: str, style: Text, width: float, indent: float
) -> None:
    measure = QtMeasure()
    signs, found = plain_signs(text, style), measure.set_text(text, style, width, indent)
    lines = plain_lines(text, signs, width * UNITS_A_MM, (width - indent) * UNITS_A_MM)
    if signs and lines is not None:
        assert lines == found.lines
        assert [signs.width(line) for line in lines] == pytest.approx(found.widths, abs=0.02)


@given(st.text(LATIN, min_size=2, max_size=12), st.sampled_from(STYLES))
def test_arithmetic_puts_latin_signs_where_qt_puts_them(qapp: QApplication, text: str, style: Text) -> None:
    measure = QtMeasure()
    signs = plain_signs(text, style)
    if isinstance(signs, PairedSigns):
        glyphs = [each for _, run in glyphs_of(measure.set_text(text, style, 1000, 0).layout, text, 0) for each in run]
        placed: list[tuple[int, float]] = []
        for start, piece in signs.pieces(text):
            steps = accumulate(map(signs.widths.__getitem__, piece[:-1]), initial=start)
            placed += [(signs.glyphs[sign], x) for sign, x in zip(piece, steps, strict=True)]
        assert [each.glyph for each in glyphs] == [glyph for glyph, _ in placed]
        assert [each.x for each in glyphs] == pytest.approx([x for _, x in placed], abs=0.1)


def test_usual_texts_need_no_layout(qtbot: QtBot) -> None:
    measure = QtMeasure()
    for text in (
        "第12号断面水文观测经费",
        "1、做好工作。\n2、资料整编合格率达到95%以上。",
        "25.00",
        "— 12 —",
        "318-0001-JBN",
    ):
        assert measure.lines(text, TEN, 100.0) == tuple(text.split("\n"))
    assert measure.set_text.cache_info().misses == 0


def test_bold_is_bold(measure: QtMeasure) -> None:
    assert font_of(replace(TEN, bold=True)).bold()


def test_it_says_which_font_stands_in_for_which(measure: QtMeasure, hebei: Form) -> None:
    layout = replace(hebei.layout, texts={"value": TEN, "label": Text(("Noto Sans CJK SC",), 10)})
    assert [(each.wanted, each.used) for each in replaced_fonts(layout)] == [("这种字体不存在", "Noto Serif CJK SC")]
    assert told_of_fonts(layout) == "本机缺少的字体：这种字体不存在用 Noto Serif CJK SC 代替。"


def test_where_no_font_of_the_form_is_there_it_says_what_chinese_is_drawn_with(
    measure: QtMeasure, hebei: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = Text(("这种字体不存在", "那种也不存在"), 10)
    layout = replace(hebei.layout, texts={"value": absent})
    assert [each.used for each in replaced_fonts(layout)] == ["Noto Sans CJK SC"]
    monkeypatch.setattr(fonts, "CHINESE_FACES", ())
    (found,) = replaced_fonts(layout)
    assert found.used in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)


def test_where_nothing_has_chinese_it_says_so(measure: QtMeasure, hebei: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _: [])
    assert replaced_fonts(hebei.layout) == ()
    assert told_of_fonts(hebei.layout) == no_font()
