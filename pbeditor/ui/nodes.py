"""The entries of the project tree, told apart by what stays the same while the document changes."""

from typing import Literal

from msgspec import Struct

from pbeditor.model.document import Document

Kind = Literal["overview", "comparison", "document", "overall", "section", "projects", "project"]


class Node(Struct, frozen=True):
    """One entry. `key` is a project's id or a section's place; the other kinds occur once."""

    kind: Kind
    key: str = ""


OVERVIEW, COMPARISON = Node("overview"), Node("comparison")
DOCUMENT, OVERALL, PROJECTS = Node("document"), Node("overall"), Node("projects")


def node_at(document: Document, path: str) -> Node:
    """The entry whose page shows `path`; the nearest one where the place is gone."""
    part, _, rest = path.partition("/")
    place = rest.partition("/")[0]
    index = int(place) if place.isdecimal() else -1
    if part == "projects":
        return Node("project", document.projects[index].id) if 0 <= index < len(document.projects) else PROJECTS
    if part == "overall":
        return Node("section", place) if 0 <= index < len(document.overall) else OVERALL
    return DOCUMENT
