"""The line below the project tree: how many projects there are, or fit the filter, and what they cost."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from pbeditor.edit.amounts import with_commas
from pbeditor.model.document import Document
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XS, S
from pbeditor.ui.totals import RunningTotal


class ProjectSum(QLabel):
    """Follows the session; what fits a filter it is told."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: int | None = None
        self._total = RunningTotal(session.document)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setContentsMargins(S, XS, S, S)
        listen(self, session, opened=self._start, changed=self._follow)
        self._count()

    def show_found(self, found: int | None) -> None:
        """Say how many projects fit the filter, or without one what all of them add up to."""
        self._found = found
        self._count()

    def _start(self) -> None:
        self._total = RunningTotal(self._session.document)
        self._count()

    def _follow(self, before: Document, after: Document) -> None:
        self._total.follow(before, after)
        self._count()

    def _count(self) -> None:
        document, form = self._session.document, self._session.form
        if self._found is not None:
            found = f"共 {len(document.projects)} 个项目，符合的 {self._found} 个"
            self.setText(found if self._found else "没有符合的项目")
            return
        amount = f"{with_commas(self._total.value, form.decimals)} {document.money_unit}"
        self.setText(f"{len(document.projects)} 个项目，合计 {amount}")
