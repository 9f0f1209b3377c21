"""Which project of last year each of this year's was, looked up again only where that may have changed."""

from PySide6.QtCore import QObject

from pbeditor.edit.beside import pairs_with_last_year
from pbeditor.model.document import Document, Project
from pbeditor.ui.session import Session


class LastYear(QObject):
    """One for each session; what is typed into texts does not change the pairs."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._key: tuple[object, ...] = ()
        self._last: Document | None = None
        self._pairs: dict[str, Project] = {}

    @staticmethod
    def of(session: Session) -> "LastYear":
        """The one of this session."""
        return session.findChild(LastYear) or LastYear(session)

    def pairs(self) -> dict[str, Project]:
        """Last year's project by the id of this year's."""
        document = self._session.document
        key = tuple((project.id, project.code, project.name) for project in document.projects)
        if document.last_year is not self._last or key != self._key:
            self._last, self._key = document.last_year, key
            self._pairs = pairs_with_last_year(document)
        return self._pairs
