"""Keeps the look of the program as the user and the system want it, while it runs."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pbeditor.ui.letters import rescale
from pbeditor.ui.listening import listen
from pbeditor.ui.memory import Memory
from pbeditor.ui.theme import dress


class Look(QObject):
    """Dresses the program anew when the system turns dark or light, or the user chooses."""

    def __init__(self, app: QApplication, memory: Memory) -> None:
        super().__init__(app)
        self._app, self._memory = app, memory
        self._system_font = app.font()
        self._worn = self._wanted()
        self._wear()
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self._wear())
        listen(self, memory, changed=self._follow)

    def _wanted(self) -> tuple[str, int]:
        return self._memory.settings.appearance, self._memory.settings.font_size

    def _follow(self) -> None:
        if self._wanted() != self._worn:
            self._worn = self._wanted()
            self._wear()

    def _wear(self) -> None:
        appearance, size = self._worn
        dress(self._app, self._system_font, appearance, size)
        rescale()
