"""The indicator table follows any edit by exact spans, under Qt's model tester in fatal mode."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pbeditor.edit.indicators import (
    FIELDS,
    delete_indicators,
    duplicate_indicators,
    insert_indicators,
    paste_block,
    set_cells,
    shift_indicators,
    sort_indicators,
)
from pbeditor.edit.projects import delete_projects
from pbeditor.model.document import Document, Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.ui.models.indicator_table import IndicatorTable
from pbeditor.ui.session import Session

Edit = Callable[[Project, int], Project]
NAME, TARGET = 2, 4


def document() -> Document:
    rows = tuple(
        Indicator(f"i{n}", "产出指标", "数量指标", f"指标{n}", target=Target("≥", "9", "9%")) for n in range(4)
    )
    return Document("hebei-2020", 2020, projects=(Project("p", indicators=rows), Project("q")))


def watched(session: Session) -> IndicatorTable:
    model = IndicatorTable(session, session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_project("p")
    return model


@pytest.fixture
def session(qtbot: QtBot, hebei: Form) -> Session:
    return Session(document(), hebei)


@pytest.fixture
def model(session: Session) -> IndicatorTable:
    return watched(session)


def names(model: IndicatorTable) -> list[str]:
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def ids(project: Project, place: int) -> list[str]:
    rows = project.indicators
    return [rows[place % len(rows)].id, rows[(place * 2 + 1) % len(rows)].id] if rows else []


def fresh(project: Project, place: int) -> list[str]:
    return [f"new{hash((project, place, copy))}" for copy in range(9)]


EDITS: tuple[Edit, ...] = (
    lambda p, n: insert_indicators(p, n % (len(p.indicators) + 1), [Indicator(fresh(p, n)[0], name=f"新{n}")]),
    lambda p, n: delete_indicators(p, ids(p, n)),
    lambda p, n: duplicate_indicators(p, ids(p, n), iter(fresh(p, n))),
    lambda p, n: shift_indicators(p, ids(p, n), -1),
    lambda p, n: shift_indicators(p, ids(p, n), 1),
    lambda p, n: set_cells(p, [(row, n % 6) for row in range(0, len(p.indicators), 2)], f"值{n}"),
    lambda p, n: paste_block(p, len(p.indicators), [["a", "b"], ["c", "d"]], iter(fresh(p, n)), fields=FIELDS[n % 6 :]),
    lambda p, _: replace(p, indicators=p.indicators[::-1]),
    lambda p, n: replace(p, indicators=(*p.indicators, *p.indicators[:1]) if n == 0 else p.indicators),
)


@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 8)), max_size=12))
def test_any_edits_undone_and_redone_leave_the_table_as_the_project(
    qapp: object, hebei: Form, steps: list[tuple[Edit, int]]
) -> None:
    session = Session(document(), hebei)
    model = watched(session)
    for edit, number in steps:
        model.change("改", lambda project, edit=edit, number=number: edit(project, number))  # type: ignore[misc]
        assert tuple(model.rows) == session.document.projects[0].indicators
    for move in [session.undo] * len(steps) + [session.redo] * len(steps):
        move()
        assert tuple(model.rows) == session.document.projects[0].indicators
    session.deleteLater()


def test_an_edit_tells_exactly_the_cells_that_differ(session: Session, model: IndicatorTable, qtbot: QtBot) -> None:
    told: list[tuple[int, int, int, int]] = []
    model.dataChanged.connect(lambda a, b: told.append((a.row(), a.column(), b.row(), b.column())))
    session.write("改", "projects/0/indicators/1/name", "甲")
    session.write("改", "projects/0/name", "别处")
    session.write("改", "projects/1/name", "别处")
    assert told == [(1, NAME, 1, NAME)]


def test_a_moved_row_keeps_the_place_of_whoever_looks_at_it(session: Session, model: IndicatorTable) -> None:
    watched_row = QPersistentModelIndex(model.index(3, NAME))
    model.change("移动", lambda project: shift_indicators(project, ["i3"], -1))
    assert (watched_row.row(), names(model)) == (2, ["指标0", "指标1", "指标3", "指标2"])


def test_sorting_follows_the_form(session: Session, model: IndicatorTable, hebei: Form) -> None:
    session.write("改", "projects/0/indicators/0/level1", "满意度指标")
    model.change("排序", lambda project: sort_indicators(project, hebei))
    assert names(model) == ["指标1", "指标2", "指标3", "指标0"]


def test_another_project_is_a_reset_and_a_deleted_one_leaves_no_rows(session: Session, model: IndicatorTable) -> None:
    model.show_project("q")
    assert model.rowCount() == 0
    model.show_project("p")
    session.apply("删除", lambda document: delete_projects(document, ["p"]))
    assert model.rowCount() == 0


def test_a_value_typed_into_a_cell_keeps_its_parts_and_is_one_step(session: Session, model: IndicatorTable) -> None:
    assert model.setData(model.index(0, TARGET), Target("≥", "90", "3次"))
    assert model.index(0, TARGET).data() == "≥903次"
    assert [step.label for step in session.history.past] == ["修改指标值"]


def test_the_same_value_again_is_no_step(session: Session, model: IndicatorTable) -> None:
    model.setData(model.index(0, TARGET), Target("≥", "9", "9%"))
    assert session.history.past == ()


def test_marks_stand_at_their_cells_and_never_come_as_changed_data(session: Session, model: IndicatorTable) -> None:
    with_data: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, *_: with_data.append(first))
    session.write("改", "projects/0/indicators/2/target/number", "很多")
    assert model.mark(2, TARGET) == "error"
    assert "不是数字" in model.index(2, TARGET).data(Qt.ItemDataRole.ToolTipRole)
    assert "错误" in model.index(2, TARGET).data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(with_data) == 1


def test_the_header_explains_each_column(model: IndicatorTable, hebei: Form) -> None:
    header = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert header == [column.label for column in hebei.columns]
    assert hebei.columns[0].help in model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
