"""Row changes are exact: applying them gives the new list, and a small edit gives a small change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.ui.models.row_changes import RowChange, row_changes, spans

KEYS = st.lists(st.integers(0, 12), unique=True)


def applied(old: list[int], new: list[int]) -> list[int]:
    rows = list(old)
    for change in row_changes(old, new):
        span = slice(change.first, change.last + 1)
        if change.kind == "insert":
            rows[change.first : change.first] = new[span]
            continue
        block = rows[span]
        del rows[span]
        if change.kind == "move":
            rows[change.to : change.to] = block
    return rows


@given(KEYS, KEYS)
def test_the_changes_turn_one_list_into_the_other(old: list[int], new: list[int]) -> None:
    assert applied(old, new) == new


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ([1, 2, 3, 4], [1, 4], RowChange("remove", 1, 2)),
        ([1, 4], [1, 2, 3, 4], RowChange("insert", 1, 2)),
        ([1, 2, 3, 4], [3, 4, 1, 2], RowChange("move", 2, 3, 0)),
        ([1, 2, 3, 4], [2, 1, 3, 4], RowChange("move", 1, 1, 0)),
    ],
)
def test_one_edit_is_one_change(old: list[int], new: list[int], change: RowChange) -> None:
    assert list(row_changes(old, new)) == [change]


def test_equal_lists_need_no_change() -> None:
    assert list(row_changes("abc", "abc")) == []


def test_rows_without_a_gap_are_one_span() -> None:
    assert list(spans([0, 1, 2, 5, 7, 8])) == [(0, 2), (5, 5), (7, 8)]
    assert list(spans([])) == []
