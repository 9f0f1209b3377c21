"""A project's page in the stack of pages."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pbeditor.ui.editors.project_page import ProjectPage
from pbeditor.ui.memory import Memory
from pbeditor.ui.pages.frame import Page
from pbeditor.ui.session import Session


class ProjectHost(Page):
    """Hands the entry and the place on to the project page."""

    def __init__(self, session: Session, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ProjectPage(session, memory)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def show_key(self, key: str) -> None:
        """Show the project whose id is `key`."""
        self._page.show_project(key)

    def show_place(self, path: str) -> bool:
        """Give the focus to the field for `path`."""
        return self._page.show_place(path)
