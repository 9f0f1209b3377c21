"""What the tree's commands do to what is selected in it: each one undo step with a name of its own."""

from collections.abc import Collection, Sequence

from pbeditor.edit import projects, sections
from pbeditor.edit.items import shifted
from pbeditor.edit.units import has_room, reorder
from pbeditor.model.document import Document, Project, Section
from pbeditor.ui.nodes import Node
from pbeditor.ui.session import Session

Selection = Sequence[Node]


def add_project(session: Session, selected: Selection) -> None:
    """An empty project below the selected ones, or at the end, with the focus on its name."""
    document = session.document
    at = place_below(document, selected)
    project = projects.new_project(next(session.new_ids()), document, session.form, at)
    session.apply("新建项目", lambda old: projects.insert_projects(old, at, [project]))
    session.go_to(f"projects/{at}/name")


def add_section(session: Session, selected: Selection) -> None:
    """An empty section below the selected one, or at the end; it is called as the form calls the next one missing."""
    overall = session.document.overall
    place = _section(selected)
    at = len(overall) if place is None else place + 1
    present = {section.heading for section in overall}
    heading = next((name for name in session.form.sections if name not in present), "")
    session.apply("新建部分", lambda old: sections.insert_section(old, at, Section(heading)))
    session.go_to(f"overall/{at}/{'text' if heading else 'heading'}")


def can_duplicate(selected: Selection) -> bool:
    """Whether there is a project to copy."""
    return bool(project_ids(selected))


def duplicate(session: Session, selected: Selection) -> None:
    """A copy of the selected projects below the last of them, with the focus on the first copy's name."""
    chosen = project_ids(selected)
    label = f"复制{named(session.document, chosen)}"
    session.apply(label, lambda old: projects.duplicate_projects(old, chosen, session.new_ids()))
    last = max(place for place, project in enumerate(session.document.projects) if project.id in chosen)
    session.go_to(f"projects/{last + 1}/name")


def can_change(selected: Selection) -> bool:
    """Whether what is selected can be deleted or moved."""
    return bool(project_ids(selected)) or _section(selected) is not None


def delete(session: Session, selected: Selection) -> None:
    """Delete the selected projects, or the selected section."""
    chosen, place = project_ids(selected), _section(selected)
    if chosen:
        label = f"删除{named(session.document, chosen)}"
        session.apply(label, lambda old: projects.delete_projects(old, chosen))
    elif place is not None:
        label = f"删除“{session.document.overall[place].heading}”"
        session.apply(label, lambda old: sections.delete_section(old, place))


def can_shift(session: Session, selected: Selection, step: int, *, within_units: bool = False) -> bool:
    """Whether what is selected has room to move up (-1) or down (1), within its unit if wanted."""
    chosen, place = project_ids(selected), _section(selected)
    if chosen:
        return has_room(session.document.projects, chosen, step, within_units=within_units)
    return place is not None and 0 <= place + step < len(session.document.overall)


def shift(session: Session, selected: Selection, step: int, *, within_units: bool = False) -> None:
    """Move the selected projects, or the selected section, one place up (-1) or down (1)."""
    chosen = project_ids(selected)
    what = named(session.document, chosen) if chosen else "部分"
    label = f"{'上移' if step < 0 else '下移'}{what}"
    session.apply(label, lambda document: _shifted(document, selected, step, within_units))


def project_ids(selected: Selection) -> frozenset[str]:
    """The ids of the selected projects."""
    return frozenset(node.key for node in selected if node.kind == "project")


def place_below(document: Document, selected: Selection) -> int:
    """Where new projects go: below the selected ones, or at the end."""
    chosen = project_ids(selected)
    places = [place for place, project in enumerate(document.projects) if project.id in chosen]
    return places[-1] + 1 if places else len(document.projects)


def named(document: Document, ids: Collection[str]) -> str:
    """The projects with these ids for the name of a step, as in `named_each`."""
    return named_each([project for project in document.projects if project.id in ids])


def named_each(chosen: Sequence[Project]) -> str:
    """One project by its name, several by their number, for the name of a step."""
    return f"项目“{chosen[0].name or '未命名'}”" if len(chosen) == 1 else f" {len(chosen)} 个项目"


def _shifted(document: Document, selected: Selection, step: int, within_units: bool) -> Document:
    chosen, place = project_ids(selected), _section(selected)
    if chosen:
        return reorder(document, lambda items: shifted(items, chosen, step), within_units=within_units)
    return document if place is None else sections.shift_section(document, place, step)


def _section(selected: Selection) -> int | None:
    """The selected section, if it alone is selected; sections are edited one at a time."""
    places = [int(node.key) for node in selected if node.kind == "section"]
    return places[0] if len(places) == 1 == len(selected) else None
