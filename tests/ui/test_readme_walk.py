"""The five-minute walk of the README, key by key, with the sample it begins with."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.store.project_file import load
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.dialogs import export_options, file_choices
from pbeditor.ui.dialogs.wizard.wizard import Wizard
from pbeditor.ui.handbook.browser import HelpBrowser
from pbeditor.ui.main_window import MainWindow
from pbeditor.work.opening import open_any
from tests.ui.waiting import written

Key, CONTROL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LAST_YEAR = resource("samples", "示例单位2019.docx")


@pytest.fixture
def walker(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window as the first command of the README opens it; file dialogs answer with the proposed name."""
    monkeypatch.setattr(
        file_choices, "file_to_write", lambda _window, _title, proposed, _kind: tmp_path / proposed.name
    )
    monkeypatch.setattr(export_options, "ask_options", lambda dialog: dialog.options())
    copy = tmp_path / SAMPLE
    copy.write_bytes(resource("samples", SAMPLE).read_bytes())
    window.files.open_path(copy)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    window = QApplication.activeWindow()
    assert window is not None
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def mend(walker: MainWindow) -> None:
    """The button beside the field, as a click does."""
    button = next(each for each in walker.findChildren(QPushButton) if each.text() == "预算数填 36.50")
    assert button.isVisible()
    button.click()


def test_a_finding_is_reached_mended_and_the_mending_undone(walker: MainWindow) -> None:
    total = "projects/1/budget/total"

    press(Key.Key_F8)
    problem = walker.problems.current()
    assert problem is not None
    assert problem.path == total
    assert walker.session.document.projects[1].name == "档案库房消防设施改造"
    mend(walker)
    assert walker.session.checked.at(total) == ()
    press(Key.Key_Z, CONTROL)
    assert walker.session.checked.at(total) == (problem,)


def test_the_walk_goes_on_where_the_mending_was_undone(walker: MainWindow, qtbot: QtBot) -> None:
    """As the README has it: mend the first finding, undo that, and go on to the slip of the pen, all without haste."""
    press(Key.Key_F8)
    mend(walker)
    for key, modifier in ((Key.Key_Z, CONTROL), *[(Key.Key_F8, NONE)] * 4):
        qtbot.wait(300)
        press(key, modifier)
    qtbot.wait(300)
    press(Key.Key_F8, CONTROL)

    assert walker.session.document.projects[0].indicators[0].description == "反映年内完成数字化加工的纸质档案页数"


def test_a_slip_of_the_pen_is_mended_by_one_key(walker: MainWindow) -> None:
    for _ in range(5):
        press(Key.Key_F8)
    press(Key.Key_F8, CONTROL)

    assert walker.session.document.projects[0].indicators[0].description == "反映年内完成数字化加工的纸质档案页数"


def test_last_year_is_seen_beside_the_field_of_the_cursor(walker: MainWindow) -> None:
    press(Key.Key_F8)
    press(Key.Key_F11)

    assert walker.aids.last_year.dock.isVisible()
    assert walker.session.document.last_year is not None


def test_last_years_word_file_becomes_the_new_years_draft(qtbot: QtBot, walker: MainWindow) -> None:
    walker.files.open_last_year()
    wizard = walker.findChild(Wizard)
    assert wizard is not None
    with qtbot.waitSignal(wizard.source.read):
        wizard.read_path(LAST_YEAR)
    for _ in wizard.pages:
        if wizard.isVisible():
            wizard.next.click()

    draft = walker.session.document
    assert (draft.year, draft.last_year and draft.last_year.year) == (2020, 2019)
    assert len(draft.projects) == len(open_any(LAST_YEAR).document.projects)


def test_it_ends_with_a_word_file_a_saved_file_and_the_handbook(
    qtbot: QtBot, walker: MainWindow, tmp_path: Path
) -> None:
    press(Key.Key_F8)
    mend(walker)
    press(Key.Key_E, CONTROL)
    written(walker)
    walker.activateWindow()  # without a screen no window gets it back from a dialog
    qtbot.waitUntil(walker.isActiveWindow)
    press(Key.Key_S, CONTROL)
    press(Key.Key_F1)

    budgets = [project.budget for project in walker.session.document.projects]
    assert [project.budget for project in open_any(next(tmp_path.glob("*.docx"))).document.projects] == budgets
    assert [project.budget for project in load(tmp_path / SAMPLE).projects] == budgets
    assert any(isinstance(each, HelpBrowser) and each.isVisible() for each in QApplication.allWidgets())
