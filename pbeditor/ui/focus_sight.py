"""Which widget of the window had the focus last; a menu that takes it changes nothing."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from pbeditor.ui.panes import still_there


class FocusSight(QObject):
    """While a menu is open by the keyboard, the menu bar has the focus, but its commands mean what had it before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._widget: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    def widget(self) -> QWidget | None:
        """What has the focus but for menus; None where that is gone or no longer seen."""
        return still_there(self._widget)

    def _look(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self) or new is None or not isValid(new) or isinstance(new, (QMenu, QMenuBar)):
            return
        if new.window() is self._window:
            self._widget = new
