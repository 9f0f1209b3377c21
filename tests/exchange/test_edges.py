"""Cells told by where they end."""

from hypothesis import given
from hypothesis import strategies as st

from pbeditor.exchange.edges import Edge, table_of_edges, unplaced
from pbeditor.sheet.sheet import Cell
from tests.exchange.builders import grid


def edges(*ends: int) -> tuple[Edge, ...]:
    return tuple(Edge(left, right) for left, right in zip((0, *ends), ends, strict=False))


def test_every_end_of_a_cell_is_a_line_of_the_grid() -> None:
    table = table_of_edges([(("a", "b"), edges(567, 1701)), (("c", "d"), edges(1134, 1701))])
    assert grid(table) == [[("a", 0, 1, 1), ("b", 1, 2, 1)], [("c", 0, 2, 1), ("d", 2, 1, 1)]]
    assert table.widths == (10.0, 10.0, 10.0)


def test_ends_that_differ_by_a_hair_are_one_line() -> None:
    table = table_of_edges([(("a", "b"), edges(1000, 2000)), (("c", "d"), edges(1012, 1990))])
    assert grid(table) == [[("a", 0, 1, 1), ("b", 1, 1, 1)], [("c", 0, 1, 1), ("d", 1, 1, 1)]]


def test_a_row_may_begin_late() -> None:
    table = table_of_edges([(("a",), (Edge(1000, 2000),)), (("b", "c"), edges(1000, 2000))])
    assert grid(table) == [[("a", 1, 1, 1)], [("b", 0, 1, 1), ("c", 1, 1, 1)]]


def test_cells_over_several_rows_are_one() -> None:
    down = [(("a",), (Edge(0, 1000, down=kind),)) for kind in ("restart", "continue", "continue", "restart", "")]
    assert grid(table_of_edges(down)) == [[("a", 0, 1, 3)], [], [], [("a", 0, 1, 1)], [("a", 0, 1, 1)]]


def test_a_cell_that_continues_nothing_stands_for_itself() -> None:
    assert grid(table_of_edges([(("a",), (Edge(0, 1000, down="continue", across=True),))])) == [[("a", 0, 1, 1)]]


def test_a_merged_block_of_rows_and_columns_is_one_cell() -> None:
    first = Edge(0, 500, down="restart"), Edge(500, 1000, across=True, down="restart")
    second = Edge(0, 500, down="continue"), Edge(500, 1000, across=True, down="continue")
    assert grid(table_of_edges([(("a", ""), first), (("", ""), second)])) == [[("a", 0, 2, 2)], []]


def test_cells_without_a_definition_follow_those_that_have_one() -> None:
    assert grid(table_of_edges([(("a", "b", "c"), edges(500))])) == [[("a", 0, 1, 1), ("b", 1, 1, 1), ("c", 2, 1, 1)]]


EDGES = st.builds(
    Edge, *[st.integers(-40_000, 40_000)] * 2, st.booleans(), st.sampled_from(("", "restart", "continue"))
)
ROWS = st.lists(st.tuples(st.lists(st.just("a"), max_size=5), st.lists(EDGES, max_size=6)), max_size=6)


@given(ROWS)
def test_no_two_cells_of_a_row_begin_at_one_place(rows: list[tuple[list[str], list[Edge]]]) -> None:
    table = table_of_edges(rows)
    assert len(table.rows) == len(rows)
    for row in table.rows:
        places = [cell.column for cell in row.cells]
        assert places == sorted(set(places))
        assert all(map(has_size, row.cells))


def has_size(cell: Cell) -> bool:
    return cell.columns > 0 and cell.rows > 0


def test_cells_that_stand_by_guess_are_counted() -> None:
    whole = [(("a", "b"), edges(500, 1000)), (("c", "d"), edges(500, 1000))]
    assert unplaced(whole) == 0
    assert unplaced([*whole, (("e", "f", "g"), edges(500, 1000)), (("h",), ())]) == 2
    begun, goes_on = Edge(0, 500, down="restart"), Edge(0, 500, down="continue")
    assert unplaced([(("a",), (begun,)), (("",), (goes_on,)), (("",), (goes_on,))]) == 0
    assert unplaced([(("a",), (goes_on,)), (("",), (Edge(200, 500, down="continue"),))]) == 2
