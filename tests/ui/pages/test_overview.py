"""The front page: sums, bars, how far each project is, problems and changes, each leading to its place."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.check.problem import SEVERITIES
from pbeditor.edit.projects import delete_projects
from pbeditor.model import steps
from pbeditor.model.document import Budget, Project, Unit
from pbeditor.model.form import Form
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import Node
from pbeditor.ui.pages.overview_page import OverviewPage
from pbeditor.ui.pages.overview_rows import bar_of, change_rows, standing, unit_rows
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.board import Board
from tests.moving import move_projects
from tests.ui.conftest import shell_document


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> OverviewPage:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show_key("")
    page.show()
    return page


def cells(board: Board) -> list[tuple[str, ...]]:
    model = board.model()
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def test_sums_come_by_unit_and_source_with_a_total(session: Session, hebei: Form) -> None:
    away = Project("x", Unit("203003", "某党校"), "1", "修缮", Budget("5", "", "5"))
    document = replace(session.document, projects=(*session.document.projects, away))
    assert [row.cells for row in unit_rows(document, hebei)] == [
        ("203002 某区委组织部", "3", "20.50", "20.50", "0.00"),
        ("203003 某党校", "1", "5.00", "0.00", "5.00"),
        ("合计", "4", "25.50", "20.50", "5.00"),
    ]


@pytest.mark.parametrize(
    ("budget", "bar"),
    [
        (Budget("10", "6", "4"), (0.6, 0.4, 0)),
        (Budget("10", "6"), (0.6, 0, 0.4)),
        (Budget("待定"), (0, 0, 0)),
        (Budget("-5", "-5"), (0, 0, 0)),
    ],
)
def test_a_bar_shows_the_sources(budget: Budget, bar: tuple[float, float, float], hebei: Form) -> None:
    assert bar_of(standing(Project("p", budget=budget), hebei), Decimal(10)) == bar


def test_sources_above_the_amount_stay_inside_the_column(session: Session, page: OverviewPage) -> None:
    session.write("改", "projects/0/budget/other", "90")
    assert sum(page.projects._rows.rows[0].bar) == pytest.approx(1)


def test_without_any_amount_there_is_no_bar(hebei: Form) -> None:
    assert bar_of(standing(Project("p"), hebei), Decimal(0)) == (0, 0, 0)


def test_what_became_narrower_while_it_was_hidden_is_seen_whole(page: OverviewPage) -> None:
    page.hide()
    page.resize(620, 600)
    page.show()
    QApplication.processEvents()
    room = page.area.viewport().width()
    for board in (page.units, page.projects, page.problems, page.changes):
        assert board.mapTo(page.area.viewport(), board.rect().topRight()).x() < room


def test_what_lacks_something_is_never_whole(session: Session, page: OverviewPage) -> None:
    assert [row[3] for row in cells(page.projects)] == ["47%"] * 3


def test_problems_are_counted_by_severity(session: Session, page: OverviewPage) -> None:
    counts = session.checked.counts
    assert [row[2] for row in cells(page.problems)] == [
        f"{counts[each]} 个" if counts[each] else "没有" for each in SEVERITIES
    ]


def test_changes_since_the_last_save_are_listed_by_their_places(session: Session, page: OverviewPage) -> None:
    session.write("改名", "projects/1/name", "新名")
    session.apply("删除", lambda document: delete_projects(document, ["6X18"]))
    listed = cells(page.changes)
    assert [row[0] for row in listed] == ["修改", "删除"]
    assert "新名" in listed[0][1]
    assert "活动经费" in listed[1][1]
    session.undo()
    session.undo()
    assert cells(page.changes) == [("", "没有未保存的修改")]


def test_another_order_alone_is_named(session: Session, hebei: Form) -> None:
    moved = move_projects(session.document, ["7A01"], 0)
    assert [row.cells[1] for row in change_rows(session.document, moved, hebei)] == ["只有项目的次序变了"]


def test_what_was_never_saved_says_so(session: Session, hebei: Form) -> None:
    assert [row.cells[1] for row in change_rows(None, session.document, hebei)] == ["还没有保存"]


def test_enter_and_a_click_lead_to_the_project(qtbot: QtBot, opened: MainWindow) -> None:
    page = opened.pages.currentWidget()
    assert isinstance(page, OverviewPage)
    box = page.projects.visualRect(page.projects.model().index(1, 1))
    qtbot.mouseClick(page.projects.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert opened.tree.current() == Node("project", "6HMH")
    opened.tree.tree.setCurrentIndex(opened.tree.model.index(0, 0))
    page.projects.setFocus()
    qtbot.keyClick(page.projects, Qt.Key.Key_Down)
    qtbot.keyClick(page.projects, Qt.Key.Key_Return)
    assert opened.tree.current() == Node("project", "7A01")


def test_every_row_with_a_place_leads_to_one_that_is_there(opened: MainWindow) -> None:
    opened.session.write("清空", "projects/2/code", "")
    page = opened.pages.currentWidget()
    assert isinstance(page, OverviewPage)
    for board in (page.units, page.projects, page.problems, page.changes):
        for row in board._rows.rows:
            if row.path:
                board.wanted.emit(row.path)
                assert opened.tree.current() != Node("overview")


def test_a_hidden_page_costs_nothing_and_is_right_when_it_comes_back(session: Session, page: OverviewPage) -> None:
    page.hide()
    session.write("改名", "projects/0/name", "新名")
    assert cells(page.projects)[0][0] == "1 活动经费"
    page.show_key("")
    assert cells(page.projects)[0][0] == "1 新名"


def test_an_edit_looks_at_the_changed_project_alone(
    session: Session, page: OverviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    original = page._standings.copy()
    session.write("改名", "projects/1/name", "新名")
    looked = [key for key, known in page._standings.items() if known is not original[key]]
    assert looked == ["6HMH"]


def test_many_projects_are_told_once_the_tree_is_there(
    session: Session, page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "SOME", 1)
    session.write("改名", "projects/0/name", "新名")
    assert cells(page.projects)[0][0] == "1 活动经费"
    qtbot.waitUntil(lambda: cells(page.projects)[0][0] == "1 新名")


def test_solid_and_hatched_bars_differ_without_colour(session: Session, page: OverviewPage) -> None:
    def grey(budget: Budget) -> QImage:
        projects = (replace(shell_document().projects[0], budget=budget),)
        session.apply("改", lambda document: replace(document, projects=projects))
        box = page.projects.visualRect(page.projects.model().index(0, 1))
        image = page.projects.viewport().grab(box).toImage()
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    solid, hatched = grey(Budget("10", "10")), grey(Budget("10", "", "10"))
    middle = solid.rect().center()
    row = [QPoint(middle.x() + step, middle.y()) for step in range(16)]
    assert len({solid.pixel(point) for point in row}) == 1
    assert len({hatched.pixel(point) for point in row}) > 1


def test_a_narrow_page_puts_its_right_side_below(page: OverviewPage) -> None:
    def is_beside() -> bool:
        return page.problems.mapTo(page, QPoint()).x() > page.units.mapTo(page, QPoint()).x()

    assert is_beside()
    page.resize(700, 600)
    QApplication.processEvents()
    assert not is_beside()
