"""Text set without fonts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.model.form import Text
from pbeditor.sheet.geometry import MM_A_POINT
from pbeditor.sheet.measure import EmMeasure, most_lines

TEN = Text(("宋体",), 10)
EM = 10 * MM_A_POINT


def lines(text: str, ems: float, indent: float = 0) -> tuple[str, ...]:
    return EmMeasure().lines(text, TEN, ems * EM, indent * EM)


def test_chinese_signs_are_as_wide_as_the_font_size_and_latin_ones_half_of_that() -> None:
    assert EmMeasure().width("预算90%", TEN) == pytest.approx(3.5 * EM)


def test_a_line_ends_where_the_next_sign_would_not_fit() -> None:
    assert lines("甲乙丙丁戊己", 4) == ("甲乙丙丁", "戊己")


def test_the_first_line_begins_further_in() -> None:
    assert lines("甲乙丙丁戊己", 4, indent=2) == ("甲乙", "丙丁戊己")


def test_a_line_break_begins_a_line_and_belongs_to_none() -> None:
    assert lines("甲\n\n乙丙", 4) == ("甲", "", "乙丙")


def test_a_blank_text_is_one_blank_line() -> None:
    assert lines("", 4) == ("",)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert lines("甲乙丙丁，戊", 4) == ("甲乙丙", "丁，戊")
    assert lines("甲乙丙（丁）", 4) == ("甲乙丙", "（丁）")


def test_a_word_goes_to_the_next_line_whole_where_it_fits_there() -> None:
    assert lines("甲乙 2020-JBN", 4) == ("甲乙 ", "2020-JBN")


def test_a_word_longer_than_a_line_breaks_anywhere() -> None:
    assert lines("abcdefghijkl", 2) == ("abcd", "efgh", "ijkl")


@given(st.text(max_size=80), st.floats(1, 30), st.floats(0, 3))
def test_the_lines_joined_are_the_text(text: str, ems: float, indent: float) -> None:
    assert "".join(lines(text, ems, indent)) == text.replace("\n", "")


@given(st.text(st.sampled_from("目标（）a1 \n，-"), max_size=60), st.integers(1, 20), st.floats(0.0, 0.99))
def test_a_text_takes_no_more_lines_than_it_is_counted_with(text: str, signs: int, more: float) -> None:
    assert len(lines(text, signs + more)) <= most_lines(text, signs)


@pytest.mark.parametrize("text", ["11（标标", "标标标"])
def test_signs_have_room_in_their_own_width(text: str) -> None:
    assert len(lines(text, 3)) == most_lines(text, 3)


def test_signs_that_are_all_as_wide_as_the_widest_are_counted_exactly() -> None:
    assert [most_lines("目" * count, 5) for count in (0, 1, 5, 6, 10, 11)] == [1, 1, 1, 2, 2, 3]
