"""Edits of the list of projects. New ids come in as arguments; each must be new to the document."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from pbeditor.edit.items import inserted, place_of, without
from pbeditor.model.document import Document, Indicator, Project, Unit
from pbeditor.model.form import Form


def new_project(project_id: str, document: Document, form: Form, at: int) -> Project:
    """An empty project to stand at this place, with a blank for each period of the plan.

    It is of the unit that the project above it is of, or else of the document's department.
    """
    near = document.projects[max(at - 1, 0) :][:1]
    unit = near[0].unit if near and near[0].unit != Unit() else document.department
    return Project(project_id, unit=unit, plan=("",) * len(form.periods))


def insert_projects(document: Document, index: int, projects: Iterable[Project]) -> Document:
    """The document with `projects` in front of the project now at `index`."""
    return replace(document, projects=inserted(document.projects, index, projects))


def delete_projects(document: Document, ids: Iterable[str]) -> Document:
    """The document without the projects called `ids`."""
    return replace(document, projects=without(document.projects, ids))


def copied(project: Project, ids: Iterator[str]) -> Project:
    """The same project under new ids, one from `ids` for it and one for each indicator."""
    return replace(project, id=next(ids), indicators=tuple(replace(row, id=next(ids)) for row in project.indicators))


def duplicate_projects(document: Document, chosen: Iterable[str], ids: Iterator[str]) -> Document:
    """The document with a copy of each chosen project after the last of them."""
    wanted = frozenset(chosen)
    places = [index for index, project in enumerate(document.projects) if project.id in wanted]
    if not places:
        return document
    copies = [copied(document.projects[index], ids) for index in places]
    return insert_projects(document, places[-1] + 1, copies)


def change_project(document: Document, project_id: str, change: Callable[[Project], Project]) -> Document:
    """The document with `change` made to one project; the same object when that changes nothing."""
    index = index_of(document, project_id)
    old = document.projects[index]
    new = change(old)
    if new is old:
        return document
    return replace(document, projects=(*document.projects[:index], new, *document.projects[index + 1 :]))


def index_of(document: Document, project_id: str) -> int:
    """The place of a project from 0. LookupError where there is none."""
    return place_of(document.projects, project_id)


def indicator_count(projects: Iterable[Project]) -> int:
    """How many indicators they have together."""
    return sum(len(project.indicators) for project in projects)


def rows_of(document: Document) -> Iterator[Indicator]:
    """Every indicator of every project, in reading order."""
    for project in document.projects:
        yield from project.indicators
