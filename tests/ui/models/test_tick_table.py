"""Lines with boxes: heads tick all of their own, fixed lines have no box."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.models.tick_table import TickRow, TickTable

CHECK = int(Qt.ItemDataRole.CheckStateRole)
ROWS = (
    TickRow(("甲",), is_head=True),
    TickRow(("一", "1.00"), "one"),
    TickRow(("二", "2.00"), "two", excerpt=Excerpt("二", 0, 1)),
    TickRow(("乙",), is_head=True, is_fixed=True),
    TickRow(("三", "3.00"), "three", is_fixed=True),
)


@pytest.fixture
def table(qapp: QApplication) -> TickTable:
    model = TickTable(("名称", "金额"), frozenset({1}), marked=1, parent=qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows(ROWS, frozenset({"one"}))
    return model


def states(table: TickTable) -> list[object]:
    return [table.index(row, 0).data(CHECK) for row in range(table.rowCount())]


def test_a_head_shows_whether_all_some_or_none_of_its_lines_are_ticked(table: TickTable) -> None:
    some, on, off = Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert states(table) == [some, on, off, None, None]
    table.tick_all(True)
    assert states(table)[0] == on
    table.tick_all(False)
    assert states(table)[0] == off


def test_ticking_a_head_ticks_its_lines(table: TickTable) -> None:
    assert table.setData(table.index(0, 0), Qt.CheckState.Checked, CHECK)
    assert table.ticked == {"one", "two"}


def test_a_fixed_line_cannot_be_ticked(table: TickTable) -> None:
    assert not table.flags(table.index(4, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    table.tick_all(True)
    assert "three" not in table.ticked


def test_only_the_marked_column_has_excerpts(table: TickTable) -> None:
    assert table.excerpt(table.index(2, 1)) == Excerpt("二", 0, 1)
    assert table.excerpt(table.index(2, 0)) is None


def test_a_line_says_all_its_texts(table: TickTable) -> None:
    assert table.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "一，1.00"
