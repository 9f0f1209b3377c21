"""Texts that are too long for a cell and rows that are too tall for a worksheet."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbeditor.exchange.excel_long import LOW, TALLEST, Piece, is_shortened, pieces, shortened, worksheet_rows
from pbeditor.model.text import clean

LONGEST = 32_767


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    "text",
    [
        "甲" * LONGEST,
        "甲" * 70_000,
        "\U00020000" * 40_000,
        ("甲" * 99 + "\n\n") * 900 + "末",
        "甲 " * 40_000 + "末",
        "\n甲" * 40_000,
    ],
)
def test_pieces_fit_into_cells_and_make_the_text_again(text: str) -> None:
    text = clean(text)
    found = pieces(text)
    assert is_whole(found, text)
    assert [units(piece.text) <= LONGEST for piece in found] == [True] * len(found)
    assert (len(found) == 1) == (units(text) <= LONGEST)


@settings(max_examples=30)
@given(text=st.text(st.sampled_from("甲\n 。\U0001f600"), max_size=60), times=st.integers(2_000, 4_000))
def test_any_long_text_comes_together_again(text: str, times: int) -> None:
    text = clean(text * times)
    assert is_whole(pieces(text), text)


def is_whole(found: Sequence[Piece], text: str) -> bool:
    """Whether a reader, who drops the blanks around a cell's text, gets the text again."""
    return "".join(piece.gap + clean(piece.text) for piece in found) == text


def test_a_text_is_cut_at_the_end_of_a_line_where_there_is_one() -> None:
    line = "甲" * 999
    assert [(piece.gap, piece.text[-1:]) for piece in pieces("\n".join([line] * 40))] == [("", "甲"), ("\n", "甲")]
    assert len(pieces("\n".join([line] * 40))[0].text) == 32 * 1000 - 1


def test_what_is_shortened_says_so() -> None:
    assert shortened("甲" * LONGEST) == "甲" * LONGEST
    short = shortened("甲" * 40_000)
    assert short.endswith("甲……（文字过长，后略）")
    assert units(short) == LONGEST
    assert is_shortened(short, "甲" * 40_000)
    assert not is_shortened(short, "甲乙")


def test_a_row_that_is_too_tall_goes_on_in_low_ones() -> None:
    assert worksheet_rows(TALLEST) == [TALLEST]
    heights = worksheet_rows(TALLEST + 1)
    assert max(heights) == LOW
    assert sum(heights) == pytest.approx(TALLEST + 1)
