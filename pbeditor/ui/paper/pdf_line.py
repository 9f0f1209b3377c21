"""PDF files written beside the preview: how far that is, and what was written where."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pbeditor.model.errors import FileError
from pbeditor.ui.dialogs import questions
from pbeditor.ui.memory import Memory
from pbeditor.ui.paper.printout import Printout, ask_pdf
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.progress_line import ProgressLine
from pbeditor.ui.widgets.signs import tip


class PdfLine(QWidget):
    """One file at a time; the window goes on meanwhile."""

    changed = Signal()  # a file is begun, written or given up

    def __init__(self, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory
        self.progress, self.told = ProgressLine(self), plain(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        for widget in (self.told, self.progress):
            row.addWidget(widget)
        self.progress.ended.connect(self.changed)
        self.progress.cancelled.connect(self.changed)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self.progress.is_busy

    def save(self, printout: Printout) -> None:
        """Ask for a file and write the pages to it."""
        asked = ask_pdf(printout, self.window())
        if asked is None:
            return
        _, task = asked
        task.done.connect(self._tell_written)
        task.failed.connect(self._tell_fault)
        self.progress.watch(task)
        self.changed.emit()

    def cancel(self) -> None:
        """Give up what is being written."""
        self.progress.cancel()

    def _tell_written(self, path: Path) -> None:
        self._memory.remember(folder=str(path.absolute().parent))
        self.told.setText(f"已导出“{path.name}”")
        self.told.setToolTip(tip(str(path)))

    def _tell_fault(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        questions.tell_fault(self.window(), str(error))
