"""绩效指标: the grid, its toolbar, and a line that says what is wrong with the current cell."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QVBoxLayout, QWidget

from pbeditor.check.engine import check
from pbeditor.check.problem import Problem, gravest
from pbeditor.edit.place import get
from pbeditor.edit.projects import change_project
from pbeditor.model.document import Document, Project
from pbeditor.ui import letters
from pbeditor.ui.editors.fixes import add_fixes
from pbeditor.ui.editors.foot import Foot
from pbeditor.ui.editors.grid_actions import add_actions, bar_actions, enable, key_table, tint
from pbeditor.ui.editors.grid_commands import GridCommands
from pbeditor.ui.editors.grid_library import GridLibrary
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.editors.page_tab import ProjectTab
from pbeditor.ui.listening import listen
from pbeditor.ui.memory import Memory
from pbeditor.ui.models.indicator_table import IndicatorTable, changed_cells
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XS, S

_WHOLE = "/indicators"  # where the path of a problem of the whole grid ends
_PAUSE = 500  # ms between the last change of a column and writing it down


class IndicatorsTab(ProjectTab):
    """Holds the grid and speaks for its current cell."""

    title = "绩效指标"
    hint = "和 Excel 一样操作：直接打字替换，F2 修改，回车向下，Tab 向右，可以和 Excel、WPS 互相复制粘贴。"
    parts = ("indicators",)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._bar: list[QAction] = []
        self._table = IndicatorTable(session, self)
        self.grid = IndicatorGrid(session, self._table, self)
        self.foot = Foot(session, self)
        self.commands = GridCommands(session, self.grid, self.foot.hint)
        self.grid.keys = key_table(self.commands)
        self.library = GridLibrary(session, self.grid)
        self.menu = QMenu(self)
        self._arrange()
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.moved.connect(self._speak)
        self.grid.moved.connect(self._tell_place)
        self.grid.delegate.typed.connect(self._speak)
        self.grid.delegate.closed.connect(self._speak)
        self.grid.delegate.typed.connect(self._tell_draft)
        self.grid.delegate.closed.connect(self._tell_draft)
        self._table.marked.connect(self._speak)
        later = Qt.ConnectionType.QueuedConnection  # when the cursor has gone on, of which the foot speaks too
        self._table.followed.connect(self.foot.hint, later)
        for signal in (self._table.rowsInserted, self._table.rowsRemoved, self._table.modelReset):
            signal.connect(lambda: enable(self._bar, self.commands))
        listen(self, session, travelled=self._choose_changed, opened=self._forget, commit_requested=self.grid.commit)

    def bind(self, path: str) -> None:
        project: Project | None = get(self._session.document, path) if path else None
        wanted = project.id if project else ""
        if wanted != self._table.project_id or self._table.project() is None:
            self.grid.show_project(wanted)
        self.setEnabled(project is not None)
        self._speak()

    def use(self, memory: Memory) -> None:
        self.grid.columns.restore(memory.settings.columns)
        self.grid.zoom.set(memory.settings.zoom)
        listen(self, memory, changed=self.grid.zoom.follow_letters)
        later = QTimer(self, singleShot=True, interval=_PAUSE)
        later.timeout.connect(lambda: memory.remember(columns=self.grid.columns.states(), zoom=self.grid.zoom.percent))
        self.grid.columns.chosen.connect(later.start)
        self.grid.zoom.changed.connect(later.start)

    def leave(self) -> None:
        self.grid.leave()

    def show_place(self, steps: list[str]) -> bool:
        self.grid.leave()
        if len(steps) == 1:  # the grid as a whole: what it lacks is to be added, and no cell to be written over
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.caret.go_nowhere()
            return True
        row = int(steps[1])
        field = steps[2] if len(steps) > 2 else "name"  # noqa: PLR2004 - indicators, row, field
        columns = self._table.fields
        column = columns.index(field) if field in columns else 0
        self.grid.caret.go_to(row, column)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.grid.isColumnHidden(column):
            self.foot.hint(f"这一处在“{self._table.columns[column].label}”列，这一列是隐藏的。")
        return True

    def _forget(self) -> None:
        self.commands.forget()

    def stands_at(self, path: str) -> bool:
        """Whether the cursor stands in the cell that this path leads to, or leads into."""
        row, column = self.grid.caret.place()
        return row >= 0 and f"{path}/".startswith(f"{self._table.path(row, column)}/")

    def _choose_changed(self, before: Document, after: Document) -> None:
        """What undo or redo has changed is chosen again, as it was when it was made."""
        old, new = self._table.project_in(before), self._table.project_in(after)
        if self.isVisible() and old is not None and new is not None:
            count = len(new.indicators)  # rows that were added are gone again
            known = [place for place in self.commands.cells_of(before, after) if place[0] < count]
            cells = known or changed_cells(old.indicators, new.indicators, self._table.columns)
            if len(cells) > 1:
                self.grid.caret.choose_cells(cells)

    def _speak(self) -> None:
        """Say what is wrong with what is typed or chosen, else with the grid, else what the column is for."""
        row, column = self.grid.caret.place()
        problems = self._problems(row, column)
        self.foot.tell(problems)
        of_cell = (problem.severity for problem in problems if not problem.path.endswith(_WHOLE))
        self.grid.delegate.mark_editor(gravest(of_cell))
        if not problems and column >= 0:
            about = self._table.columns[column]
            self.foot.hint(f"{about.label}：{about.help}" if about.help else "")
        rows, chosen = len(self._table.rows), len(self.grid.caret.cells())
        self.foot.count(f"选中 {chosen} 格 · 共 {rows} 个指标" if chosen > 1 else f"共 {rows} 个指标")

    def _problems(self, row: int, column: int) -> tuple[Problem, ...]:
        editor = self.grid.delegate.editor
        if editor is not None and editor.is_dirty:
            return self._problems_of(*self.grid.delegate.place)
        if found := self._table.problems(row, column):
            return found
        project = self._table.project()
        here = self._session.checked.of(self._table.project_id) if project else ()
        return tuple(problem for problem in here if problem.path.endswith(_WHOLE))

    def _tell_draft(self) -> None:
        """What is typed in a cell counts as unsaved work before the cell is left."""
        editor = self.grid.delegate.editor
        is_draft = editor is not None and editor.is_dirty
        self._session.draft(self._with_typed if is_draft else None)

    def _with_typed(self, document: Document) -> Document:
        editor, (row, column) = self.grid.delegate.editor, self.grid.delegate.place
        if editor is None or not editor.is_dirty or row >= len(self._table.rows):
            return document
        edit = self._table.edit_of(row, column, editor.value())
        return change_project(document, self._table.project_id, edit)

    def _problems_of(self, row: int, column: int) -> tuple[Problem, ...]:
        """What would be wrong with the cell if it held what is still being typed."""
        document = self._with_typed(self._session.document)
        checked = check(document, self._session.form, self._session.checked)
        return checked.under(self._table.path(row, column))

    def _open_menu(self, point: QPoint) -> None:
        self.menu.deleteLater()
        menu = self.menu = QMenu(self)
        add_fixes(menu, self._session, self._table.problems(*self.grid.caret.place()))
        add_actions(menu, self.commands)
        menu.popup(point)

    def _tell_place(self) -> None:
        """Tell where the cursor stands, while somebody looks."""
        row, column = self.grid.caret.place()
        if self.isVisible() and self._table.project() is not None and 0 <= row < len(self._table.rows):
            self._session.place_shown.emit(self._table.path(row, column))
        else:
            self._session.place_shown.emit("")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            tint(self._bar)

    def _arrange(self) -> None:
        bar = QToolBar(self)  # what has no room stays in reach behind its last button
        letters.size_icons(bar, 16)
        bar.setContentsMargins(S, XS, S, XS)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bar = bar_actions(self, self.commands)
        bar.addActions(self._bar)
        for button in bar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(bar)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.foot)
