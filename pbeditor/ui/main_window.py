"""The window: it places the parts and ties their wishes to one another."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from pbeditor.sheet.style import lasting
from pbeditor.ui import geometry, recent_menu
from pbeditor.ui.actions import Actions
from pbeditor.ui.aids import Aids
from pbeditor.ui.background import SOON, is_held
from pbeditor.ui.clipboard_sight import ClipboardSight
from pbeditor.ui.commands import COMMANDS, RECENT
from pbeditor.ui.dialogs.questions import NAME
from pbeditor.ui.drops import DropWindow
from pbeditor.ui.files import Files
from pbeditor.ui.focus_sight import FocusSight
from pbeditor.ui.guard import Guard
from pbeditor.ui.handbook.dialog_help import DialogHelp
from pbeditor.ui.listening import listen
from pbeditor.ui.memory import Memory
from pbeditor.ui.nodes import node_at
from pbeditor.ui.outputs import Outputs
from pbeditor.ui.pages.stack import PageStack
from pbeditor.ui.pages.start_page import StartPage
from pbeditor.ui.panels.dock import Dock, bring_up
from pbeditor.ui.panels.presence import Presence
from pbeditor.ui.panels.problem_panel import ProblemPanel
from pbeditor.ui.panels.project_panel import ProjectPanel
from pbeditor.ui.panes import focus_along, focus_into
from pbeditor.ui.session import Session
from pbeditor.ui.status import StatusBar
from pbeditor.ui.tree_edits import Selection
from pbeditor.ui.window_keys import WindowKeys

BAR = ("new", "open", "save", "", "undo", "redo", "", "import", "word", "preview", "print")
TREE_BAR = ("add_project", "duplicate", "delete", "up", "down")
TREE_MENU = ("add_project", "add_section", "", "cut", "copy", "paste", "duplicate", "delete", "", "up", "down")
PROBLEM_BAR = ("fix", "previous", "next")
TREE_WIDTH, PROBLEM_HEIGHT = 288, 190  # px at the first start


class MainWindow(DropWindow):
    """Places panels; what commands do stands in `commands`, what edits do in `edit`."""

    session: Session
    memory: Memory
    files: Files
    guard: Guard
    outputs: Outputs
    tree: ProjectPanel
    problems: ProblemPanel
    pages: PageStack
    tree_dock: Dock
    problem_dock: Dock
    aids: Aids

    def __init__(self, session: Session, memory: Memory) -> None:
        super().__init__()
        self.session, self.memory = session, memory
        session.dress(memory.settings.style)
        listen(self, session, style_changed=lambda: memory.remember(style=lasting(session.style)))
        self.files = Files(session, memory, self)
        self.guard = Guard(session, self.files, self)
        self.outputs = Outputs(session, self.files, memory, self)
        self.focus_sight, self.clipboard = FocusSight(self), ClipboardSight(self)
        self.commands = Actions(self, COMMANDS)
        self.tree, self.problems = ProjectPanel(session, self), ProblemPanel(session, self)
        self.start, self.pages = StartPage(self.commands, memory), PageStack(session, self.commands, memory)
        self._centre, self.status = QStackedWidget(self), StatusBar(session, self)
        self._place()
        self._listen()
        DialogHelp(self)
        WindowKeys(COMMANDS, self)
        self._presence = Presence(self, memory, {self.tree_dock: TREE_WIDTH, self.problem_dock: PROBLEM_HEIGHT})
        self.problems.use(memory)
        self._take_settings()
        self._show_what_is_open()
        geometry.restore_place(self, memory.settings)

    def edit_tree(self, edit: Callable[[Session, Selection], None]) -> None:
        """Make an edit of what is selected in the tree."""
        self.session.commit_requested.emit()
        edit(self.session, self.tree.selected())

    def _place(self) -> None:
        self._centre.addWidget(self.start)
        self._centre.addWidget(self.pages)
        self.setCentralWidget(self._centre)
        self.tree_dock = Dock("项目", "tree", lambda: self.tree, self.commands.of(TREE_BAR), self)
        self.problem_dock = Dock("问题", "problems", lambda: self.problems, self.commands.of(PROBLEM_BAR), self)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.tree_dock)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.problem_dock)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.aids = Aids(self)
        self.setStatusBar(self.status)
        self.commands.fill(self.menuBar(), COMMANDS)
        self.commands.bind(self.tree.tree)
        recent_menu.attach(self.commands.menus[RECENT], self.memory, self.files.open_path)
        self.tree.menu_actions = self.commands.of(TREE_MENU)
        self.addToolBar(self.commands.tool_bar("工具栏", BAR))

    def _listen(self) -> None:
        listen(
            self,
            self.session,
            place_requested=self._show_path,
            history_changed=self._show_state,
            opened=self._show_state,
        )
        self.files.is_open_changed.connect(self._show_what_is_open)
        self.files.told.connect(self.status.tell)
        self.guard.failed.connect(self.status.tell)
        self.outputs.written.connect(self.status.tell)
        self.outputs.begun.connect(self.status.progress.line_up)
        self.file_dropped.connect(self.files.take)
        self.start.file_wanted.connect(self.files.open_path)
        self.tree.chosen.connect(self.pages.show_node)
        self.tree.left.connect(self._leave_page)
        self.tree.tree.activated.connect(lambda: focus_into(self.pages))
        self.tree.selection_changed.connect(self.commands.refresh)
        self.problems.updated.connect(self.status.count)
        self.problems.state_changed.connect(self.commands.refresh)
        self.problems.told.connect(self.status.tell)
        self.tree.chosen.connect(self.problems.look_at)
        self.status.problems_wanted.connect(self._show_problems)
        listen(self, self.memory, changed=self._take_settings)
        for dock in (self.tree_dock, self.problem_dock):
            dock.visibilityChanged.connect(self.commands.refresh)

    def _show_path(self, path: str) -> None:
        self.tree.show_node(node_at(self.session.document, path))
        if not self.pages.show_place(path):
            self._leave_page()

    def _leave_page(self) -> None:
        """A field that has the focus may be another entry's now, and a page that had it may be hidden."""
        focus = QApplication.focusWidget()
        if focus is None or self.pages.isAncestorOf(focus):
            self.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_what_is_open(self) -> None:
        is_open = self.files.is_open
        self._centre.setCurrentWidget(self.pages if is_open else self.start)
        self._presence.follow(is_open=is_open)
        self.aids.show_what_is_open(is_open)
        self.status.show_counts(is_open)
        self.status.count()
        if is_open:
            self.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start.begin()
        self._show_state()

    def _take_settings(self) -> None:
        self.tree.group_by_unit(self.memory.settings.by_unit)
        self.commands.refresh()

    def _show_state(self) -> None:
        mark = "● " if self.session.is_unsaved else ""
        name = f"{self.files.name}（只读）" if self.files.guard.read_only else self.files.name
        self.setWindowTitle(f"{mark}{name} — {NAME}" if self.files.is_open else NAME)
        self.commands.refresh()

    def _show_problems(self) -> None:
        bring_up(self.problem_dock)
        self.problems.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at_disk(self) -> None:
        if self.isActiveWindow() and QApplication.activeModalWidget() is None:
            self.files.look_at_disk()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return focus_along(self, forward=forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            # Later: a dialog must not open while the window is still coming to the front.
            QTimer.singleShot(0, self, self._look_at_disk)
        if event.type() == QEvent.Type.PaletteChange:
            self.commands.tint()
            self.start.tint()
            self.tree_dock.tint()
            self.problem_dock.tint()
            self.aids.tint()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.files.may_leave():
            self.guard.end()
            self.files.guard.release()
            self._presence.keep()
            self.memory.remember(**geometry.place(self))
            event.accept()
        else:
            event.ignore()
            if is_held():
                QTimer.singleShot(SOON, self, self.close)
