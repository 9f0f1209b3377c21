"""总览: what the document adds up to, how far it is, what is wrong with it and what has changed since the last save."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pbeditor.check.checked import Checked
from pbeditor.edit.projects import indicator_count
from pbeditor.edit.units import unit_name
from pbeditor.model.document import Document, Project
from pbeditor.model.steps import Steps, gathered
from pbeditor.ui.gradually import Gradually
from pbeditor.ui.listening import listen
from pbeditor.ui.pages.frame import SidesPage, column
from pbeditor.ui.pages.overview_rows import (
    CHANGE_COLUMNS,
    PROBLEM_COLUMNS,
    PROJECT_COLUMNS,
    UNIT_COLUMNS,
    Standing,
    change_rows,
    problem_rows,
    project_rows,
    standing,
    unit_rows,
)
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, L, M, S
from pbeditor.ui.widgets.bars import paint_part
from pbeditor.ui.widgets.board import Board
from pbeditor.ui.widgets.labels import Heading, aside, plain

SIDE = 300  # px of the right side
WIDE = 900  # px from which the right side stands at the right; below, it stands underneath
CHANGES = 9  # rows shown before they scroll


class OverviewPage(SidesPage):
    """Looks at the document only while it is seen, and then only at what is another object than before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(WIDE, parent)
        self._session = session
        self._title, self._about = Heading(), aside()
        self.units, self.projects = Board("各单位合计", UNIT_COLUMNS), Board("各项目", PROJECT_COLUMNS)
        self.problems = Board("各级问题", PROBLEM_COLUMNS)
        self.changes = Board("上次保存后的修改", CHANGE_COLUMNS, CHANGES)
        self._seen: tuple[Document, Checked, Document | None] | None = None
        self._standings: dict[str, tuple[Project, Standing]] = {}
        self._arrange()
        self._work = Gradually(self)
        listen(self, session, history_changed=self._follow, looked=self._follow)

    def show_key(self, key: str) -> None:
        """Show the document as it is now; a long one in a moment, after the tree."""
        session, seen = self._session, self._seen
        now = session.document, session.checked, session.saved
        if seen and all(old is new for old, new in zip(seen, now, strict=True)):
            self._work.stop()
        else:
            self._work.begin(self._showing(*now))

    def _follow(self) -> None:
        if self.isVisible():
            self.show_key("")

    def _showing(self, document: Document, checked: Checked, saved: Document | None) -> Steps[None]:
        seen, form = self._seen, self._session.form
        is_same_form = seen is not None and seen[0].form == document.form
        if not is_same_form:
            self._standings = {}
        yield from gathered(map(self._standing, document.projects))
        projects = yield from gathered(project_rows(document.projects, checked, self._standing))
        self._title.setText(document.title or "未命名文件")
        self._about.setText(_about(document))
        if not is_same_form or (seen and seen[0].projects is not document.projects):
            self.units.show_rows(tuple(unit_rows(document, form)))
        self.projects.show_rows(projects)
        self.problems.show_rows(tuple(problem_rows(checked)))
        self.changes.show_rows(tuple(change_rows(saved, document, form)))
        self._seen = document, checked, saved

    def _standing(self, project: Project) -> Standing:
        """Worked out anew only for a project that is another object than before."""
        known = self._standings.get(project.id)
        if known is None or known[0] is not project:
            known = self._standings[project.id] = project, standing(project, self._session.form)
        return known[1]

    def _arrange(self) -> None:
        content = QWidget()
        layout = column(content)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        sides = QHBoxLayout()
        sides.setSpacing(XL)
        legend = _Legend(("财政资金", "其他资金", "未分来源"))
        sides.addLayout(_stacked((Heading("合计", 1.1), self.units, Heading("各项目", 1.1), legend, self.projects)), 5)
        right = QWidget()
        right.setMinimumWidth(SIDE)
        side = _stacked((Heading("问题", 1.1), self.problems, Heading("上次保存后的修改", 1.1), self.changes))
        side.setContentsMargins(0, 0, 0, 0)
        right.setLayout(side)
        sides.addWidget(right, 2)
        layout.addLayout(sides)
        layout.addStretch(1)
        self.hold(content, sides)
        for board in (self.units, self.projects, self.problems, self.changes):
            board.wanted.connect(self._session.go_to)
            board.selectionModel().currentChanged.connect(
                lambda index, _, board=board: self._keep_in_sight(board, index)
            )

    def _keep_in_sight(self, board: Board, index: QModelIndex) -> None:
        """The page scrolls in the table's stead."""
        if board.hasFocus() and index.isValid():
            middle = board.viewport().mapTo(self.area.widget(), board.visualRect(index).center())
            self.area.ensureVisible(0, middle.y(), 0, board.rowHeight(index.row()) * 2)


class _Legend(QWidget):
    """What the parts of a bar mean."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        for part, name in enumerate(names):
            layout.addWidget(_Swatch(part))
            layout.addWidget(plain(name))
            layout.addSpacing(L)
        layout.addStretch(1)


class _Swatch(QWidget):
    """A piece of one part of a bar."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part
        self.setFixedSize(QSize(22, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_part(QPainter(self), self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self._part, self.palette())


def _stacked(parts: Sequence[QWidget]) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(M)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return layout


def _about(document: Document) -> str:
    rows = indicator_count(document.projects)
    counts = f"{len(document.projects)} 个项目，{rows} 条绩效指标，金额单位：{document.money_unit or '未填写'}"
    return "　".join(filter(None, (unit_name(document.department), counts)))
