"""Files that come by mouse or clipboard, and a window on which they can be dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow


def local_files(mime: QMimeData) -> list[Path]:
    """The files of this machine that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def welcome(event: QDragEnterEvent) -> None:
    """Let files of this machine be dropped; anything else passes by."""
    if local_files(event.mimeData()):
        event.acceptProposedAction()


class DropWindow(QMainWindow):
    """Takes the first file of a drop."""

    _dropped = Signal(object)
    file_dropped = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        # Queued: a dialog inside the drop would hold the program that the file was dragged from.
        self._dropped.connect(self.file_dropped, Qt.ConnectionType.QueuedConnection)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropped.emit(local_files(event.mimeData())[0])
