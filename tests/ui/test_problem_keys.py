"""The problems by keyboard through the real window: going on typing, mending and setting aside."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Indicator, Target
from pbeditor.model.library import Entry
from pbeditor.store.project_file import load, save
from pbeditor.ui.editors.grid_paste import Missing
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import Node
from pbeditor.ui.panes import is_seen
from tests.ui.conftest import shell_document
from tests.ui.editors.grids import put_on_clipboard

Key = Qt.Key
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ROWS = tuple(
    Indicator(
        f"r{number}", "产出指标", "数量指标", "", f"第{number}场活动的场次", Target("≥", "5", "5场及以上"), "计划"
    )
    for number in range(3)
)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


@dataclass
class AtWork:
    """The window with a project whose three rows lack a name, and its file."""

    window: MainWindow
    path: Path

    def name(self, row: int) -> str:
        return self.window.session.document.projects[1].indicators[row].name

    def place(self) -> tuple[int, int]:
        tab = self.window.pages.indicators()
        assert tab is not None
        assert focused() is tab.grid or tab.grid.isAncestorOf(focused())
        return tab.grid.caret.place()


@pytest.fixture
def work(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> AtWork:
    document = shell_document()
    first, second, third = document.projects
    path = tmp_path / "绩效.pbproj"
    save(replace(document, projects=(first, replace(second, indicators=ROWS), third)), path)
    window.files.open_path(path)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)  # Windows says so earlier, when keys do nothing yet
    window.session.look()
    return AtWork(window, path)


def choose(window: MainWindow, path: str) -> str:
    """Make a finding at `path` current in the panel, as a click on the line above it and an arrow would; its rule."""
    problems = window.session.checked.at(path)
    model, tree = window.problems.model, window.problems.tree
    for row in range(model.rowCount()):
        group = model.group(model.index(row, 0))
        if group is not None and group.rule == problems[0].rule:
            tree.expand(model.index(row, 0))
            tree.setCurrentIndex(model.line(row, group.problems.index(problems[0])))
    return problems[0].rule


def test_f8_keeps_what_is_typed_shows_the_next_cell_and_its_sentence_and_lets_typing_go_on(work: AtWork) -> None:
    window = work.window
    choose(window, "projects/1/indicators/0/name")
    press(Key.Key_F8, SHIFT)
    press(Key.Key_F8)
    column = work.place()[1]
    assert work.place() == (0, column)
    QTest.keyClicks(focused(), "a")
    assert isinstance(focused(), QPlainTextEdit)
    QTest.keyClicks(focused(), "bc")
    press(Key.Key_F8)
    assert work.name(0) == "abc"
    assert work.place() == (1, column)
    tab = window.pages.indicators()
    sentence = window.session.checked.at("projects/1/indicators/1/name")[0].message
    assert tab is not None
    assert sentence in tab.foot.sentence()
    assert window.problems.detail.text.text() == sentence
    QTest.keyClicks(focused(), "d")
    QTest.keyClicks(focused(), "e")
    press(Key.Key_F8, SHIFT)
    assert work.name(1) == "de"


def test_f8_from_an_open_editor_leads_into_an_open_editor(work: AtWork) -> None:
    window = work.window
    choose(window, "projects/1/indicators/0/name")
    press(Key.Key_F8, SHIFT)
    press(Key.Key_F8)
    tab = window.pages.indicators()
    assert tab is not None
    assert focused() is tab.grid
    for letter in "abc":
        QTest.keyClicks(focused(), letter)
    press(Key.Key_F8)
    assert (work.name(0), work.place()[0]) == ("abc", 1)
    assert focused() is tab.grid.delegate.editor
    assert QApplication.activePopupWidget() is None
    press(Key.Key_Escape)
    assert focused() is tab.grid
    press(Key.Key_F8)
    assert focused() is tab.grid


@pytest.fixture
def lacking(work: AtWork) -> AtWork:
    """F8 has led to a category that is missing."""
    choose(work.window, "projects/1/indicators")
    press(Key.Key_F8, SHIFT)
    press(Key.Key_F8)
    problem = work.window.problems.current()
    assert problem is not None
    assert problem.path == "projects/1/indicators"
    return work


def test_at_a_missing_category_typing_writes_over_nothing(qtbot: QtBot, lacking: AtWork) -> None:
    before = lacking.window.session.document
    for _ in range(2):
        assert lacking.place() == (-1, -1)
        QTest.keyClicks(focused(), "abc")
        press(Key.Key_Backspace)
        press(Key.Key_Delete)
        QApplication.sendEvent(focused(), QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
    lacking.window.session.commit_requested.emit()
    assert lacking.window.session.document is before


def test_at_a_missing_category_new_rows_come_in_at_the_end(lacking: AtWork) -> None:
    press(Key.Key_Return, CONTROL)
    assert lacking.place()[0] == 3
    assert [row.id for row in lacking.window.session.document.projects[1].indicators[:3]] == ["r0", "r1", "r2"]


def test_at_a_missing_category_an_entry_of_the_library_comes_in_at_the_end(lacking: AtWork) -> None:
    tab = lacking.window.pages.indicators()
    assert tab is not None
    tab.library.insert([Entry("满意度指标", "服务对象满意度指标", "参训人员满意度")])
    assert lacking.name(3) == "参训人员满意度"


def test_at_a_missing_category_what_is_pasted_comes_in_at_the_end(lacking: AtWork) -> None:
    tab = lacking.window.pages.indicators()
    assert tab is not None
    tab.commands.ask_missing = lambda _parent, _missing: Missing.ADD
    put_on_clipboard("满意度指标\t服务对象满意度指标\t参训人员满意度")
    tab.commands.paste()
    assert [lacking.name(row) for row in range(4)] == ["", "", "", "参训人员满意度"]


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Tab, Key.Key_Return, Key.Key_Home])
def test_from_a_missing_category_keys_lead_into_the_grid(lacking: AtWork, key: Qt.Key) -> None:
    press(key)
    assert lacking.place() == (0, 0)


def test_a_finding_is_confirmed_and_shown_again_by_keys_alone(work: AtWork) -> None:
    window, path = work.window, "projects/1/indicators/0/name"
    rule = choose(window, path)
    window.problem_dock.hide()
    press(Key.Key_K, CONTROL | ALT)
    assert is_seen(window.problem_dock)
    QTest.keyClicks(focused(), "ok")
    press(Key.Key_Return)
    assert [(one.rule, one.reason) for one in window.session.document.confirmed] == [(rule, "ok")]
    assert window.session.checked.at(path) == ()
    window.commands["save"].trigger()
    assert load(work.path).confirmed == window.session.document.confirmed
    window.commands["aside"].trigger()
    press(Key.Key_Delete)
    assert window.session.document.confirmed == ()
    assert window.commands["aside"].isChecked()


def test_undoing_a_mute_leaves_the_page_where_it_is(work: AtWork) -> None:
    window = work.window
    window.tree.show_node(Node("project", "6HMH"))
    choose(window, "projects/1/indicators/0/name")
    press(Key.Key_M, CONTROL | ALT)
    press(Key.Key_Return)
    assert window.session.history.past[-1].label.startswith("静音")
    window.commands["undo"].trigger()
    assert window.session.document.muted == ()
    assert window.tree.current() == Node("project", "6HMH")


def test_the_current_project_follows_the_tree(work: AtWork) -> None:
    work.window.tree.show_node(Node("project", "6HMH"))
    work.window.problems.bar.here.click()
    assert work.window.problems.model.choice.project == "6HMH"
    work.window.tree.show_node(Node("project", "7A01"))
    assert work.window.problems.model.choice.project == "7A01"
