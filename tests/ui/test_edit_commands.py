"""剪切, 复制, 粘贴 and 全选 of the menu act on what has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.ui.commands import EDIT
from pbeditor.ui.edit_commands import RECORDS
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import OVERVIEW
from tests.ui.editors.grids import NAME, put_on_clipboard, texts, type_

NAMES = [name for name, *_ in RECORDS]
CONTROL = Qt.KeyboardModifier.ControlModifier


def offered(window: MainWindow) -> list[str]:
    """What the menu offers when it is opened."""
    QApplication.processEvents()  # by which Windows tells that the clipboard has changed
    window.commands.menus[EDIT].aboutToShow.emit()
    return [name.removeprefix("edit_") for name in NAMES if window.commands[name].isEnabled()]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def active(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with a file, where the keyboard is."""
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    put_on_clipboard("前")
    return opened


def in_field(window: MainWindow, path: str) -> QWidget:
    window.session.go_to(path)
    field = QApplication.focusWidget()
    assert field is not None
    return field


def grid_of(window: MainWindow) -> IndicatorsTab:
    """The grid with two rows, its cursor in the first name."""
    window.session.go_to("projects/0/indicators")
    tab = window.pages.indicators()
    assert tab is not None
    for row, name in enumerate(("甲", "乙")):
        tab.commands.insert_below()
        tab.grid.table.setData(tab.grid.table.index(row, NAME), name)
    tab.grid.caret.go_to(0, NAME)
    return tab


@pytest.mark.parametrize(
    "path", ["projects/0/name", "projects/0/goals", "projects/0/plan/0", "projects/0/budget/total"]
)
def test_a_field_offers_what_its_selection_allows(active: MainWindow, path: str) -> None:
    field = in_field(active, path)
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    field.moveCursor(field.textCursor().MoveOperation.End) if isinstance(field, QPlainTextEdit) else field.deselect()
    assert offered(active) == ["paste", "select_all"]
    active.commands["select_all"].trigger()
    assert offered(active) == ["cut", "copy", "paste", "select_all"]


@pytest.mark.parametrize("path", ["projects/0/name", "projects/0/goals"])
def test_a_field_is_cut_and_pasted_as_by_its_keys_and_each_is_undone(active: MainWindow, path: str) -> None:
    field = in_field(active, path)
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    before = active.session.document
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    field.selectAll()
    active.commands["edit_cut"].trigger()
    assert clipboard() == text
    assert active.session.document != before
    active.commands["edit_paste"].trigger()
    assert active.session.document == before
    active.session.undo()
    assert active.session.document != before


def test_the_grid_copies_its_values_and_pastes_them(active: MainWindow) -> None:
    tab = grid_of(active)
    assert offered(active) == ["cut", "copy", "paste", "select_all"]
    active.commands["edit_copy"].trigger()
    tab.grid.caret.go_to(1, NAME)
    active.commands["edit_paste"].trigger()
    assert texts(tab.grid, NAME) == ["甲", "甲"]
    active.commands["edit_cut"].trigger()
    assert texts(tab.grid, NAME) == ["甲", ""]
    active.commands["select_all"].trigger()
    assert tab.grid.caret.rows() == [0, 1]


def test_a_grid_without_rows_takes_a_paste_alone(active: MainWindow) -> None:
    active.session.go_to("projects/0/indicators")
    assert offered(active) == ["paste"]


def test_an_open_cell_is_a_text(active: MainWindow) -> None:
    tab = grid_of(active)
    type_("abc")
    active.commands["select_all"].trigger()
    active.commands["edit_copy"].trigger()
    active.commands["edit_paste"].trigger()
    active.commands["edit_paste"].trigger()
    tab.grid.leave()
    assert texts(tab.grid, NAME) == ["abcabc", "乙"]


def test_the_tree_copies_projects_and_no_other_entry(active: MainWindow) -> None:
    active.tree.tree.setFocus()
    active.tree.select_projects(["6X18"])
    active.commands["edit_copy"].trigger()
    assert "paste" in offered(active)
    active.commands["edit_paste"].trigger()
    names = [project.name for project in active.session.document.projects]
    assert names == ["活动经费", "活动经费", "培训经费", "会议费"]
    active.tree.show_node(OVERVIEW)
    assert offered(active) == ["paste", "select_all"]


def test_an_empty_clipboard_offers_nothing_to_paste(active: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    in_field(active, "projects/0/name")
    assert "paste" not in offered(active)
    grid_of(active)
    assert "paste" not in offered(active)
    put_on_clipboard("字")
    assert "paste" in offered(active)


def test_the_tree_pastes_projects_and_no_text(active: MainWindow) -> None:
    active.tree.tree.setFocus()
    assert "paste" not in offered(active)
    active.tree.select_projects(["6X18"])
    active.commands["edit_copy"].trigger()
    assert "paste" in offered(active)


def test_a_list_copies_its_line(active: MainWindow) -> None:
    problems = active.problems.tree
    problems.setFocus()
    problems.setCurrentIndex(problems.model().index(0, 0))
    assert "paste" not in offered(active)
    active.commands["edit_copy"].trigger()
    assert clipboard() == problems.copied() != ""


def test_nothing_is_offered_where_nothing_can_be_copied(window: MainWindow) -> None:
    window.start.setFocus()
    assert offered(window) == []


def test_the_keys_go_to_the_field_as_before(active: MainWindow, qtbot: QtBot) -> None:
    field = in_field(active, "projects/0/name")
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "活动经费"


def test_a_menu_opened_by_keyboard_leaves_the_selection(active: MainWindow) -> None:
    field = in_field(active, "projects/0/name")
    assert isinstance(field, QLineEdit)
    field.setSelection(2, 2)
    active.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert "cut" in offered(active)
    field.setFocus(Qt.FocusReason.MenuBarFocusReason)
    active.commands["edit_cut"].trigger()
    assert clipboard() == "经费"


@pytest.mark.parametrize("command", ["delete", "down", "sort_amount"])
def test_what_is_typed_in_a_project_goes_into_no_other_that_takes_its_place(active: MainWindow, command: str) -> None:
    session, field = active.session, in_field(active, "projects/0/goals")
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "abc ")
    assert session.document.projects[0].goals.endswith("abc")
    before = {project.id: project.goals for project in session.document.projects}
    active.commands.refresh()
    active.commands[command].trigger()
    QApplication.processEvents()
    session.commit_requested.emit()
    after = {project.id: project.goals for project in session.document.projects}
    assert after.items() <= before.items()
    session.undo()
    assert {project.id: project.goals for project in session.document.projects} == before
