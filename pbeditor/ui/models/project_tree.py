"""The project tree: what is told of the whole, then the overall targets with their sections, and the projects."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt

from pbeditor.check.problem import SEVERITY_NAMES
from pbeditor.edit.amounts import with_commas
from pbeditor.model.differing import differing
from pbeditor.model.document import Document, Project, Section, Unit
from pbeditor.model.unnamed import UNNAMED_PROJECT, UNNAMED_SECTION
from pbeditor.ui import letters
from pbeditor.ui.icons import icon
from pbeditor.ui.listening import listen
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.roles import DISPLAY, FONT, ICON, NOTHING, SPOKEN, TIP, Index
from pbeditor.ui.models.tree_drops import ROWS, TreeDrops
from pbeditor.ui.models.tree_entries import ENTRIES, KINDS, PROJECT, ROW_OF, SECTION, TOP
from pbeditor.ui.models.tree_marks import TreeMarks
from pbeditor.ui.models.tree_rows import UnitHead, keys_of, rows_of, section_keys, shows_alike
from pbeditor.ui.nodes import DOCUMENT, PROJECTS, Node
from pbeditor.ui.session import Session
from pbeditor.ui.tree_clips import MIME
from pbeditor.ui.widgets.signs import tip


class ProjectTreeModel(QAbstractItemModel):
    """Follows the session's document and announces exact spans; it resets only for another document.

    Marks are not its data: views paint `mark` and repaint on `Session.problems_changed`.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._by_unit = False
        self.folded: set[Unit] = set()  # units whose projects the view hides
        self._drops = TreeDrops(session)
        self._marks = TreeMarks(session)
        self._rows: dict[int, list[Any]] = {}
        self._start(session.document)
        listen(self, session, changed=self._follow, opened=self._reopen)

    @property
    def is_grouped(self) -> bool:
        """Whether the projects stand below their units: wanted, and there are several."""
        return isinstance(next(iter(self._rows[PROJECT]), None), UnitHead)

    def group_by_unit(self, wanted: bool) -> None:
        """Show the projects unit by unit, or in the order of the document."""
        if wanted != self._by_unit:
            self._by_unit = wanted
            self._become_projects(self._session.document)

    def node(self, index: Index) -> Node:
        """The entry at `index`; the document for no index, 预算项目 for the line above a unit's projects."""
        if not index.isValid():
            return DOCUMENT
        if index.internalId() == TOP:
            return ENTRIES[index.row()].node
        if index.internalId() == SECTION:
            return Node("section", str(index.row()))
        row = self._rows[PROJECT][index.row()]
        return PROJECTS if isinstance(row, UnitHead) else Node("project", row.id)

    def index_of(self, node: Node) -> QModelIndex:
        """Where an entry stands; no index for one that is not there."""
        for row, entry in enumerate(ENTRIES):
            if entry.node == node:
                return self.index(row, 0)
        if node.kind == "section":
            return self.index(int(node.key), 0, self.index(ROW_OF[SECTION], 0))
        rows = (row for row, key in enumerate(keys_of(self._rows[PROJECT])) if key == node.key)
        return self.index(next(rows, -1), 0, self.index(ROW_OF[PROJECT], 0))

    def indexes_of(self, ids: Iterable[str]) -> list[QModelIndex]:
        """Where these projects stand, from top to bottom."""
        wanted, parent = frozenset(ids), self.index(ROW_OF[PROJECT], 0)
        return [self.index(row, 0, parent) for row, key in enumerate(keys_of(self._rows[PROJECT])) if key in wanted]

    def project(self, index: Index) -> Project | None:
        """The project at `index`, None for another entry."""
        row = self._rows[PROJECT][index.row()] if index.isValid() and index.internalId() == PROJECT else None
        return row if isinstance(row, Project) else None

    def head(self, index: Index) -> UnitHead | None:
        """The line above a unit's projects at `index`, None for another entry."""
        row = self._rows[PROJECT][index.row()] if index.isValid() and index.internalId() == PROJECT else None
        return row if isinstance(row, UnitHead) else None

    def total(self, head: UnitHead) -> str:
        """The sum of a unit's projects as people read it."""
        return with_commas(head.total, self._session.form.decimals)

    def mark(self, index: Index) -> str:
        """The worst severity of what is wrong there or below, "" for none; of a unit only while it is folded."""
        if head := self.head(index):
            return self._marks.among(head.members) if head.unit in self.folded else ""
        return self._marks.at(self.node(index)) if index.isValid() else ""

    def has_other_marks(self) -> bool:
        """Whether a mark can be another one than when this was last asked."""
        return self._marks.are_others()

    def _start(self, document: Document) -> None:
        rows = rows_of(document.projects, (), grouped=self._by_unit)
        self._rows = {SECTION: list(document.overall), PROJECT: rows}

    def _reopen(self) -> None:
        self.folded.clear()
        self.beginResetModel()
        self._start(self._session.document)
        self.endResetModel()

    def _follow(self, before: Document, after: Document) -> None:
        if after.overall is not before.overall:
            keys = section_keys(before.overall, after.overall)
            become(self, self.index(ROW_OF[SECTION], 0), self._rows[SECTION], after.overall, *keys)
        if after.projects is not before.projects:
            self._become_projects(after)

    def _become_projects(self, document: Document) -> None:
        old = self._rows[PROJECT]
        new = rows_of(document.projects, old, grouped=self._by_unit)
        if len(old) == len(new) and all(shows_alike(old[row], new[row]) for row in differing(old, new)):
            old[:] = new  # as at most keystrokes, which are not in what is shown here
            return
        become(self, self.index(ROW_OF[PROJECT], 0), old, new, keys_of(old), keys_of(new))

    def _text(self, index: Index) -> str:
        if index.internalId() == TOP:
            return ENTRIES[index.row()].text
        item = self._rows[index.internalId()][index.row()]
        if isinstance(item, Section):
            return item.heading or UNNAMED_SECTION
        return str(item.name) or UNNAMED_PROJECT

    def _spoken(self, index: Index) -> str:
        project, mark = self.project(index), self.mark(index)
        parts = [self._text(index), f"有{SEVERITY_NAMES[mark]}" if mark else ""]
        if project:
            parts[1:1] = [project.code, project.budget.total and f"{project.budget.total}{self._money_unit}"]
        return "，".join(filter(None, parts))

    @property
    def _money_unit(self) -> str:
        return self._session.document.money_unit

    def is_own(self, mime: QMimeData) -> bool:
        """Whether what is dragged comes from this tree."""
        return self._drops.is_own(mime)

    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        if not parent.isValid():
            return self.createIndex(row, column, TOP) if not column and 0 <= row < len(ENTRIES) else QModelIndex()
        # Asked a row at a time for all rows: one question to Qt less each time is felt with a thousand projects.
        holds = ENTRIES[parent.row()].holds if parent.internalId() == TOP else 0
        fits = holds and not column and 0 <= row < len(self._rows[holds])
        return self.createIndex(row, column, holds) if fits else QModelIndex()

    def parent(self, index: Index = NOTHING) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(ROW_OF[index.internalId()], 0, TOP)

    def rowCount(self, parent: Index = NOTHING) -> int:
        if not parent.isValid():
            return len(ENTRIES)
        holds = ENTRIES[parent.row()].holds if parent.internalId() == TOP and parent.column() == 0 else 0
        return len(self._rows[holds]) if holds else 0

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == DISPLAY:
            return self._text(index)
        if role == ICON and index.internalId() == TOP:
            return icon(ENTRIES[index.row()].icon)
        if role == FONT and index.internalId() == TOP:
            return letters.bold()
        if role == TIP:
            return tip(self._spoken(index))
        return self._spoken(index) if role == SPOKEN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return item_flags.NONE
        kind, row = index.internalId(), index.row()
        if kind == TOP:
            return item_flags.HOLDER if ENTRIES[row].holds else item_flags.SHOWN
        # A click on a head folds; it is no entry to choose.
        return item_flags.NONE if isinstance(self._rows[kind][row], UnitHead) else item_flags.MOVED

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [ROWS, MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        nodes = [self.node(index) for index in sorted(indexes, key=QModelIndex.row)]
        return self._drops.packed(nodes)  # type: ignore[return-value]  # without data Qt begins no drag

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        kind, gap = self._gap(row, parent)
        return bool(kind) and self._drops.fits(data, action, KINDS[kind], self._rows[kind], gap)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        fits = self.canDropMimeData(data, action, row, column, parent)
        if fits:
            kind, gap = self._gap(row, parent)
            self._drops.drop(data, action, self._rows[kind], gap)
        return fits

    def _gap(self, row: int, parent: Index) -> tuple[int, int]:
        """The node number and place of a drop: on a row means after it; 0 where nothing can be dropped."""
        if parent.isValid() and parent.internalId() == TOP:
            return (ENTRIES[parent.row()].holds, row) if row >= 0 else (0, 0)
        on_section = parent.isValid() and parent.internalId() == SECTION
        return (0, 0) if on_section or not parent.isValid() else (PROJECT, parent.row() + 1)
