"""What may be dragged in the project tree, and where it may be dropped."""

from collections.abc import Sequence
from typing import Literal
from uuid import uuid4

import msgspec
from msgspec import Struct
from PySide6.QtCore import QMimeData, Qt

from pbeditor.edit.items import place_of
from pbeditor.model.document import Project, Unit
from pbeditor.ui.models.tree_rows import Row, UnitHead
from pbeditor.ui.nodes import Node
from pbeditor.ui.session import Session
from pbeditor.ui.tree_clips import MIME, clip, clipped, insert
from pbeditor.ui.tree_edits import project_ids
from pbeditor.ui.tree_moves import put_projects, put_sections

ROWS = "application/x-pbeditor-tree-rows"  # what is dragged, told to the tree that it comes from
Kind = Literal["section", "project"]
MOVE = Qt.DropAction.MoveAction


class Load(Struct, frozen=True):
    """What is under the mouse: ids of projects or places of sections of the tree called `origin`."""

    origin: str
    kind: Kind
    keys: tuple[str, ...]


class TreeDrops:
    """Carries rows off and takes them in; rows of another window come as copies."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._origin = uuid4().hex

    def packed(self, nodes: Sequence[Node]) -> QMimeData | None:
        """What to drag: projects or sections, None for a mixture."""
        kinds = {node.kind for node in nodes}
        if kinds == {"project"}:
            mime = clip(self._session.document, project_ids(nodes))
        elif kinds == {"section"}:
            mime = QMimeData()
        else:
            return None
        kind: Kind = "project" if kinds == {"project"} else "section"
        load = Load(self._origin, kind, tuple(node.key for node in nodes))
        mime.setData(ROWS, msgspec.json.encode(load))
        return mime

    def is_own(self, mime: QMimeData) -> bool:
        """Whether it comes from this very tree."""
        return self._load(mime) is not None

    def fits(self, mime: QMimeData, action: Qt.DropAction, kind: str, rows: Sequence[Row], gap: int) -> bool:
        """Whether `mime` may go in front of `rows[gap]`, which are of `kind`."""
        load = self._load(mime)
        if load is None:
            return kind == "project" and mime.hasFormat(MIME)
        if load.kind != kind or (kind == "section" and action != MOVE):
            return False
        if kind == "section" or action != MOVE or not any(isinstance(row, UnitHead) for row in rows):
            return True
        units = {project.unit for project in self._session.document.projects if project.id in load.keys}
        return len(units) == 1 and units <= set(_beside(rows, gap))

    def drop(self, mime: QMimeData, action: Qt.DropAction, rows: Sequence[Row], gap: int) -> None:
        """Put what is dragged in front of `rows[gap]`; it must fit."""
        load = self._load(mime)
        self._session.commit_requested.emit()
        if load and load.kind == "section":
            put_sections(self._session, map(int, load.keys), gap)
        elif load and action == MOVE:
            grouped = any(isinstance(row, UnitHead) for row in rows)
            put_projects(self._session, load.keys, _before(rows, gap), within_units=grouped)
        else:
            insert(self._session, self._place(rows, gap), clipped(mime, self._session), "复制" if load else "拖入")

    def _load(self, mime: QMimeData) -> Load | None:
        if not mime.hasFormat(ROWS):
            return None
        try:
            load = msgspec.json.decode(bytes(mime.data(ROWS).data()), type=Load)
        except msgspec.DecodeError:
            return None
        return load if load.origin == self._origin else None

    def _place(self, rows: Sequence[Row], gap: int) -> int:
        """The place in the document in front of `rows[gap]`, or after the project above it."""
        projects = self._session.document.projects
        if gap < len(rows) and isinstance(below := rows[gap], Project):
            return _index(projects, below)
        return _index(projects, rows[gap - 1]) + 1 if gap else 0


def _index(projects: Sequence[Project], row: Row) -> int:
    wanted = row.members[-1] if isinstance(row, UnitHead) else row
    return place_of(projects, wanted.id)


def _before(rows: Sequence[Row], gap: int) -> str:
    row = rows[gap] if gap < len(rows) else None
    return row.id if isinstance(row, Project) else ""


def _beside(rows: Sequence[Row], gap: int) -> tuple[Unit, ...]:
    """The units whose group `gap` lies in or ends."""
    above = (rows[gap - 1].unit,) if gap else ()
    below = rows[gap] if gap < len(rows) else None
    return (*above, below.unit) if isinstance(below, Project) else above
