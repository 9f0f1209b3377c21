"""The menu of the files one worked on last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pbeditor.ui.memory import Memory
from pbeditor.ui.presence import Presence


def attach(menu: QMenu, memory: Memory, open_path: Callable[[Path], None]) -> None:
    """Fill `menu` anew each time it opens, because files come and go on the disk."""
    presence = Presence(menu)
    menu.aboutToShow.connect(lambda: _fill(menu, memory, presence, open_path))
    presence.changed.connect(lambda: _mark(menu, presence))


def _fill(menu: QMenu, memory: Memory, presence: Presence, open_path: Callable[[Path], None]) -> None:
    menu.clear()
    paths = tuple(map(Path, memory.settings.recent))
    for path in paths:
        action = menu.addAction("", lambda path=path: open_path(path))
        action.setData(path)
        action.setStatusTip(str(path))
    if not paths:
        menu.addAction("没有最近打开的文件").setEnabled(False)
        return
    _mark(menu, presence)
    menu.addSeparator()
    menu.addAction("清除列表(&C)", lambda: memory.remember(recent=()))
    presence.look(paths)


def _mark(menu: QMenu, presence: Presence) -> None:
    """Say of each file whether it is there, also while the menu is open."""
    for number, action in enumerate(menu.actions(), 1):
        path = action.data()
        if isinstance(path, Path):
            _name(action, number, path, exists=presence.has(path))


def _name(action: QAction, number: int, path: Path, *, exists: bool) -> None:
    name = path.name.replace("&", "&&")
    action.setText(f"&{number % 10}  {name}" + ("" if exists else "（已不在原处）"))
    action.setEnabled(exists)
