"""Pieces of texts, such as last year's years, and putting others in their places."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.place import get_in, put_in
from pbeditor.model.document import Document, Project
from pbeditor.model.place import owner, present_path


class Change(Struct, frozen=True):
    """A piece of a text of last year's document, and what to put there; `after` "" only marks it.

    `place` is its lasting place with ids, `start` where `before` begins in the text there. `kind` is one of those of
    `model.years`. `likely` ones are made if nobody objects; the others are merely possible. `line` is the sentence
    around it and `line_start` where `before` begins in that.
    """

    place: str
    start: int
    before: str
    after: str
    kind: str
    line: str
    line_start: int = 0
    likely: bool = False

    @property
    def project(self) -> str:
        """The id of the project that it is in, "" for one of the overall part."""
        return owner(self.place)

    @property
    def is_marked(self) -> bool:
        """Whether it is shown only and never changed."""
        return not self.after


def apply_changes(document: Document, changes: Iterable[Change]) -> Document:
    """The document with the changes made, all of them reckoned from the text as it stands.

    One whose text is another by now, whose place is gone, that is only marked or that overlaps one before is left out.
    """
    wanted = sorted({one for one in changes if not one.is_marked}, key=lambda one: (one.place, one.start))
    by_owner: dict[str, list[Change]] = {}
    for change in wanted:
        by_owner.setdefault(change.project, []).append(change)
    overall = by_owner.pop("", None)
    if overall:
        document = _changed(document, overall, "")
    if not by_owner:
        return document
    return replace(document, projects=tuple(_in_project(project, by_owner) for project in document.projects))


def _in_project(project: Project, by_owner: dict[str, list[Change]]) -> Project:
    changes = by_owner.get(project.id)
    return _changed(project, changes, f"projects/{project.id}/") if changes else project


def _changed(part: Any, changes: list[Change], prefix: str) -> Any:
    for place, group in groupby(changes, key=lambda one: one.place.removeprefix(prefix)):
        try:
            path = present_path(part, place)
        except LookupError:  # the row is gone
            continue
        old = str(get_in(part, path))
        new = _changed_text(old, group)
        part = put_in(part, path, new) if new != old else part  # a place beyond the end would become one
    return part


def _changed_text(text: str, changes: Iterable[Change]) -> str:
    """A text with the changes of its place made, from first to last."""
    parts, done = [], 0
    for change in changes:
        end = change.start + len(change.before)
        if change.start >= done and text[change.start : end] == change.before:
            parts += [text[done : change.start], change.after]
            done = end
    return "".join(parts) + text[done:]
