"""What the window remembers between two starts, kept on disk at each change."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from pbeditor.store import settings
from pbeditor.store.settings import Settings


class Memory(QObject):
    """The settings of this user; `changed` after each change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings: Settings = settings.load()

    def remember(self, **values: Any) -> None:
        """Keep these fields of the settings."""
        self._keep(replace(self.settings, **values))

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones, and its folder first in file dialogs."""
        self._keep(replace(settings.with_recent(self.settings, path), folder=str(path.absolute().parent)))

    def folder(self) -> Path:
        """Where file dialogs begin."""
        return Path(self.settings.folder) if self.settings.folder else Path.home()

    def _keep(self, new: Settings) -> None:
        if new != self.settings:
            self.settings = new
            settings.save(new)
            self.changed.emit()
