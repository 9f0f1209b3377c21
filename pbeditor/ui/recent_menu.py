"""The menu of the files one worked on last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from pbeditor.store.disk import is_there
from pbeditor.ui.memory import Memory


def attach(menu: QMenu, memory: Memory, open_path: Callable[[Path], None]) -> None:
    """Fill `menu` anew each time it opens, because files come and go on the disk."""
    menu.aboutToShow.connect(lambda: _fill(menu, memory, open_path))


def _fill(menu: QMenu, memory: Memory, open_path: Callable[[Path], None]) -> None:
    menu.clear()
    for number, path in enumerate(map(Path, memory.settings.recent), 1):
        exists = is_there(path)
        name = path.name.replace("&", "&&") if exists else f"{path.name.replace('&', '&&')}（已不在原处）"
        action = menu.addAction(f"&{number % 10}  {name}", lambda path=path: open_path(path))
        action.setEnabled(exists)
        action.setStatusTip(str(path))
    if not memory.settings.recent:
        menu.addAction("没有最近打开的文件").setEnabled(False)
        return
    menu.addSeparator()
    menu.addAction("清除列表(&C)", lambda: memory.remember(recent=()))
