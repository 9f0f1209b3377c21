"""Ends of paragraphs, cells and rows become blocks."""

import pytest

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.nesting import Nesting
from pbeditor.sheet.sheet import Paragraph
from tests.exchange.shown import seen


def test_text_and_tables_keep_their_order() -> None:
    nesting = Nesting()
    nesting.end_paragraph(" 甲 ", 0)
    nesting.end_paragraph("一", 1)
    nesting.end_cell("二", 1)
    nesting.end_row((), 1)
    nesting.end_paragraph("乙", 0)
    assert seen(nesting.blocks()) == ["甲", [[("一\n二", 0, 1, 1)]], "乙"]


def test_tables_inside_follow_the_outermost_in_their_order() -> None:
    nesting = Nesting()
    for text, level in (("三", 3), ("二", 2), ("二二", 2), ("一", 1)):
        nesting.end_cell(text, level)
        nesting.end_row((), level)
    assert [block[0][0][0] for block in seen(nesting.blocks())] == ["一", "二", "三"]


def test_deleted_rows_are_left_out() -> None:
    nesting = Nesting()
    for text in ("一", "二"):
        nesting.end_cell(text, 1)
        nesting.end_row((), 1, deleted=text == "一")
    assert seen(nesting.blocks()) == [[[("二", 0, 1, 1)]]]


def test_an_open_row_and_cell_are_kept() -> None:
    nesting = Nesting()
    nesting.end_cell("一", 1)
    nesting.end_paragraph("二", 1)
    assert seen(nesting.blocks()) == [[[("一", 0, 1, 1), ("二", 1, 1, 1)]]]


@pytest.mark.parametrize("level", [0, 1])
def test_what_is_set_apart_follows_the_open_block(level: int) -> None:
    nesting = Nesting()
    nesting.set_apart([Paragraph("框")])
    nesting.end_paragraph("甲", level)
    nesting.end_paragraph("乙", 0)
    assert seen(nesting.blocks())[1:] == ["框", "乙"]


def test_there_is_an_end_to_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ENDS", limits.Limit(2))
    nesting = Nesting()
    nesting.end_cell("一", 10**9)
    nesting.end_row((), 1)
    with pytest.raises(ExcessError):
        nesting.end_row((), 1)
