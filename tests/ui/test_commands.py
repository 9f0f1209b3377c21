"""The table of commands: nothing collides, everything has what it needs."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from pbeditor.store.resources import resource
from pbeditor.ui.actions import native
from pbeditor.ui.commands import COMMANDS
from pbeditor.ui.editors.grid_commands import GridCommands
from pbeditor.ui.indicator_commands import GRID, INDICATORS
from pbeditor.ui.main_window import BAR, TREE_BAR, MainWindow

REAL = [command for command in COMMANDS if command.text]


def test_no_two_commands_share_a_name_or_a_shortcut() -> None:
    keys = [(command.shortcut, command.scope) for command in REAL if command.shortcut]
    for values in ([command.name for command in REAL], keys):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_no_command_has_a_key_that_chinese_input_methods_take_for_themselves() -> None:
    """Punctuation, width and writing of Microsoft's, Sogou and fcitx; the grid alone keeps those of Excel."""
    taken = {"Ctrl+.", "Ctrl+Space", "Shift+Space", "Ctrl+Shift+F", "Ctrl+;", "Ctrl+Shift+K", "Ctrl+Shift+Z"}
    assert taken & {command.shortcut for command in COMMANDS if command.scope != "grid"} == set()


def test_every_menu_entry_has_a_letter_of_its_own() -> None:
    letters: dict[str, list[str]] = {}
    for command in REAL:
        letters.setdefault(command.menu, []).extend(re.findall("&([A-Z])", command.text))
        assert "&" in command.text
    for path in {command.menu for command in COMMANDS}:
        above, _, text = path.rpartition("/")
        letters.setdefault(above, []).extend(re.findall("&([A-Z])", text))
    assert {menu: keys for menu, keys in letters.items() if len(set(keys)) < len(keys)} == {}


@pytest.mark.usefixtures("chinese")
def test_keys_are_written_as_in_the_handbook() -> None:
    told = {"Alt+Shift+Up": "Alt+Shift+↑", "Down": "↓", "Ctrl+PgUp": "Ctrl+PgUp", "Ctrl++": "Ctrl++", "": ""}
    assert {keys: native(keys) for keys in told} == told


def test_every_icon_is_drawn() -> None:
    assert [
        command.icon for command in REAL if command.icon and not resource("icons", f"{command.icon}.svg").is_file()
    ] == []


def test_what_opens_a_dialog_to_choose_says_so_with_dots() -> None:
    asking = {"open", "save_as", "import", "last_year", "word", "excel", "pdf", "preview", "print"}
    assert asking <= {command.name for command in REAL if command.text.endswith("…")}


def test_bars_and_menus_carry_the_same_actions(opened: MainWindow) -> None:
    assert set(filter(None, BAR + TREE_BAR)) <= set(opened.commands)
    texts = [action.text() for action in opened.menuBar().actions()]
    assert texts == ["文件(&F)", "编辑(&E)", "项目(&P)", "指标(&I)", "检查(&C)", "视图(&V)", "帮助(&H)"]


def test_keys_of_the_tree_do_not_reach_editors(opened: MainWindow) -> None:
    assert opened.commands["delete"].text() == "删除(&D)\tDel"
    assert opened.commands["delete"].shortcut().isEmpty()


@pytest.mark.parametrize("key", ["Ctrl+V", "Ctrl+D", "Del"])
def test_keys_of_the_tree_and_of_the_grid_are_not_the_menu_bars(opened: MainWindow, key: str) -> None:
    opened.session.go_to("projects/0/indicators")
    opened.commands["grid_insert_below"].trigger()
    QGuiApplication.clipboard().setText("及时率")
    opened.commands.refresh()
    before = opened.session.document
    opened.menuBar().setFocus()
    QTest.keySequence(opened.menuBar(), QKeySequence(key))  # a key that is ambiguous is a warning, and fails
    assert opened.session.document is before


def test_every_command_of_the_grid_is_one_of_its_methods() -> None:
    assert [record.name for record in GRID if not callable(getattr(GridCommands, record.name, None))] == []


def test_commands_of_the_grid_can_run_while_it_is_shown(opened: MainWindow) -> None:
    command = opened.commands["grid_insert_below"]
    opened.session.go_to("projects/0/name")
    opened.commands.refresh()
    assert not command.isEnabled()
    opened.session.go_to("projects/0/indicators")
    opened.commands.refresh()
    command.trigger()
    assert len(opened.session.document.projects[0].indicators) == 1
    assert command not in opened.actions()


def test_of_the_appearances_one_is_chosen_and_drawn_so(opened: MainWindow) -> None:
    names = [record.name for record in REAL if record.is_choice]
    for name in reversed(names):
        opened.commands[name].trigger()
        assert [each for each in names if opened.commands[each].isChecked()] == [name]
    assert len({opened.commands[name].actionGroup() for name in names}) == 1


def test_a_menu_shows_the_state_of_now(opened: MainWindow) -> None:
    opened.session.go_to("projects/0/indicators")
    opened.commands.menus[INDICATORS].aboutToShow.emit()
    assert opened.commands["grid_insert_below"].isEnabled()


def test_a_grid_without_rows_offers_only_what_begins_one(opened: MainWindow) -> None:
    opened.session.go_to("projects/0/indicators")
    opened.commands.refresh()
    names = [record.name for record in GRID if opened.commands[f"grid_{record.name}"].isEnabled()]
    assert names == ["paste", "insert_above", "insert_below"]
    opened.commands["grid_insert_below"].trigger()
    assert all(opened.commands[f"grid_{record.name}"].isEnabled() for record in GRID)


def test_the_grid_grows_and_its_columns_are_offered_without_a_mouse(opened: MainWindow) -> None:
    opened.session.go_to("projects/0/indicators")
    tab = opened.pages.indicators()
    assert tab is not None
    opened.commands.refresh()
    opened.commands["grid_larger"].trigger()
    opened.commands["grid_larger"].trigger()
    opened.commands["grid_smaller"].trigger()
    assert tab.grid.zoom.percent == 110
    opened.commands["grid_plain"].trigger()
    assert tab.grid.zoom.percent == 100
    opened.commands["grid_columns"].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "三级指标" in [action.text() for action in menu.actions()]
    menu.close()


def test_tabs_are_turned_by_keyboard(opened: MainWindow) -> None:
    opened.session.go_to("projects/0/name")
    opened.commands["next_tab"].trigger()
    opened.commands["previous_tab"].trigger()
    opened.commands["previous_tab"].trigger()
    opened.commands["previous_tab"].trigger()
    assert opened.pages.indicators() is not None
