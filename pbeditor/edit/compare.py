"""Two documents that do not share ids: which project of one is which of the other.

Last year's file against this year's, or a Word file sent back against the project file it came from.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from msgspec.structs import replace

from pbeditor.edit.items import HasId
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.text import fold

# Pairs of equal signs; of texts that repeat themselves more only the signs are compared, not their order, for seconds.
_DEAREST = 300_000
T = TypeVar("T", bound=HasId)
Key = Callable[[T], Hashable]

LEAST = 15  # signs of purpose and goals; shorter ones are alike in many projects
ALIKE = 0.6  # share of common text from which two nameless matches count as one project under a new name


def aligned(before: Document, after: Document, *, by_id: bool = False) -> Document:
    """`after` with the ids that `before` has for the same projects and indicators, so that `differences` pairs them.

    `by_id` as in `pair_projects`.
    """
    pairs = pair_projects(before.projects, after.projects, by_id=by_id)
    renamed = tuple(_renamed(project, pairs.get(project.id), by_id=by_id) for project in after.projects)
    return replace(after, projects=renamed)


def pair_projects(before: Sequence[Project], after: Sequence[Project], *, by_id: bool = False) -> dict[str, Project]:
    """The earlier project of each later one's id: matched by code, then name, then content.

    `by_id`: the documents come from one another, so that the same id means the same project and goes first.
    """
    keys: tuple[Key[Project], ...] = (lambda p: fold(p.code), lambda p: fold(p.name), _content)
    pairs = pair(before, after, (_id_of, *keys) if by_id else keys)
    taken = {project.id for project in pairs.values()}
    left = {project.id: project for project in before if project.id not in taken}
    for project in after:
        if project.id not in pairs and (old := _likest(project, left.values())):
            pairs[project.id] = left.pop(old.id)
    return pairs


def pair(before: Iterable[T], after: Iterable[T], keys: Iterable[Key[T]]) -> dict[str, T]:
    """Items paired by one key after the other; a blank key matches nothing, equal keys match in order."""
    pairs: dict[str, T] = {}
    left, open_items = list(before), list(after)
    for key in keys:
        found: dict[Hashable, list[T]] = {}
        for item in left:
            found.setdefault(key(item), []).append(item)
        for item in open_items:
            same = found.get(key(item), ()) if key(item) else ()
            if same:
                pairs[item.id] = same.pop(0)
        taken = {item.id for item in pairs.values()}
        left = [item for item in left if item.id not in taken]
        open_items = [item for item in open_items if item.id not in pairs]
    return pairs


def pair_indicators(
    before: Sequence[Indicator], after: Sequence[Indicator], *, by_id: bool = False
) -> dict[str, Indicator]:
    """The earlier indicator of each later one's id: matched by category and name, then by name, then by meaning."""
    keys: tuple[Key[Indicator], ...] = (_place_and_name, lambda row: fold(row.name), lambda row: fold(row.description))
    return pair(before, after, (_id_of, *keys) if by_id else keys)


def _place_and_name(row: Indicator) -> Hashable:
    return row.name and (fold(row.level1), fold(row.level2), fold(row.name))


def _id_of(item: HasId) -> Hashable:
    return item.id


def _renamed(project: Project, old: Project | None, *, by_id: bool) -> Project:
    pairs = pair_indicators(old.indicators, project.indicators, by_id=by_id) if old else {}
    rows = tuple(replace(row, id=_id(row, pairs.get(row.id))) for row in project.indicators)
    return replace(project, id=_id(project, old), indicators=rows)


def _id(item: HasId, old: HasId | None) -> str:
    """The earlier id; what is new keeps its own, marked so that it cannot meet an earlier one."""
    return old.id if old else f"+{item.id}"


def _likest(project: Project, others: Iterable[Project]) -> Project | None:
    """The project whose purpose and goals are most alike, if they are alike enough."""
    text = project.purpose + project.goals
    matcher, counts = SequenceMatcher(b=text, autojunk=False), Counter(text)
    best, likeness = None, ALIKE
    for other in others:
        text = other.purpose + other.goals
        matcher.set_seq1(text)
        if matcher.real_quick_ratio() < likeness or (quick := matcher.quick_ratio()) < likeness:
            continue
        is_dear = sum(counts[sign] for sign in text) > _DEAREST
        if (ratio := quick if is_dear else matcher.ratio()) >= likeness:
            best, likeness = other, ratio
    return best if _content(project) else None


def _content(project: Project) -> str:
    """Purpose and goals; nothing where they are too short to tell one project from another."""
    text = project.purpose + project.goals
    return text if len(text) >= LEAST else ""
