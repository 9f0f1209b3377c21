"""Projects of worksheets that a workbook hides: often old copies that nobody sees there.

One decision for every way in: at first they are left out unless the file shows no other project, and this is told.
"""

from msgspec.structs import replace

from pbeditor.model.document import Project
from pbeditor.model.place import owner
from pbeditor.sheet.sheet import Note
from pbeditor.work.opening import Opened

LEFT_OUT = "这个项目来自隐藏的工作表“{}”，可能是旧稿或备份，没有导入"


def taken_at_first(opened: Opened) -> frozenset[str]:
    """The ids of the projects that one sees in the file; of all where it hides every one."""
    ids = frozenset(project.id for project in opened.document.projects)
    return ids.difference(opened.hidden) or ids


def as_seen(opened: Opened) -> Opened:
    """What was read without the projects that the file hides, with a note for each of them; `whole` keeps them."""
    taken = taken_at_first(opened)
    projects = tuple(project for project in opened.document.projects if project.id in taken)
    if len(projects) == len(opened.document.projects):
        return opened
    kept = (note for note in opened.notes if not (project := owner(note.place)) or project in taken)
    told = (Note(f"项目“{one.name}”", "ignored", LEFT_OUT.format(opened.hidden[one.id])) for one in left_out(opened))
    return replace(opened, document=replace(opened.document, projects=projects), notes=(*kept, *told), whole=opened)


def left_out(opened: Opened) -> tuple[Project, ...]:
    """The projects that `as_seen` leaves out, or has left out."""
    whole = opened.whole or opened
    taken = taken_at_first(whole)
    return tuple(project for project in whole.document.projects if project.id not in taken)
