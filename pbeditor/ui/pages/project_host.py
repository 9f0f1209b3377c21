"""A project's page in the stack of pages."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pbeditor.model.steps import Steps
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.editors.project_page import ProjectPage
from pbeditor.ui.memory import Memory
from pbeditor.ui.pages.frame import Page
from pbeditor.ui.session import Session


class ProjectHost(Page):
    """Hands the entry and the place on to the project page, which has to be filled first."""

    def __init__(self, session: Session, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ProjectPage(session, memory, later=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def filling(self) -> Steps[None]:
        """Make what the page holds, in steps."""
        return self._page.filling()

    def show_key(self, key: str) -> None:
        """Show the project whose id is `key`."""
        self._page.show_project(key)

    def show_place(self, path: str) -> bool:
        """Give the focus to the field for `path`."""
        return self._page.show_place(path)

    def turn(self, step: int) -> None:
        """Show the next (1) or previous (-1) tab."""
        self._page.turn(step)

    def indicators(self) -> IndicatorsTab | None:
        """The tab with the indicator grid, while it is shown."""
        shown = self._page.tabs.currentWidget()
        return shown if isinstance(shown, IndicatorsTab) else None
