"""What texts were before cleaning is remembered for the report, where a person could not see it."""

import pytest

from pbeditor.model.originals import MOST, originals, spelt_out
from pbeditor.model.text import clean


@pytest.mark.parametrize(
    ("original", "shown"),
    [("册\u200b数", "册〈U+200B〉数"), ("目\u00a0标", "目〈U+00A0〉标"), ("\u2f6c标", "〈U+2F6C〉标")],
)
def test_what_cannot_be_seen_is_spelt_out(original: str, shown: str) -> None:
    with originals() as heard:
        cleaned = clean(original)
    assert spelt_out(heard[cleaned]) == shown


@pytest.mark.parametrize("text", ["普通文字", "两行\r\n文字", " 前后空格 ", "\u00a0前后\u00a0", "制表\t符"])
def test_line_ends_and_blanks_at_the_ends_are_not_worth_a_word(text: str) -> None:
    with originals() as heard:
        clean(text)
    assert heard == {}


def test_outside_of_a_reading_nothing_is_remembered_and_inside_not_without_end() -> None:
    clean("册\u200b数")
    with originals() as heard:
        for number in range(MOST + 10):
            clean(f"册\u200b数{number}")
    assert len(heard) == MOST
