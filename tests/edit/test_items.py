"""Rows of any kind are inserted, moved and removed without touching the others."""

import pytest

from pbeditor.edit.items import can_shift, changed, inserted, moved, shifted, without
from pbeditor.model.document import Indicator

ROWS = tuple(Indicator(letter) for letter in "abcde")


def ids(rows: tuple[Indicator, ...]) -> str:
    return "".join(row.id for row in rows)


def test_rows_are_inserted_before_a_place() -> None:
    assert ids(inserted(ROWS, 2, [Indicator("x"), Indicator("y")])) == "abxycde"


def test_rows_are_removed_by_id() -> None:
    assert ids(without(ROWS, ["b", "e"])) == "acd"


@pytest.mark.parametrize(
    ("chosen", "before", "result"), [("bd", 0, "bdace"), ("bd", 5, "acebd"), ("ae", 2, "baecd"), ("abc", 1, "abcde")]
)
def test_scattered_rows_move_together_in_their_order(chosen: str, before: int, result: str) -> None:
    assert ids(moved(ROWS, chosen, before)) == result


@pytest.mark.parametrize(
    ("chosen", "step", "result"),
    [
        ("c", -1, "acbde"),
        ("bc", 1, "adbce"),
        ("a", -1, "abcde"),
        ("e", 1, "abcde"),
        ("be", -1, "baced"),
        ("ad", 1, "baced"),
        ("abe", -1, "abced"),
        ("ade", 1, "bacde"),
        ("ace", -1, "acbed"),
    ],
)
def test_each_row_shifts_by_one_and_those_at_the_edge_stay(chosen: str, step: int, result: str) -> None:
    assert ids(shifted(ROWS, chosen, step)) == result


def test_a_shift_at_the_edge_gives_the_same_rows() -> None:
    assert shifted(ROWS, "a", -1) is ROWS


def test_a_change_that_changes_nothing_gives_the_same_rows() -> None:
    assert changed(ROWS, "c", lambda row: row) is ROWS
    assert changed(ROWS, "c", lambda row: Indicator(row.id, name="新"))[2].name == "新"


@pytest.mark.parametrize("step", [-1, 1])
@pytest.mark.parametrize("chosen", ["", "a", "b", "d", "ab", "cd", "ad", "abcd", "x"])
def test_there_is_room_where_a_shift_changes_something(chosen: str, step: int) -> None:
    known = [key for key in chosen if key in "abcd"]
    assert can_shift(ROWS, known, step) is (shifted(ROWS, known, step) is not ROWS)
