"""A project's page: one tab for each part of its table, and the printed page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from pbeditor.check.problem import SEVERITY_NAMES, gravest
from pbeditor.edit.place import get
from pbeditor.edit.projects import index_of
from pbeditor.model.steps import Steps
from pbeditor.model.unnamed import UNNAMED_PROJECT
from pbeditor.ui.editors.basics_tab import BasicsTab
from pbeditor.ui.editors.goals_tab import GoalsTab
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.editors.page_tab import ProjectTab
from pbeditor.ui.editors.plan_tab import PlanTab
from pbeditor.ui.editors.preview_tab import PreviewTab
from pbeditor.ui.letters import wide
from pbeditor.ui.listening import listen
from pbeditor.ui.memory import Memory
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.hint_line import HintLine
from pbeditor.ui.widgets.labels import ElidedLabel
from pbeditor.ui.widgets.signs import sign_icon, tip

Tabs = tuple[ProjectTab, ...]
TABS: tuple[Callable[[Session], ProjectTab], ...] = (BasicsTab, PlanTab, GoalsTab, IndicatorsTab, PreviewTab)
_WIDEST_NAME = 420  # px
_LOW = 340  # px of the page, under which there is no room for a hint


class ProjectPage(QWidget):
    """Shows one project at a time, told by its id; `show_place` goes to a path of any project.

    Its tabs are there at once, or once it was filled `later`.
    """

    def __init__(
        self,
        session: Session,
        memory: Memory | None = None,
        parent: QWidget | None = None,
        *,
        later: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session, self._form, self._memory = session, session.form, memory
        self.project_id, self._path = "", ""
        self.pages: Tabs = ()
        self._marks: dict[int, tuple[str, int]] = {}  # gravest problem and count that each tab shows
        # Before the tabs connect: they must know the project's new place when they look at the new document.
        listen(self, session, changed=self._follow, opened=self._restart)
        self.tabs, self._name = QTabWidget(self), ElidedLabel(self)
        self.hint = HintLine(memory, self) if memory else None
        self._column = QVBoxLayout(self)
        self._arrange()
        if not later:
            self._make_tabs()
        self._tab = 0
        self.tabs.currentChanged.connect(self._leave_tab)
        self.tabs.currentChanged.connect(self._hint)
        listen(self, session, problems_changed=self._mark)

    def show_project(self, project_id: str) -> None:
        """Show the project of this id; what was being typed in another one is kept there."""
        if project_id != self.project_id:
            for page in self.pages:
                page.leave()
        self.project_id = project_id
        self._bind(self._place())
        self._mark()

    def show_place(self, path: str) -> bool:
        """Show the project, the tab and the field or cell that `path` leads to; whether something got the focus."""
        part, index, *steps = [*path.split("/"), ""]
        projects = self._session.document.projects
        if part != "projects" or not index.isdecimal() or int(index) >= len(projects):
            return False
        self.show_project(projects[int(index)].id)
        steps = [step for step in steps if step]
        for place, page in enumerate(self.pages):
            if steps and steps[0] in page.parts:
                self.tabs.setCurrentIndex(place)
                return page.show_place(steps)
        return False

    def _place(self) -> str:
        try:
            return f"projects/{index_of(self._session.document, self.project_id)}"
        except LookupError:
            return ""

    def _bind(self, path: str) -> None:
        self._path = path
        for page in self.pages:
            page.bind(path)
        self._tell_name()

    def _follow(self, *_: object) -> None:
        """The project may have come to another place, or have gone; the document may have got another form."""
        if self._form is not self._session.form:
            self._make_tabs()
        if (path := self._place()) != self._path:
            self._bind(path)
        self._tell_name()

    def _restart(self) -> None:
        self.project_id = ""
        if self._form is not self._session.form:
            self._make_tabs()
        self._bind("")
        self._mark()

    def _make_tabs(self) -> None:
        """Labels, columns and lists are the form's: another form makes other tabs."""
        self._take_tabs(tuple(make(self._session) for make in TABS))

    def filling(self) -> Steps[None]:
        """Make the tabs of a page that was to get them `later`, one in a step."""
        tabs: list[ProjectTab] = []
        for make in TABS:
            if tabs:
                yield
            if self.pages:  # another form has made others meanwhile
                for tab in tabs:
                    tab.deleteLater()
                return
            tabs.append(make(self._session))
        self._take_tabs(tuple(tabs))

    def _take_tabs(self, tabs: Tabs) -> None:
        shown = max(self.tabs.currentIndex(), 0)
        for page in self.pages:
            page.leave()
            page.deleteLater()
        self._form = self._session.form
        self._marks.clear()
        self.tabs.blockSignals(True)
        self.tabs.clear()
        self.pages = tabs
        for page in self.pages:
            self.tabs.addTab(page, page.title)
            if self._memory is not None:
                page.use(self._memory)
        self.tabs.setCurrentIndex(shown)
        self.tabs.blockSignals(False)
        self._bind(self._place())
        self._mark()
        if self.hint:
            # New tabs come last in the order of Tab; the line below them follows anew.
            self.hint.setParent(None)
            self._column.addWidget(self.hint)
        self._hint(self.tabs.currentIndex())

    def _hint(self, place: int) -> None:
        if self.hint:
            page = self.pages[place]
            self.hint.show_hint(type(page).__name__, page.hint)

    def _leave_tab(self, place: int) -> None:
        self.pages[self._tab].leave()
        self._tab = place

    def turn(self, step: int) -> None:
        """Show the next (1) or previous (-1) tab, round and round."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _tell_name(self) -> None:
        document = self._session.document
        project = get(document, self._path) if self._path else None
        amount = f"  {project.budget.total} {document.money_unit}" if project and project.budget.total else ""
        self._name.say(f"{project.name or UNNAMED_PROJECT}{amount}" if project else "")

    def _mark(self) -> None:
        """Each tab shows the worst of its problems; the tooltip counts them."""
        under = self._session.checked.under
        for place, page in enumerate(self.pages):
            found = [problem for part in page.parts for problem in under(f"{self._path}/{part}")] if self._path else []
            severity = gravest(problem.severity for problem in found)
            if self._marks.get(place) == (severity, len(found)):
                continue
            self._marks[place] = severity, len(found)
            icon = sign_icon(severity, self.palette()) if severity else QIcon()
            self.tabs.setTabIcon(place, icon)
            self.tabs.setTabToolTip(
                place, tip(f"{len(found)} 处需要核对，最严重的是{SEVERITY_NAMES[severity]}" if found else "")
            )
        self._give_way()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._marks.clear()
            self._mark()
            QTimer.singleShot(0, self, self._give_way)  # when the tabs have their new size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """The name gives way before the tabs do, the hint before what is worked in."""
        room = self.width() - self.tabs.tabBar().sizeHint().width()
        self._name.setFixedWidth(max(0, min(_WIDEST_NAME, room)))
        if self.hint:
            self.hint.give_way(has_room=self.height() >= wide(_LOW))

    def _arrange(self) -> None:
        self.tabs.setDocumentMode(True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._name.setFixedWidth(_WIDEST_NAME)
        self._name.setContentsMargins(M, 0, M, M)
        self.tabs.setCornerWidget(self._name)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
