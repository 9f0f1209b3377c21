"""Last year in the window: the panel beside the field, the key that takes its text over, and its file put in."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.field_sight import FieldSight
from pbeditor.ui.panels.dock import Dock, put_right
from pbeditor.ui.trying import outcome
from pbeditor.work.hidden import as_seen, left_out
from pbeditor.work.opening import Opened, open_any

if TYPE_CHECKING:
    from pbeditor.edit.beside import Beside
    from pbeditor.model.document import Document
    from pbeditor.ui.main_window import MainWindow
    from pbeditor.ui.panels.last_year_panel import LastYearPanel

WIDTH = 280  # px at the first start


class LastYearDesk(QObject):
    """Ties the panel to the place one is in, and last year's file to the document."""

    dock: Dock

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.sight = FieldSight(window.session, window)
        self.dock = Dock("上年的内容", "last_year", lambda: self.panel, (), window)
        put_right(window, self.dock, WIDTH)
        self.dock.visibilityChanged.connect(window.commands.refresh)

    @cached_property
    def panel(self) -> "LastYearPanel":
        """Made when it is first wanted."""
        from pbeditor.ui.panels.last_year_panel import LastYearPanel

        window = self._window
        take, choose = window.commands["take_last_year"], window.commands["put_last_year"]
        panel = LastYearPanel(window.session, self.sight.path, take, choose)
        self.sight.moved.connect(panel.follow)
        window.tree.chosen.connect(lambda _node: panel.follow())
        return panel

    def take_over(self) -> None:
        """Put last year's text into the field one is in, or into all chosen cells, as one step; the focus stays."""
        from pbeditor.edit.beside import beside
        from pbeditor.ui.last_year import LastYear

        session = self._window.session
        if tab := self._window.pages.indicators():
            tab.grid.leave()
        session.commit_requested.emit()
        before = session.document
        pairs = LastYear.of(session).pairs()
        found = [beside(before, path, pairs) for path in self._paths()]
        session.apply("用上年的文字", lambda document: _with_all(document, found))
        self._window.status.tell(_told(found, changed=session.document is not before))

    def choose(self) -> None:
        """Let the user choose last year's file in any shape, and put it inside the document to compare with."""
        window = self._window
        kinds = (file_choices.OPENABLE, file_choices.ANY)
        path = file_choices.file_to_open(window, "选择上年的文件", window.memory.folder(), kinds)
        if path and (opened := outcome(window, lambda: as_seen(open_any(path)))):
            window.memory.remember(folder=str(path.absolute().parent))
            self._put_in(opened, path)

    def _put_in(self, opened: Opened, path: Path) -> None:
        from pbeditor.edit.beside import pairs_with_last_year, with_last_year

        session = self._window.session
        session.commit_requested.emit()
        session.apply("放入上年的文件", lambda document: with_last_year(document, opened.document))
        found, last = len(pairs_with_last_year(session.document)), len(opened.document.projects)
        hidden = f"；{len(left)} 个来自隐藏的工作表，没有放入" if (left := left_out(opened)) else ""
        unsure = sum(bool(note.place) for note in opened.notes)  # the others tell of what is not in the document
        doubts = f"；读入时有 {unsure} 处不能确定" if unsure else ""
        self._window.status.tell(f"已放入“{path.name}”：上年 {last} 个项目，与今年对上 {found} 个{hidden}{doubts}")

    def _paths(self) -> list[str]:
        """The chosen cells of the grid while it is where one is, else the one place."""
        path, tab = self.sight.path(), self._window.pages.indicators()
        cells = tab.grid.caret.cells() if tab and "/indicators/" in path else []
        if tab is None or len(cells) < 2:  # noqa: PLR2004 - one cell is the place itself
            return [path]
        return [tab.grid.table.path(row, column) for row, column in cells]


def _with_all(document: "Document", found: list["Beside"]) -> "Document":
    from pbeditor.edit.beside import take_over

    for one in found:
        document = take_over(document, one)
    return document


def _told(found: list["Beside"], *, changed: bool) -> str:
    """What came of it, in a sentence."""
    from pbeditor.edit.beside import BLANK

    if changed:
        return "已换成上年的文字" if len(found) == 1 else f"已把选中的 {len(found)} 格换成上年的文字"
    missing = next((one.missing for one in found if one.missing), "")
    return (missing or "与上年相同，没有改动。") if missing != BLANK else "上年这里没有填写，没有改动。"
