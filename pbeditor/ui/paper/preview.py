"""The pages of one project, drawn live while it is edited."""

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pbeditor.model.document import Document
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.page import FOOT, Page
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.style import styled
from pbeditor.ui.listening import listen
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.page_view import PageView
from pbeditor.ui.paper.zoom_bar import ZoomBar
from pbeditor.ui.session import Session
from pbeditor.ui.theme import S
from pbeditor.ui.widgets.labels import plain

_DELAY = 20  # ms: several keystrokes at once are drawn once
_KEPT = 2000  # set texts; each keystroke sets one anew


class PagePreview(QWidget):
    """Follows the session; while it is hidden it draws nothing, and catches up when it is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = ""
        self._measure = QtMeasure(_KEPT)
        self._stale = self._is_new = True
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DELAY)
        self._wait.timeout.connect(self.refresh)
        self.view = PageView(self._measure, self)
        self._count = plain(parent=self)
        self.view.canvas.hint = "在左侧选一个项目，这里显示它打印出来的样子。"
        self._build()
        self._shown = session.document
        listen(
            self,
            session,
            changed=self._follow_change,
            drafted=self._follow,
            opened=self._mark_stale,
            style_changed=self._mark_stale,
        )

    def show_project(self, project_id: str) -> None:
        """Show the pages of this project, "" for none."""
        if project_id != self._project:
            self._project, self._is_new = project_id, True
        self._mark_stale()

    def refresh(self) -> None:
        """Break and draw the pages anew, if anybody sees them."""
        if self._stale and self.isVisible():
            self._stale = False
            pages = self._pages()
            self.view.canvas.set_draft(self._session.style.draft)
            self.view.canvas.show_pages(pages, styled(self._session.form, self._session.style).layout)
            self._count.setText(f"共 {len(pages)} 页" if pages else "")
            if self._is_new:
                self._is_new = False
                self.view.begin()

    def _pages(self) -> tuple[Page, ...]:
        session = self._session
        self._shown = document = session.with_draft()
        if all(project.id != self._project for project in document.projects):
            return ()
        style = replace(session.style, cover=None, contents=None, summary=False)
        block_sheet = lay_out(document, session.form, [self._project], style)
        pages = paginate(block_sheet, styled(session.form, style).layout, self._measure)
        return tuple(_without_number(page) for page in pages)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(S, S, S, S)
        bar.addWidget(self._count)
        bar.addStretch()
        bar.addWidget(ZoomBar(self.view, self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _follow_change(self, _before: Document, _after: Document) -> None:
        self._follow()  # a lambda would be called after this widget is gone

    def _follow(self) -> None:
        # What else the other projects say changes how wide columns are; that may wait for the next change.
        if _seen(self._shown, self._project) != _seen(self._session.with_draft(), self._project):
            self._mark_stale()

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible() and not self._wait.isActive():
            self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


def _seen(document: Document, project_id: str) -> tuple[object, ...]:
    """What a project's page shows of a document, to be compared by identity of the project."""
    found = ((number, id(project)) for number, project in enumerate(document.projects) if project.id == project_id)
    return next(found, None), document.form, document.money_unit, document.periods


def _without_number(page: Page) -> Page:
    """Which page of the document this is, nobody knows without setting all of it."""
    return Page(page.number, tuple(text for text in page.texts if text.kind != FOOT), page.rules, page.anchors)
