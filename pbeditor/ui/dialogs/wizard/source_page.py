"""The first step: a file, or what lies on the clipboard; the reading goes on beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pbeditor.model.errors import FileError
from pbeditor.model.progress import Listener
from pbeditor.sheet.mapping import findings
from pbeditor.ui.background import Task
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.drops import local_files, welcome
from pbeditor.ui.rereading import explained
from pbeditor.ui.theme import L, M
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.progress_line import StageBar
from pbeditor.ui.widgets.signs import sign_icon
from pbeditor.work.importing import Import, begun, read_file, read_pasted
from pbeditor.work.opening import CLIPBOARD, UnknownLayoutError, reread

NOT_ALL = "剪贴板里没有文字或表格。请先在 Word、WPS 或 Excel 里选中内容并复制。"
UNFORESEEN = "读取时出了程序没有料到的错误（{error}）。请换一个文件，或先用 Word、WPS 另存为 .docx 再试。"


class SourcePage(WizardPage):
    """Choosing a file begins its reading; when it is read the wizard goes on by itself."""

    heading = "选择文件"
    purpose = "Word、WPS 文字、Excel、WPS 表格、网页、文字稿或绩效文件都可以，程序按内容识别；原文件不会被改动。"
    read = Signal(object)  # Import
    folder_used = Signal(str)

    def __init__(self, folder: Callable[[], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._task: Task | None = None
        self._found: Import | None = None
        self._path: Path | None = None
        self.choose = QPushButton("选择文件(&O)…", self)
        self.paste = QPushButton("粘贴复制的内容(&P)", self)
        self.stop = QPushButton("停止读取(&S)", self)
        self.setAcceptDrops(True)
        self.told, self._sign = plain("", self), plain("", self)
        self.bar = StageBar(self.told, self)
        self._arrange()
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self.read_clipboard)
        self.stop.clicked.connect(self.cancel)
        QShortcut(QKeySequence.StandardKey.Paste, self, self.read_clipboard)
        self._show_waiting(False)

    @property
    def is_complete(self) -> bool:
        return self._found is not None and not self.is_reading

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read."""
        return self._task is not None and self._task.is_running

    def chosen(self, so_far: Import) -> Import:
        return self._found if self._found and self._found.opened is not so_far.opened else so_far

    def take_focus(self) -> None:
        self.choose.setFocus()

    def read_path(self, path: Path) -> None:
        """Read this file."""
        self._path = path
        self._begin(path.name, lambda listener: read_file(path, listener))

    def read_again(self) -> None:
        """Read the file through the office program of this machine."""
        if path := self._path:
            self._begin(path.name, lambda listener: begun(path.name, reread(path, listener=listener)))

    def read_clipboard(self) -> None:
        """Read what was copied, as a table where it is one."""
        # Without an owner the clipboard gives None, whatever the stubs say.
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        text, html = mime.text(), mime.html() if mime.hasHtml() else ""
        if paths := local_files(mime):
            self.read_path(paths[0])
        elif text.strip() or html:
            self._path = None
            self._begin(CLIPBOARD, lambda listener: read_pasted(text, html, listener))
        else:
            self._tell(NOT_ALL, "warning")

    def cancel(self) -> None:
        """End the reading."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._show_waiting(False)
            self._tell("已停止读取，没有导入任何内容。", "")
            self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.read_path(local_files(event.mimeData())[0])

    def _choose(self) -> None:
        if path := file_choices.file_to_open(self, self.heading, self._folder(), file_choices.EVERYTHING):
            self.folder_used.emit(str(path.absolute().parent))
            self.read_path(path)

    def _begin(self, name: str, work: Callable[[Listener], Import]) -> None:
        if self._task is not None:
            self._task.cancel()
        self._found = None
        self._task = task = Task(work)
        task.progressed.connect(self.bar.show_stage)
        task.done.connect(self._take)
        task.failed.connect(self._fail)
        self._tell(f"正在读取“{name}”…", "")
        self._show_waiting(True)
        self.changed.emit()
        task.start()

    def _take(self, found: Import) -> None:
        self._task, self._found = None, found
        self._show_waiting(False)
        document = found.opened.document
        self._tell(f"已读取“{found.name}”：{len(document.projects)} 个项目。", "")
        self.changed.emit()
        self.read.emit(found)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._show_waiting(False)
        is_layout = isinstance(error, UnknownLayoutError) and findings(error.sheet, error.form).found
        if isinstance(error, UnknownLayoutError) and is_layout and (opened := explained(self.window(), error)):
            self._take(begun(error.name, opened))
            return
        self._tell(
            str(error) if isinstance(error, FileError) else UNFORESEEN.format(error=type(error).__name__), "error"
        )
        self.changed.emit()
        self.choose.setFocus()

    def _tell(self, sentence: str, severity: str) -> None:
        self.told.setText(sentence)
        size = self.fontMetrics().height()
        self._sign.setPixmap(sign_icon(severity, self.palette()).pixmap(size, size)) if severity else self._sign.clear()

    def _show_waiting(self, waiting: bool) -> None:
        if self.stop.hasFocus() and not waiting:
            self.choose.setFocus()
        self.bar.setVisible(waiting)
        self.stop.setVisible(waiting)
        self.bar.setRange(0, 0)

    def _arrange(self) -> None:
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar.setAccessibleName("读取进度")
        ways, said, waiting = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in (self.choose, self.paste):
            button.setAutoDefault(button is self.choose)
            ways.addWidget(button)
        ways.addStretch()
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.told, 1)
        waiting.addWidget(self.bar, 1)
        waiting.addWidget(self.stop)
        for row in (ways, said, waiting):
            row.setSpacing(M)
            self.column.addLayout(row)
        hint = aside("也可以把文件拖到这里；在 Word、WPS 或 Excel 里复制了表格，在这里按 Ctrl+V 即可。")
        self.column.addSpacing(L)
        self.column.addWidget(hint)
        self.column.addStretch(1)
