"""The page of shortcuts, made from the table of commands."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from pbeditor.ui.actions import Action, bare, native
from pbeditor.ui.indicator_commands import GRID

# The keys that the grid and its cell editors know beside the commands.
TYPING = (
    (("F2",), "修改当前单元格；直接打字则替换原来的内容"),
    (("Backspace",), "清空当前单元格，接着打字"),
    (("Return",), "确认并到下一行"),
    (("Shift+Return",), "确认并到上一行"),
    (("Tab",), "确认并到右边一格，行末转到下一行"),
    (("Shift+Tab",), "确认并到左边一格"),
    (("Alt+Return",), "在单元格里换行"),
    (("Ctrl+Return",), "正在修改时：把内容填入所有选中的单元格；不在修改时在下方插入行"),
    (("Esc",), "放弃修改，恢复原来的内容"),
    (("Alt+Down", "F4"), "打开类别、名称、指标值符号和确定依据的可选列表，正在修改时也可以"),
    (("Ctrl+Home", "Ctrl+End"), "到第一格、最后一格"),
    (("Home", "End"), "到本行的第一格、最后一格"),
    (("PgUp", "PgDown"), "上翻、下翻一屏"),
    (("Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right"), "到表格的边上"),
    (("Shift+Right", "Shift+End", "Ctrl+Shift+End"), "移动的键加按 Shift：从当前单元格一直选到那里"),
)
SCOPES = {"tree": "焦点在项目树时", "grid": "焦点在指标表时", "focus": "对焦点所在的地方", "window": ""}


def shortcuts_page() -> str:
    """All commands that have a shortcut, by menu, then the further keys of the grid."""
    from pbeditor.ui.commands import COMMANDS

    with_keys = [command for command in COMMANDS if command.text and command.shortcut]
    menus = groupby(with_keys, key=lambda command: command.menu.partition("/")[0])
    tables = [_table(bare(menu), _command_rows(commands)) for menu, commands in menus]
    others = ((action.keys[1:], bare(action.text)) for action in GRID if action.keys[1:] and action.name != "edit")
    tables.append(_table("在指标表里", ((shown(keys), text) for keys, text in (*TYPING, *others))))
    return "<h1>快捷键</h1><p>本页由命令表生成，与菜单一致。</p>" + "".join(tables)


def shown(keys: Iterable[str]) -> str:
    """Keys as the system writes them."""
    return "、".join(map(native, keys))


def _command_rows(commands: Iterable[Action]) -> Iterator[tuple[str, str]]:
    for command in commands:
        where = SCOPES[command.scope]
        yield shown((command.shortcut,)), bare(command.text) + (f"（{where}）" if where else "")


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = (f"<tr><td width='190'><b>{escape(keys)}</b></td><td>{escape(text)}</td></tr>" for keys, text in rows)
    return f"<h2>{escape(title)}</h2><table cellpadding='3' cellspacing='0'>{''.join(lines)}</table>"
