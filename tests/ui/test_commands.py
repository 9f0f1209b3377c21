"""The table of commands: nothing collides, everything has what it needs."""

import re
from collections import Counter

from pbeditor.store.resources import resource
from pbeditor.ui.commands import COMMANDS
from pbeditor.ui.main_window import BAR, TREE_BAR, MainWindow

REAL = [command for command in COMMANDS if command.text]


def test_no_two_commands_share_a_name_or_a_shortcut() -> None:
    for values in ([command.name for command in REAL], [command.shortcut for command in REAL if command.shortcut]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_every_menu_entry_has_a_letter_of_its_own() -> None:
    letters: dict[str, list[str]] = {}
    for command in REAL:
        letters.setdefault(command.menu, []).extend(re.findall("&([A-Z])", command.text))
        assert "&" in command.text
    for path in {command.menu for command in COMMANDS}:
        above, _, text = path.rpartition("/")
        letters.setdefault(above, []).extend(re.findall("&([A-Z])", text))
    assert {menu: keys for menu, keys in letters.items() if len(set(keys)) < len(keys)} == {}


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
    assert texts == ["文件(&F)", "编辑(&E)", "项目(&P)", "检查(&C)", "视图(&V)", "帮助(&H)"]


def test_keys_of_the_tree_do_not_reach_editors(opened: MainWindow) -> None:
    assert opened.commands["delete"] in opened.tree.tree.actions()
    assert opened.commands["delete"] not in opened.actions()
