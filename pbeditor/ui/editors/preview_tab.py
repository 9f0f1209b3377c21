"""预览: the project's pages as they print."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pbeditor.edit.place import get
from pbeditor.ui.editors.page_tab import ProjectTab
from pbeditor.ui.session import Session


class PreviewTab(ProjectTab):
    """Made when it is first looked at: setting type is slow to load."""

    title = "预览"
    hint = "这就是打印出来的样子。按 F12 可以一边修改一边看。整份文档用“打印预览”（Ctrl+Alt+P）查看。"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._project = session, ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def bind(self, path: str) -> None:
        """Show the project at `path` once somebody looks."""
        self.show_project(get(self._session.document, path).id if path else "")

    def show_project(self, project_id: str) -> None:
        """Show the project with this id once somebody looks."""
        self._project = project_id
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        from pbeditor.ui.paper.preview import PagePreview

        if not self._layout.count():
            if not self.isVisible():
                return
            self._layout.addWidget(PagePreview(self._session, self))
        if isinstance(preview := self._layout.itemAt(0).widget(), PagePreview):
            preview.show_project(self._project)
