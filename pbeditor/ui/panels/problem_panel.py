"""The bottom: what is wrong, grouped by rule; a click goes to the field, others mend it or set it aside."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from pbeditor.check.groups import Group
from pbeditor.check.problem import SEVERITIES, Problem
from pbeditor.edit.review import confirm, mute
from pbeditor.ui.editors.fixes import before_and_after, described, make_fix, other_field
from pbeditor.ui.memory import Memory
from pbeditor.ui.models.excerpts import differing
from pbeditor.ui.models.problem_choice import Choice, gravest_that_fit, remembered
from pbeditor.ui.models.problem_tree import FIX, ProblemTreeModel
from pbeditor.ui.nodes import Node
from pbeditor.ui.panels.aside_list import AsideList
from pbeditor.ui.panels.fix_list import FixList
from pbeditor.ui.panels.problem_bar import ProblemBar
from pbeditor.ui.panels.problem_detail import ProblemDetail
from pbeditor.ui.panels.problem_view import LINES_AT_OPENING, ProblemView
from pbeditor.ui.panels.problem_walk import ProblemWalk
from pbeditor.ui.session import Session

AFTER_CHANGE = 12  # characters of a text shown behind what its fix changes
PAUSE = 150  # ms without a keystroke before the list follows


class ProblemPanel(QWidget):
    """Follows the findings a moment after the last keystroke and never takes the focus by itself."""

    updated = Signal()
    told = Signal(str)
    state_changed = Signal()  # what can be done with the current line may have changed

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ProblemTreeModel(session, self)
        self.bar, self.tree, self.detail = ProblemBar(self), ProblemView(self.model, self), ProblemDetail(self)
        self.fixes, self.aside = FixList(session, self), AsideList(session, self)
        self._stack, self._main = QStackedWidget(self), QWidget(self)
        self._walk = ProblemWalk(self.tree, self.model)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._memory: Memory | None = None
        self.mendable = 0  # how many findings of the current rule carry a fix
        self._arrange()
        self._listen()
        self._restart()

    def use(self, memory: Memory) -> None:
        """Show what the user chose to see at the last start, and remember what he chooses now."""
        self._memory = memory
        self._restart()

    def current(self) -> Problem | None:
        """The selected finding, None while another list is shown."""
        return self.model.problem(self.tree.currentIndex()) if self._stack.currentWidget() is self._main else None

    def has_rule(self) -> bool:
        """Whether a rule or one of its findings is selected."""
        return self._stack.currentWidget() is self._main and self.tree.currentIndex().isValid()

    def is_aside_shown(self) -> bool:
        """Whether 已静音与已核实 is shown in place of the findings."""
        return self._stack.currentWidget() is self.aside

    def look_at(self, node: Node) -> None:
        """Another entry of the document is shown."""
        if node.kind == "project":
            self.bar.set_project(node.key)

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding, round and round; what is being typed is kept."""
        self._session.commit_requested.emit()
        self._session.look()
        self.follow()
        self._show(self._main)
        index = self._walk.step(step)
        if index.isValid():
            self.tree.choose(index)
            self._go_there(index)

    def fix(self) -> None:
        """Mend the selected finding, if it can be mended safely."""
        self._session.commit_requested.emit()
        self.follow()
        problem = self.current()
        if problem and problem.fix:
            make_fix(self._session, problem)

    def fix_all(self) -> None:
        """List what the fixes of the selected rule would change."""
        self._session.commit_requested.emit()
        self.follow()
        group = self.model.group(self.tree.currentIndex())
        if group and any(problem.fix for problem in group.problems):
            self._show(self.fixes)
            self.fixes.show_rule(group)

    def confirm(self) -> None:
        """Ask for a reason and mark the selected finding 已核实."""
        if problem := self.current():
            self.detail.ask_why("标为已核实", lambda reason: self._confirm(problem, reason))

    def mute(self) -> None:
        """Ask for a reason and silence the selected rule."""
        if self.has_rule() and (group := self.model.group(self.tree.currentIndex())):
            self.detail.ask_why("静音此类", lambda reason: self._mute(group, reason))

    def show_aside(self, *, shown: bool) -> None:
        """Show what was set aside, or the findings."""
        self._show(self.aside if shown else self._main)
        self.aside.take_focus() if shown else self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Show the findings as they are now."""
        self._timer.stop()
        checked = self._session.checked
        if self.bar.project and self.bar.project not in checked.places:
            self.bar.forget_project()
        self.tree.follow()
        self.bar.tell(checked)
        self._tell_current()
        if self._stack.currentWidget() is self.fixes:
            self.fixes.follow(self.model.group_of(self.fixes.rule))
        elif self.is_aside_shown():
            self.aside.follow()
        self.updated.emit()

    def _confirm(self, asked: Problem, reason: str) -> None:
        """Confirm the finding that was asked about, wherever it stands by now, if it is still there."""
        self.follow()
        now = self.current()
        if now and (now.rule, now.message, now.project) == (asked.rule, asked.message, asked.project):
            edit = partial(confirm, rule=now.rule, path=now.path, message=now.message, reason=reason)
            self._session.apply("标为已核实", edit)
            self.follow()
            self.told.emit("已标为已核实，可在“已静音与已核实”中重新显示")

    def _mute(self, group: Group, reason: str) -> None:
        self._session.apply(f"静音：{group.title}", partial(mute, rule=group.rule, reason=reason))
        self.follow()
        self.told.emit(f"已静音：{group.title}。可在“已静音与已核实”中重新显示")

    def _tell_current(self) -> None:
        index = self.tree.currentIndex()
        problem, group = self.model.problem(index), self.model.group(index)
        mendable = [each for each in group.problems if each.fix] if group else []
        self.mendable = len(mendable)
        change = before_and_after(self._session.document, problem) if problem and problem.fix else None
        text = problem.message if problem else group.title if group else "选中一条问题，可看到原因和改法。"
        self.detail.say(text, self.model.place(problem) if problem else "", group.why if group else "")
        where = other_field(self._session, problem) if problem and change else ""
        self.detail.offer_fix(differing(*change, AFTER_CHANGE) if change else None, self.mendable, where)
        self.detail.offer(finding=problem is not None, rule=group is not None)
        self.state_changed.emit()

    def _move(self) -> None:
        self.detail.ask.give_up()
        self._tell_current()

    def _choose(self, choice: Choice) -> None:
        if self._memory:
            self._memory.remember(severities=tuple(each for each in SEVERITIES if each in choice.severities))
        self.model.choose(choice)
        self.bar.tell(self._session.checked)
        self._tell_current()

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.bar.aside.blockSignals(True)
        self.bar.aside.setChecked(page is self.aside)
        self.bar.aside.blockSignals(False)
        if page is self.aside:
            self.aside.follow()
        self.state_changed.emit()

    def _back(self) -> None:
        had_focus = self._stack.currentWidget().isAncestorOf(self.window().focusWidget() or self)
        self._show(self._main)
        if had_focus:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        row = QHBoxLayout(self._main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tree, 3)
        row.addWidget(self.detail, 1)
        for page in (self._main, self.fixes, self.aside):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self.tree.clicked.connect(self._take)
        self.tree.activated.connect(self._go_there)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._move())
        self.bar.chosen.connect(self._choose)
        self.bar.aside_wanted.connect(lambda shown: self.show_aside(shown=shown))
        for wish, slot in (
            (self.detail.fix_wanted, self.fix),
            (self.detail.fix_all_wanted, self.fix_all),
            (self.detail.confirm_wanted, self.confirm),
            (self.detail.mute_wanted, self.mute),
            (self.fixes.left, self._back),
            (self.aside.left, self._back),
            (self.fixes.told, self.told),
            (self.aside.told, self.told),
            (self._timer.timeout, self._follow_what_is_known),
            (self._session.problems_changed, self._timer.start),
            (self._session.opened, self.follow),
            (self._session.looked, self._restart),
        ):
            wish.connect(slot)

    def _take(self, index: QModelIndex) -> None:
        problem = self.model.problem(index)
        if problem and problem.fix and index.column() == FIX:
            self.fix()
        elif problem is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self._go_there(index)

    def _go_there(self, index: QModelIndex) -> None:
        if problem := self.model.problem(index):
            self._walk.note(index.siblingAtColumn(0))
            self._session.go_to(problem.path)

    def _follow_what_is_known(self) -> None:
        """While much is looked at again the list stays as it was; the end of that is told too."""
        if self._session.checked.is_known:
            self.follow()

    def _restart(self) -> None:
        self._walk.forget()
        self._show(self._main)
        memory, self._memory = self._memory, None  # what is only begun with is no choice
        fitting = gravest_that_fit(self._session.checked.groups, LINES_AT_OPENING)
        chosen = remembered(memory.settings.severities) if memory else None
        self.bar.begin_with(chosen or fitting)
        self._memory = memory
        self.follow()
        self.tree.open_some()

    def _open_menu(self, place: QPoint) -> None:
        problem, group = self.current(), self.model.group(self.tree.currentIndex())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if problem:
            menu.addAction("转到(&G)", lambda: self._session.go_to(problem.path))
        if problem and problem.fix:
            menu.addAction(f"改正(&X)：{described(self._session, problem)}", self.fix)
        if self.mendable > 1:
            menu.addAction(f"改正这一类的全部 {self.mendable} 处(&A)…", self.fix_all)
        if problem:
            menu.addAction("已核实这一处(&V)…", self.confirm)
        if group:
            menu.addAction("静音这项检查(&M)…", self.mute)
            menu.addAction("复制(&C)", self.tree.copy)
            menu.popup(self.tree.viewport().mapToGlobal(place))
