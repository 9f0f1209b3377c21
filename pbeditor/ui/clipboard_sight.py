"""What the clipboard holds for pasting, so that commands can say whether they have anything to paste."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

CELLS = "application/x-pbeditor-cells+json"  # a block of cells as our own grid writes it


class ClipboardSight(QObject):
    """Asks once each time the clipboard changes: another program holds what is on it, and may be slow to answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._formats: frozenset[str] | None = None
        self._has_text = False
        QGuiApplication.clipboard().dataChanged.connect(self._forget)

    def has_text(self) -> bool:
        """Whether there is text."""
        self._look()
        return self._has_text

    def has(self, mime: str) -> bool:
        """Whether there is something of this kind."""
        self._look()
        return self._formats is not None and mime in self._formats

    def _look(self) -> None:
        if self._formats is None:
            data = QGuiApplication.clipboard().mimeData()
            self._formats = frozenset(data.formats() if data else ())
            self._has_text = bool(data) and data.hasText()

    def _forget(self) -> None:
        self._formats = None
