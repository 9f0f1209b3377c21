"""All projects as rows of a table to look at: code, name, amounts and how many indicators."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from pbeditor.model.document import Document, Project
from pbeditor.model.unnamed import UNNAMED_PROJECT
from pbeditor.ui.listening import listen
from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.roles import ALIGN, DISPLAY, NOTHING, RIGHT, Index
from pbeditor.ui.session import Session


class Column(Struct, frozen=True):
    """One column; `text` gives a project's cell, and `path` leads to it from the project."""

    label: str
    path: str
    text: Callable[[Project], str]
    width: int  # px; 0 takes what is left
    right: bool = False


COLUMNS = (
    Column("项目编码", "code", lambda project: project.code, 150),
    Column("项目名称", "name", lambda project: project.name or UNNAMED_PROJECT, 0),
    Column("预算数", "budget/total", lambda project: project.budget.total, 90, right=True),
    Column("财政资金", "budget/fiscal", lambda project: project.budget.fiscal, 90, right=True),
    Column("其他资金", "budget/other", lambda project: project.budget.other, 90, right=True),
    Column("指标", "indicators", lambda project: str(len(project.indicators)), 56, right=True),
)


class ProjectTableModel(QAbstractTableModel):
    """Follows the session's projects by exact spans."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = list(session.document.projects)
        listen(self, session, changed=self._follow, opened=self._reopen)

    def _reopen(self) -> None:
        self.beginResetModel()
        self._rows = list(self._session.document.projects)
        self.endResetModel()

    def _follow(self, before: Document, after: Document) -> None:
        if after.projects is not before.projects:
            keys = [project.id for project in before.projects], [project.id for project in after.projects]
            become(self, NOTHING, self._rows, after.projects, *keys)

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY and index.isValid():
            return COLUMNS[index.column()].text(self._rows[index.row()])
        return RIGHT if role == ALIGN and index.isValid() and COLUMNS[index.column()].right else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == DISPLAY else None
        if role == DISPLAY:
            return COLUMNS[section].label
        return RIGHT if role == ALIGN and COLUMNS[section].right else None
