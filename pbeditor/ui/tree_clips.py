"""Projects on the clipboard and under the mouse: as a project file for other windows, as a table for other programs."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QMimeData

from pbeditor.edit import projects
from pbeditor.edit.money_units import in_money_unit
from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document, Project
from pbeditor.model.errors import UnreadableError
from pbeditor.store.project_file import decode, encode
from pbeditor.ui.session import Session
from pbeditor.ui.tree_edits import Selection, named, named_each, project_ids

MIME = "application/x-pbeditor-projects+json"
HEADS = ("项目编码", "项目名称", "预算数", "财政资金", "其他资金")


def clip(document: Document, ids: Iterable[str]) -> QMimeData:
    """The chosen projects in reading order, as a project file that holds nothing else, and as tab separated text."""
    wanted = frozenset(ids)
    chosen = tuple(project for project in document.projects if project.id in wanted)
    bare = replace(document, overall=(), projects=chosen, muted=(), confirmed=(), last_year=None)
    mime = QMimeData()
    mime.setData(MIME, encode(bare))
    rows = [HEADS, *((each.code, each.name, *_amounts(each)) for each in chosen)]
    mime.setText("".join("\t".join(row) + "\n" for row in rows))
    return mime


def clipped(mime: QMimeData | None, session: Session) -> tuple[Project, ...]:
    """The projects in `mime`, with the ids they had, in the form and the money unit of the open document.

    None where it holds something else or is damaged.
    """
    if mime is None or not mime.hasFormat(MIME):
        return ()
    try:
        document = decode(bytes(mime.data(MIME).data()), "剪贴板")
        return in_money_unit(in_form(document, session.form), session.document.money_unit).projects
    except UnreadableError:
        return ()


def insert(session: Session, at: int, found: Iterable[Project], label: str = "粘贴") -> None:
    """Put copies of `found` under new ids in front of the project now at `at`, as one step, and show the first."""
    copies = [projects.copied(project, session.new_ids()) for project in found]
    if copies:
        session.apply(f"{label}{named_each(copies)}", lambda document: projects.insert_projects(document, at, copies))
        session.go_to(f"projects/{at}")


def cut(session: Session, selected: Selection) -> None:
    """Take the selected projects away, as one step; their clip has been made."""
    chosen = project_ids(selected)
    session.apply(f"剪切{named(session.document, chosen)}", lambda document: projects.delete_projects(document, chosen))


def _amounts(project: Project) -> tuple[str, str, str]:
    return project.budget.total, project.budget.fiscal, project.budget.other
