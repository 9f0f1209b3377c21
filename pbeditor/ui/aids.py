"""What helps while editing and is called up when needed: finding, library, last year, the look on paper, commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from pbeditor.ui.last_year_desk import LastYearDesk
from pbeditor.ui.library_desk import LibraryDesk
from pbeditor.ui.panels.dock import Dock, bring_up
from pbeditor.ui.panels.find_panel import FindPanel
from pbeditor.ui.preview_desk import PreviewDesk
from pbeditor.ui.widgets.command_finder import CommandFinder

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow


class Aids(QObject):
    """Panels that stay out of sight until a command or the user's last layout brings them."""

    find: FindPanel
    find_dock: Dock
    finder: CommandFinder
    library: LibraryDesk
    last_year: LastYearDesk
    preview: PreviewDesk

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.find = FindPanel(window.session, window)
        self.find_dock = Dock("查找和替换", "find", self.find, (), window)
        self.library = LibraryDesk(window)
        self.last_year = LastYearDesk(window)
        self.preview = PreviewDesk(window)
        self.finder = CommandFinder(window.commands, window)
        self._docks = (self.find_dock, self.library.dock, self.last_year.dock, self.preview.dock)
        self.panes = (self.library.panel, self.last_year.panel, self.preview.panel, self.find)
        self._place()
        self.find.left.connect(self.find_dock.hide)
        self.find.told.connect(window.status.tell)

    def look_for(self, *, replacing: bool) -> None:
        """Let the user say what to find."""
        bring_up(self.find_dock)
        self.find.ask(replacing=replacing)

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the last search."""
        if self.find.form.text.text():
            self.find.go(step)
        else:
            self.look_for(replacing=False)

    def show_what_is_open(self, is_open: bool) -> None:
        """Nothing open, nothing to help with."""
        for dock in self._docks:
            dock.setEnabled(is_open)
            if not is_open:
                dock.hide()

    def tint(self) -> None:
        """Draw the icons in the present palette."""
        for dock in self._docks:
            dock.tint()
        self.find.form.tint()
        self.finder.tint()
        self.library.panel.tint()

    def _place(self) -> None:
        window = self._window
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.find_dock)
        window.tabifyDockWidget(window.problem_dock, self.find_dock)
        self.find_dock.hide()
        window.tabifyDockWidget(self.library.dock, self.last_year.dock)
        window.tabifyDockWidget(self.library.dock, self.preview.dock)
        self.last_year.dock.hide()
        self.preview.dock.hide()
