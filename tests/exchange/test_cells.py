"""Cells at their places become a table."""

import pytest

from pbeditor.exchange import limits
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import ExcessError
from tests.exchange.builders import grid


def test_cells_come_in_the_order_of_their_places() -> None:
    assert grid(table_of([Placed(1, 0, "c"), Placed(0, 2, "b"), Placed(0, 0, "a")], 3)) == [
        [("a", 0, 1, 1), ("b", 2, 1, 1)],
        [("c", 0, 1, 1)],
        [],
    ]


def test_spans_end_with_the_table() -> None:
    assert grid(table_of([Placed(0, 0, "a", 0, 9), Placed(5, 0, "b")], 2)) == [[("a", 0, 1, 2)], []]


def test_a_table_wider_than_any_sheet_is_cut() -> None:
    table = table_of([Placed(0, 0, "a", 10**9), Placed(0, limits.COLUMNS, "b")], 1)
    assert grid(table) == [[("a", 0, limits.COLUMNS, 1)]]


def test_wide_cells_over_many_rows_are_told_on_a_grid_without_idle_lines() -> None:
    cells = [Placed(row, column, "a", 5_000) for row in range(100) for column in (0, 5_000)]
    table = table_of(cells, 100)
    assert grid(table)[99] == [("a", 0, 1, 1), ("a", 1, 1, 1)]


def test_spans_that_cover_too_many_places_are_refused() -> None:
    with pytest.raises(ExcessError):
        table_of([Placed(0, column, "a", 1, 10**6) for column in range(2_000)], 10**4)
