"""Projects by unit: a document may hold several units, whose projects need not stand together."""

from collections.abc import Callable, Collection

from msgspec.structs import replace

from pbeditor.edit.items import can_shift
from pbeditor.model.document import Document, Project, Unit

Projects = tuple[Project, ...]


def by_unit(projects: Projects) -> dict[Unit, Projects]:
    """The projects of each unit; the units in the order in which they first occur."""
    found: dict[Unit, list[Project]] = {}
    for project in projects:
        found.setdefault(project.unit, []).append(project)
    return {unit: tuple(members) for unit, members in found.items()}


def unit_name(unit: Unit) -> str:
    """Code and name, as far as there are any."""
    return f"{unit.code} {unit.name}".strip()


def has_room(projects: Projects, chosen: Collection[str], step: int, *, within_units: bool = False) -> bool:
    """Whether the chosen projects can go one place up (step -1) or down (step 1)."""
    if not within_units:
        return can_shift(projects, chosen, step)
    wanted = {project.unit for project in projects if project.id in chosen}
    return any(can_shift(members, chosen, step) for unit, members in by_unit(projects).items() if unit in wanted)


def reorder(document: Document, change: Callable[[Projects], Projects], *, within_units: bool = False) -> Document:
    """The document with its projects in another order; `within_units` each unit keeps its places in the document."""
    if not within_units:
        projects = change(document.projects)
    else:
        queues = {unit: iter(change(members)) for unit, members in by_unit(document.projects).items()}
        projects = tuple(next(queues[project.unit]) for project in document.projects)
    same = all(old is new for old, new in zip(document.projects, projects, strict=True))
    return document if same else replace(document, projects=projects)
