"""F1 in any dialog: the menu's key is out of reach there, for a dialog keeps all keys from the window below it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

KEY = "F1"
_NAME = "handbook"


class DialogHelp(QObject):
    """Gives each dialog the key once the focus first comes into it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    def _look(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if isValid(self) and new is not None and isValid(new) else None
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, _NAME) is None:
            shortcut = QShortcut(QKeySequence(KEY), dialog)
            shortcut.setObjectName(_NAME)
            shortcut.activated.connect(lambda: _show_handbook(dialog))


def _show_handbook(dialog: QDialog) -> None:
    """Above the dialog and its child, else it would be out of reach itself."""
    from pbeditor.ui.handbook.window import show_handbook

    show_handbook(dialog)
