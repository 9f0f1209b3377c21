"""预算项目 as a whole: all projects in a table to look at, or how to begin when there are none."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QWidget

from pbeditor.ui.listening import listen
from pbeditor.ui.models.project_table import COLUMNS, ProjectTableModel
from pbeditor.ui.pages.frame import Page, column
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.labels import Heading, aside
from pbeditor.ui.widgets.listing import size_columns
from pbeditor.ui.widgets.parts import CommandButton


class ProjectsPage(Page):
    """Enter or a double click leads to what the cell shows, on its project's page."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = ProjectTableModel(session, self)
        self._table = QTableView(self)
        self._empty = aside("还没有项目。可以新建一个，也可以从上年的文件导入。")
        self._last_year = CommandButton(actions["last_year"], "导入上年文件")
        layout = column(self)
        layout.addWidget(Heading("预算项目"))
        layout.addWidget(self._empty)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._buttons(actions))
        layout.addStretch(0)
        self._arrange_table()
        self._table.activated.connect(self._open)
        listen(self, session, changed=self._follow, opened=self._follow)
        self._follow()

    def _arrange_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName("全部项目")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + M)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        size_columns(header, [column.width for column in COLUMNS])

    def _buttons(self, actions: Mapping[str, QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(CommandButton(actions["add_project"]))
        row.addWidget(self._last_year)
        row.addStretch(1)
        return row

    def _follow(self, *_: object) -> None:
        has_projects = bool(self._session.document.projects)
        self._table.setVisible(has_projects)
        self._empty.setVisible(not has_projects)
        self._last_year.setVisible(not has_projects)

    def _open(self, index: QModelIndex) -> None:
        self._session.go_to(f"projects/{index.row()}/{COLUMNS[index.column()].path}")
