"""Which files are there. The disk is asked beside the window: a server that has gone answers after half a minute."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pbeditor.store.disk import is_there
from pbeditor.ui.background import PAINTED, Task


class Presence(QObject):
    """What was found at the last look; a file that was not looked for yet counts as there."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gone: frozenset[Path] = frozenset()
        self._task: Task | None = None
        self._next: tuple[Path, ...] = ()

    def has(self, path: Path) -> bool:
        """Whether the file is there, as far as is known."""
        return path not in self._gone

    def look(self, paths: Iterable[Path]) -> None:
        """Look for these files; `changed` follows if something else is found than before."""
        wanted = tuple(paths)
        if self._task is not None:  # a second thread would wait for the same server
            self._next = wanted
        elif wanted:
            self._task = Task(lambda _: frozenset(path for path in wanted if not is_there(path)))
            self._task.done.connect(self._found)
            self._task.start(PAINTED)

    def _found(self, gone: frozenset[Path]) -> None:
        self._task, before, self._gone = None, self._gone, gone
        wanted, self._next = self._next, ()
        self.look(wanted)
        if gone != before:
            self.changed.emit()
