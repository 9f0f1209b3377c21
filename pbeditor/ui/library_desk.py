"""The indicator library in the window: its panel, its commands, and what an import leaves in it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from pbeditor.edit.projects import index_of, rows_of
from pbeditor.model.document import Indicator
from pbeditor.model.errors import FileError
from pbeditor.model.library import Entry
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.listening import listen
from pbeditor.ui.panels.dock import Dock, bring_up, put_right
from pbeditor.ui.trying import outcome, tried

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow
    from pbeditor.ui.panels.library_panel import LibraryPanel
    from pbeditor.ui.shelf import Shelf

BAR = ("library_take", "library_merge", "library_export")
KIND = "指标库 (*.json)"
NAME = "指标库.json"
WIDTH = 280  # px at the first start


class LibraryDesk(QObject):
    """Ties the panel to the grid that is shown, and the library to files."""

    dock: Dock

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dock = Dock("指标库", "library", lambda: self.panel, window.commands.of(BAR), window)
        put_right(window, self.dock, WIDTH)
        listen(self, window.session, opened=self._collect)

    @cached_property
    def _shelf(self) -> "Shelf":
        from pbeditor.ui.shelf import Shelf

        return Shelf.of(self._window.session)

    @cached_property
    def panel(self) -> "LibraryPanel":
        """Made when it is first wanted."""
        from pbeditor.ui.panels.library_panel import LibraryPanel

        panel = LibraryPanel(self._window.session, self._shelf, self.current_row)
        panel.wanted.connect(self.insert)
        panel.left.connect(self.leave)
        listen(panel, self._window.session, place_shown=lambda _path: panel.update_category())
        return panel

    def ask(self) -> None:
        """Show the panel and let the user type what to look for."""
        bring_up(self.dock)
        self.panel.take_focus()

    def leave(self) -> None:
        """The focus goes back to the grid, or to the page."""
        tab = self._window.pages.indicators()
        (tab.grid if tab else self._window.pages).setFocus(Qt.FocusReason.OtherFocusReason)

    def current_row(self) -> Indicator | None:
        """The indicator on which the grid's cursor stands."""
        tab = self._window.pages.indicators() if self._window.files.is_open else None
        row = tab.grid.caret.place()[0] if tab else -1
        return tab.grid.table.rows[row] if tab and 0 <= row < len(tab.grid.table.rows) else None

    def insert(self, entries: list[Entry]) -> None:
        """Put entries into the grid, which comes up if its project is chosen in the tree; the focus stays here."""
        focus = QApplication.focusWidget()
        if self._window.pages.indicators() is None:
            node = self._window.tree.current()
            if node.kind != "project":
                self.panel.say("先在左边选一个项目，再插入指标")
                return
            self._window.session.go_to(f"projects/{index_of(self._window.session.document, node.key)}/indicators")
        if tab := self._window.pages.indicators():
            tab.library.insert(entries)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Add what the open document has to the user's library."""
        source = self._window.files.imported or self._window.session.document.title
        rows = rows_of(self._window.session.document)
        taken = outcome(self._window, lambda: self._shelf.collect(rows, source))
        if taken is not None:
            self._tell(f"已把 {len(taken)} 条指标收入指标库" if taken else "本文档的指标都已在指标库里", taken=taken)

    def merge(self) -> None:
        """Add what a colleague's file has."""
        path = file_choices.file_to_open(
            self._window, "合并指标库", self._window.memory.folder(), (KIND, file_choices.ANY)
        )
        if path and (merged := outcome(self._window, lambda: self._shelf.merge(path))):
            self._tell(f"新增 {merged.added} 条；{merged.kept} 条指标库里已有，保持不变")

    def export(self) -> None:
        """Write the user's library to a file for colleagues."""
        path = file_choices.file_to_write(self._window, "导出指标库", self._window.memory.folder() / NAME, "指标库")
        if path and tried(self._window, lambda: self._shelf.export(path)):
            self._tell(f"已把 {len(self._shelf.own())} 条指标导出到“{path.name}”", files=(path,))

    def _tell(self, sentence: str, *, taken: tuple[Entry, ...] = (), files: tuple[Path, ...] = ()) -> None:
        self._window.status.tell(sentence, files)
        self.panel.say(sentence, (lambda: self.panel.forget(list(taken))) if taken else None)

    def _collect(self) -> None:
        """After an import its indicators are there for the next document; a fault here does not trouble the import."""
        imported = self._window.files.imported
        if imported or "_shelf" in vars(self):
            self._shelf.collected = ()
        if imported and self._window.memory.settings.collect:
            try:
                self._shelf.collected = self._shelf.collect(
                    rows_of(self._window.session.document), imported, asked=False
                )
            except FileError as error:
                self.panel.say(str(error))
