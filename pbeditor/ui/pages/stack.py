"""The right side: one page a kind of entry, made when it is first shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from pbeditor.model.steps import Steps, at_once
from pbeditor.ui.letters import wide
from pbeditor.ui.memory import Memory
from pbeditor.ui.nodes import Kind, Node
from pbeditor.ui.pages.frame import Page
from pbeditor.ui.session import Session

if TYPE_CHECKING:
    from pbeditor.ui.editors.indicators_tab import IndicatorsTab


LEAST = 360, 200  # px, across and down, that a page has at least if it wants them


class PageStack(QStackedWidget):
    """Shows the page for an entry of the tree; what is typed is committed before another page comes."""

    def __init__(
        self, session: Session, actions: Mapping[str, QAction], memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: dict[Kind, Page] = {}
        self._makers: dict[Kind, Callable[[], Steps[Page]]] = {
            "overview": lambda: _made(lambda: _overview_page(session)),
            "comparison": lambda: _made(lambda: _comparison_page(session, actions)),
            "document": lambda: _made(lambda: _document_page(session)),
            "overall": lambda: _made(lambda: _overall_page(session, actions)),
            "section": lambda: _made(lambda: _section_page(session)),
            "projects": lambda: _made(lambda: _projects_page(session, actions)),
            "project": lambda: _project_page(session, memory),
        }

    def minimumSizeHint(self) -> QSize:
        """Pages shrink further than their parts ask for: with large letters those made the window leave the screen."""
        return super().minimumSizeHint().boundedTo(QSize(wide(LEAST[0]), wide(LEAST[1])))

    def show_node(self, node: Node) -> None:
        """Bring up the page for `node`."""
        self._session.commit_requested.emit()
        page = self.page(node.kind)
        page.show_key(node.key)
        self.setCurrentWidget(page)

    def page(self, kind: Kind) -> Page:
        """The page for entries of this kind."""
        return at_once(self.making(kind))

    def making(self, kind: Kind) -> Steps[Page]:
        """The page for entries of this kind, made in steps where it is not there yet."""
        if kind not in self._pages:
            page = yield from self._makers[kind]()
            if kind in self._pages:  # somebody could not wait for it
                page.deleteLater()
            else:
                self._pages[kind] = page
                self.addWidget(page)
        return self._pages[kind]

    def show_place(self, path: str) -> bool:
        """Give the focus to the field for `path` on the page shown."""
        page = self.currentWidget()
        return isinstance(page, Page) and page.show_place(path)

    def turn(self, step: int) -> None:
        """Show the next (1) or previous (-1) tab of the page shown."""
        if isinstance(page := self.currentWidget(), Page):
            page.turn(step)

    def indicators(self) -> "IndicatorsTab | None":
        """The tab with the indicator grid, while it is shown."""
        page = self.currentWidget()
        return page.indicators() if isinstance(page, Page) else None


def _overview_page(session: Session) -> Page:
    from pbeditor.ui.pages.overview_page import OverviewPage

    return OverviewPage(session)


def _comparison_page(session: Session, actions: Mapping[str, QAction]) -> Page:
    from pbeditor.ui.pages.comparison_page import ComparisonPage

    return ComparisonPage(session, actions)


def _document_page(session: Session) -> Page:
    from pbeditor.ui.pages.document_page import DocumentPage

    return DocumentPage(session)


def _overall_page(session: Session, actions: Mapping[str, QAction]) -> Page:
    from pbeditor.ui.pages.overall_page import OverallPage

    return OverallPage(session, actions)


def _section_page(session: Session) -> Page:
    from pbeditor.ui.pages.section_page import SectionPage

    return SectionPage(session)


def _projects_page(session: Session, actions: Mapping[str, QAction]) -> Page:
    from pbeditor.ui.pages.projects_page import ProjectsPage

    return ProjectsPage(session, actions)


def _project_page(session: Session, memory: Memory) -> Steps[Page]:
    from pbeditor.ui.pages.project_host import ProjectHost

    host = ProjectHost(session, memory)
    yield from host.filling()
    return host


def _made(make: Callable[[], Page]) -> Steps[Page]:
    yield from ()
    return make()
