"""Sheets of a workbook become tables."""

import pytest

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.spread import Gathering, blocks_of, notes_of, place_name
from pbeditor.sheet.sheet import Table
from tests.exchange.shown import seen


def test_blank_cells_are_none_and_texts_are_cleaned() -> None:
    gathering = Gathering()
    for row, text in enumerate((" 甲\u00a0", "\t", "\u200b")):
        gathering.add(row, 0, text)
    assert seen(blocks_of([gathering.spread("表")])) == [[[("甲", 0, 1, 1)]]]


def test_a_cell_keeps_the_number_that_its_text_hides() -> None:
    gathering = Gathering()
    gathering.merge((0, 0, 0, 1))
    for column, exact in ((0, "5.6%"), (2, "5.5%"), (3, "")):
        gathering.add(0, column, "6%", exact)
    (block,) = blocks_of([gathering.spread("表")])
    assert isinstance(block, Table)
    assert [(cell.text, cell.columns, cell.exact) for cell in block.rows[0].cells] == [
        ("6%", 2, "5.6%"),
        ("6%", 1, "5.5%"),
        ("6%", 1, ""),
    ]


def test_a_merged_place_hides_what_stands_under_it() -> None:
    gathering = Gathering()
    gathering.merge((0, 0, 1, 1))
    for place, text in (((0, 0), "a"), ((1, 1), "b"), ((1, 2), "c")):
        gathering.add(*place, text)
    assert seen(blocks_of([gathering.spread("")])) == [[[("a", 0, 2, 2)], [("c", 2, 1, 1)]]]


def test_a_merged_place_ends_with_the_last_row_that_is_filled() -> None:
    gathering = Gathering()
    gathering.merge((0, 0, 9, 0))
    gathering.add(0, 0, "a")
    assert seen(blocks_of([gathering.spread("")])) == [[[("a", 0, 1, 1)]]]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PLACES", limits.Limit(1))
    gathering = Gathering()
    gathering.add(0, 0, "a")
    with pytest.raises(ExcessError):
        gathering.add(1, 0, "a")


def test_too_many_cells_in_all_sheets_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", limits.Limit(1))
    gathering = Gathering()
    gathering.add(0, 0, "a")
    with pytest.raises(ExcessError):
        blocks_of([gathering.spread("表")] * 2)


def test_many_hidden_sheets_are_one_line() -> None:
    gathering = Gathering()
    gathering.add(0, 0, "a")
    hidden = [gathering.spread(f"旧{number}", hidden=True) for number in range(6)]
    (note,) = notes_of(hidden)
    assert (note.message[:11], note.original) == ("有 6 张隐藏的工作表", "旧0、旧1、旧2、旧3、旧4、旧5")
    assert notes_of([Gathering().spread("空", hidden=True)]) == ()


def test_too_much_that_is_passed_over_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PLACES", limits.Limit(1))
    gathering = Gathering()
    gathering.fail(0, 0, "#N/A")
    with pytest.raises(ExcessError):
        gathering.fail(1, 0, "#N/A")


@pytest.mark.parametrize(("row", "column", "name"), [(0, 0, "A1"), (4, 25, "Z5"), (9, 26, "AA10"), (0, 16_383, "XFD1")])
def test_a_place_is_called_as_in_a_spreadsheet(row: int, column: int, name: str) -> None:
    assert place_name(row, column) == name
