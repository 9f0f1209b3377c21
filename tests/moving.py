"""Other orders of the projects of a document, for what must follow a project wherever it goes."""

from collections.abc import Callable, Iterable

from pbeditor.edit.items import moved, shifted
from pbeditor.edit.units import reorder
from pbeditor.model.document import Document, Project


def move_projects(document: Document, ids: Iterable[str], before: int) -> Document:
    """The document with the projects called `ids` in front of the project now at `before`."""
    return reorder(document, lambda projects: moved(projects, ids, before))


def shift_projects(document: Document, ids: Iterable[str], step: int) -> Document:
    """The document with the projects called `ids` one place up (-1) or down (1)."""
    return reorder(document, lambda projects: shifted(projects, ids, step))


def sort_projects(document: Document, key: Callable[[Project], str]) -> Document:
    """The document with its projects in the order of `key`; equal ones keep their order."""
    return reorder(document, lambda projects: tuple(sorted(projects, key=key)))
