"""The commands of the grid as records: menu, toolbar and keys are made from them."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pbeditor.ui.editors.grid_commands import GridCommands
from pbeditor.ui.icons import icon


class GridAction(Struct, frozen=True):
    """A command with its keys, the first of which the menu shows. `group` separates menus; `bar` is its button text."""

    text: str
    run: Callable[[GridCommands], None]
    keys: tuple[str, ...] = ()
    group: str = ""
    icon: str = ""
    bar: str = ""


ACTIONS = (
    GridAction("剪切", GridCommands.cut, ("Ctrl+X", "Shift+Del"), "cells"),
    GridAction("复制", GridCommands.copy, ("Ctrl+C", "Ctrl+Ins"), "cells"),
    GridAction("粘贴", GridCommands.paste, ("Ctrl+V", "Shift+Ins"), "cells"),
    GridAction("清除内容", GridCommands.clear, ("Del",), "cells"),
    GridAction("向下填充", GridCommands.fill_down, ("Ctrl+D",), "cells"),
    GridAction("在上方插入行", GridCommands.insert_above, ("Ctrl++", "Ctrl+Shift++"), "rows"),
    GridAction("在下方插入行", GridCommands.insert_below, ("Ctrl+Return",), "rows", "add", "插入行"),
    GridAction("复制行", GridCommands.duplicate, ("Ctrl+Shift+D",), "rows", "duplicate", "复制行"),
    GridAction("删除行", GridCommands.delete, ("Ctrl+-",), "rows", "delete", "删除行"),
    GridAction("上移一行", GridCommands.move_up, ("Alt+Up",), "order", "up", "上移"),
    GridAction("下移一行", GridCommands.move_down, ("Alt+Down",), "order", "down", "下移"),
    GridAction("按指标类别排序", GridCommands.sort, (), "order", "sort", "按类别排序"),
    GridAction("选择整行", GridCommands.choose_rows, ("Shift+Space",), "choice"),
    GridAction("选择整列", GridCommands.choose_columns, ("Ctrl+Space",), "choice"),
)


def key_table(commands: GridCommands) -> dict[int, Callable[[], None]]:
    """What each key does."""
    return {code(key): bound(action, commands) for action in ACTIONS for key in action.keys}


def add_actions(menu: QMenu, commands: GridCommands) -> None:
    """All commands, in groups."""
    group = ""
    for action in ACTIONS:
        if group and action.group != group:
            menu.addSeparator()
        group = action.group
        # The keys belong to the grid; a shortcut of the entry would be ambiguous with the window's own.
        text = f"{action.text}\t{QKeySequence(action.keys[0]).toString(_NATIVE)}" if action.keys else action.text
        menu.addAction(_entry(action, text, menu, commands))


def bar_actions(parent: QWidget, commands: GridCommands) -> list[QAction]:
    """The commands of the toolbar."""
    return [_entry(action, action.bar, parent, commands) for action in ACTIONS if action.bar]


def tint(bar: list[QAction]) -> None:
    """Draw the toolbar's icons in the colours of the palette as it is now."""
    for entry, action in zip(bar, (action for action in ACTIONS if action.bar), strict=False):
        entry.setIcon(icon(action.icon))


def bound(action: GridAction, commands: GridCommands) -> Callable[[], None]:
    """The command for one grid."""
    return lambda: action.run(commands)


def code(key: str) -> int:
    """A key as `cell_keys.pressed` counts it."""
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # missing in the stubs
    return combination.toCombined()


def _entry(action: GridAction, text: str, parent: QWidget, commands: GridCommands) -> QAction:
    entry = QAction(icon(action.icon), text, parent) if action.icon else QAction(text, parent)
    entry.triggered.connect(lambda: action.run(commands))
    keys = "、".join(QKeySequence(key).toString(_NATIVE) for key in action.keys[:1])
    entry.setToolTip(f"{action.text}（{keys}）" if keys else action.text)
    return entry


_NATIVE = QKeySequence.SequenceFormat.NativeText
