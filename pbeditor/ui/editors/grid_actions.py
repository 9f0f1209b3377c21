"""Menu, toolbar and keys of the grid, made from the records of its commands."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pbeditor.ui.actions import bare, native
from pbeditor.ui.editors.grid_commands import GridCommands
from pbeditor.ui.icons import icon
from pbeditor.ui.indicator_commands import GRID, GridAction


def key_table(commands: GridCommands) -> dict[int, Callable[[], None]]:
    """What each key does."""
    return {code(key): bound(action, commands) for action in GRID for key in action.keys}


def add_actions(menu: QMenu, commands: GridCommands) -> None:
    """All commands, in groups."""
    group = ""
    for action in GRID:
        if group and action.group != group:
            menu.addSeparator()
        group = action.group
        # The keys belong to the grid; a shortcut of the entry would be ambiguous with the window's own.
        text = f"{action.text}\t{native(action.keys[0])}" if action.keys else action.text
        menu.addAction(_entry(action, text, menu, commands))


def bar_actions(parent: QWidget, commands: GridCommands) -> list[QAction]:
    """The commands of the toolbar."""
    return [_entry(action, action.bar, parent, commands) for action in GRID if action.bar]


def enable(bar: list[QAction], commands: GridCommands) -> None:
    """Let the toolbar offer only what finds something to do."""
    for entry, action in zip(bar, (action for action in GRID if action.bar), strict=False):
        entry.setEnabled(action.begins or commands.has_rows)


def tint(bar: list[QAction]) -> None:
    """Draw the toolbar's icons in the colours of the palette as it is now."""
    for entry, action in zip(bar, (action for action in GRID if action.bar), strict=False):
        entry.setIcon(icon(action.icon))


def bound(action: GridAction, commands: GridCommands) -> Callable[[], None]:
    """The command for one grid."""
    run: Callable[[], None] = getattr(commands, action.name)
    return run


def code(key: str) -> int:
    """A key as `cell_keys.pressed` counts it."""
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # missing in the stubs
    return combination.toCombined()


def _entry(action: GridAction, text: str, parent: QWidget, commands: GridCommands) -> QAction:
    entry = QAction(icon(action.icon), text, parent) if action.icon else QAction(text, parent)
    entry.triggered.connect(bound(action, commands))
    entry.setEnabled(action.begins or commands.has_rows)
    keys = native(action.keys[0]) if action.keys else ""
    entry.setToolTip(f"{bare(action.text)}（{keys}）" if keys else bare(action.text))
    return entry
