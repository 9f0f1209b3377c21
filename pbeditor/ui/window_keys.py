"""The keys of the window's commands come before what an editor does with them: on Linux Ctrl+E ends a line of text."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from pbeditor.ui.actions import Action
from pbeditor.ui.widgets.calm import REDO, UNDO


class WindowKeys(QObject):
    """Looks at what has the focus only. Where no command answers, as in a dialog, the editor has its key after all.

    Undo stays out: a line that is no part of the document has one of its own, and the others leave it to the window.
    """

    def __init__(self, table: Iterable[Action], window: QWidget) -> None:
        super().__init__(window)
        keys = {QKeySequence(each.shortcut) for each in table if each.shortcut and each.scope == "window"}
        self._keys = keys - {*QKeySequence.keyBindings(UNDO), *QKeySequence.keyBindings(REDO)}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    def _look(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self):
            return
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        if new is not None and isValid(new):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride:
            return super().eventFilter(watched, event)
        key = cast("QKeyEvent", event)
        if QKeySequence(key.keyCombination()) not in self._keys:
            return super().eventFilter(watched, event)
        event.ignore()
        return True
