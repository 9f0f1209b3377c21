"""Text is cleaned once, at every door, and never changes again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.model.text import byte_count, clean, clean_line, fold

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("a\u00a0b\tc", "a b c"),
        ("  前后\u3000", "前后"),
        ("\n\n甲\n\n乙\n\n", "甲\n\n乙"),
        ("目\u200b\ufeff\x00标", "目标"),
        ("\u2f6c标\uf9d1", "目标六"),
        ("（１２）％", "（１２）％"),
    ],
)
def test_a_text_is_cleaned(text: str, result: str) -> None:
    assert clean(text) == result


@given(ANY)
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY)
def test_a_clean_text_can_be_written_to_xml(text: str) -> None:
    assert all(c == "\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" for c in clean(text))


def test_a_line_loses_breaks_between_chinese_words_and_keeps_a_space_between_latin_ones() -> None:
    assert clean_line("绩效\n目标 Word\nExcel") == "绩效目标 Word Excel"


def test_width_case_and_spaces_do_not_count_in_a_comparison() -> None:
    assert fold("ＡＢ（%） c\n") == fold("ab(％)C")


@pytest.mark.parametrize(("text", "size"), [("", 0), ("ab 1", 4), ("用途", 4), ("用途a，", 7), ("½“", 4)])
def test_bytes_are_counted_as_the_budget_systems_do(text: str, size: int) -> None:
    assert byte_count(text) == size
