"""An error nobody foresaw: the program goes on, and its text can be copied."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from pbeditor import __version__
from pbeditor.ui import letters
from pbeditor.ui.dialogs.questions import NAME
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.labels import plain

SENTENCE = (
    "程序内部出错，但没有退出，已打开的内容还在，未保存的修改会留一份恢复副本。建议先保存，"
    "再把下面的文字复制给维护人员；里面可能有文档中的字句，请先看一遍。"
)
Note = Callable[[type[BaseException], TracebackType | None], object]


class UnexpectedDialog(QDialog):
    """One window for all errors of a run; a later one is added to what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(NAME)
        letters.resize(self, 640, 360)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("出错信息")
        sentence = plain(SENTENCE, self)
        sentence.setWordWrap(True)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("复制(&C)", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (sentence, self.text, buttons):
            layout.addWidget(part)

    def add(self, text: str) -> None:
        """Show one more error."""
        self.text.appendPlainText(text)
        self.show()


def catch_unexpected(parent: QWidget, note: Note | None = None) -> UnexpectedDialog:
    """Show every error that no code catches, in slots and elsewhere; standard error gets it as before.

    `note` hears of it first, to keep what is unsaved; what goes wrong there is shown as well.
    """
    dialog = UnexpectedDialog(parent)

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(1)
        else:
            lines = "".join(traceback.format_exception(kind, error, trace))
            lines += _noted(note, kind, trace)
            dialog.add(f"pbeditor {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{lines}")

    sys.excepthook = show
    return dialog


def _noted(note: Note | None, kind: type[BaseException], trace: TracebackType | None) -> str:
    try:
        if note:
            note(kind, trace)
    except Exception:  # noqa: BLE001 - the last resort: an error here must not hide the first one
        return traceback.format_exc()
    return ""
