"""Rows of a board follow any others by exact spans."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pbeditor.ui.models.board import BoardColumn, BoardModel, BoardRow

COLUMNS = (BoardColumn("名称"), BoardColumn("数", 60, right=True))
ROWS = st.lists(
    st.builds(BoardRow, st.integers(0, 8), st.tuples(st.sampled_from("甲乙"), st.just("1"))),
    unique_by=lambda row: row.key,
)


@given(steps=st.lists(ROWS, max_size=8))
def test_any_rows_become_any_others(qapp: object, steps: list[list[BoardRow]]) -> None:
    model = BoardModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in steps:
        model.show_rows(rows)
        assert [model.index(place, 0).data() for place in range(model.rowCount())] == [row.cells[0] for row in rows]
    tester.deleteLater()


def test_equal_rows_announce_nothing(qtbot: QtBot) -> None:
    model = BoardModel(COLUMNS)
    model.show_rows([BoardRow("a", ("甲", "1"))])
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.show_rows([BoardRow("a", ("甲", "1"))])


def test_a_row_is_spoken_as_a_whole(qtbot: QtBot) -> None:
    model = BoardModel(COLUMNS)
    model.show_rows([BoardRow("a", ("甲", "1"))])
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "甲 1"
