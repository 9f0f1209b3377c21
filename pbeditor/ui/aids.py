"""What helps while editing and is called up when needed: finding, library, last year, the look on paper, commands."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from pbeditor.ui.last_year_desk import LastYearDesk
from pbeditor.ui.library_desk import LibraryDesk
from pbeditor.ui.panels.dock import Dock, bring_up
from pbeditor.ui.preview_desk import PreviewDesk

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow
    from pbeditor.ui.panels.find_panel import FindPanel
    from pbeditor.ui.widgets.command_finder import CommandFinder


class Aids(QObject):
    """Panels that stay out of sight until a command or the user's last layout brings them."""

    find_dock: Dock
    library: LibraryDesk
    last_year: LastYearDesk
    preview: PreviewDesk

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.find_dock = Dock("查找和替换", "find", lambda: self.find, (), window)
        self.library = LibraryDesk(window)
        self.last_year = LastYearDesk(window)
        self.preview = PreviewDesk(window)
        self._docks = (self.find_dock, self.library.dock, self.last_year.dock, self.preview.dock)
        self._place()

    @cached_property
    def find(self) -> "FindPanel":
        """Made when something is first looked for."""
        from pbeditor.ui.panels.find_panel import FindPanel

        find = FindPanel(self._window.session, self._window)
        find.left.connect(self.find_dock.hide)
        find.told.connect(self._window.status.tell)
        return find

    @cached_property
    def finder(self) -> "CommandFinder":
        """Made when a command is first looked for."""
        from pbeditor.ui.widgets.command_finder import CommandFinder

        return CommandFinder(self._window.commands, self._window)

    def panes(self) -> list[QWidget]:
        """What the focus goes round, of the panels shown so far."""
        docks = (self.library.dock, self.last_year.dock, self.preview.dock, self.find_dock)
        return [dock.widget() for dock in docks if dock.widget()]

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
        # What is not made yet will be made in it.
        if "find" in vars(self):
            self.find.form.tint()

    def _place(self) -> None:
        window = self._window
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.find_dock)
        window.tabifyDockWidget(window.problem_dock, self.find_dock)
        self.find_dock.hide()
        window.tabifyDockWidget(self.library.dock, self.last_year.dock)
        window.tabifyDockWidget(self.library.dock, self.preview.dock)
        self.last_year.dock.hide()
        self.preview.dock.hide()
