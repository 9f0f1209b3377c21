"""合并: what colleagues' documents have beside mine, and what of it is proposed.

What is taken is a set of pairs: the number of an item, and the field of it, "" for what is new altogether.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from pbeditor.edit.compare import aligned, pair_projects
from pbeditor.edit.merge_confirmed import NEW, by_part
from pbeditor.edit.units import unit_name
from pbeditor.model.document import Budget, Confirmed, Document, Project, Section, Unit
from pbeditor.model.text import fold
from pbeditor.model.unnamed import UNNAMED_PROJECT, UNNAMED_SECTION

Kind = Literal["new", "same", "conflict"]
Taken = Collection[tuple[int, str]]
FIELDS = ("unit", "code", "name", "budget", "purpose", "plan", "goals", "indicators")


class Item(Struct, frozen=True):
    """One project or section of another document beside mine; `fields` are those in which it has something else.

    What they left blank takes nothing of mine away. `source` is the number of the other document. `again`: an earlier
    one of them has the same new thing already. `confirmed` is what they marked 已核实 of it, by places in it.
    """

    source: int
    kind: Kind
    mine: Project | Section | None
    theirs: Project | Section
    fields: tuple[str, ...] = ()
    again: bool = False
    confirmed: tuple[Confirmed, ...] = ()

    @property
    def name(self) -> str:
        """What a person calls it."""
        unnamed = UNNAMED_SECTION if isinstance(self.theirs, Section) else UNNAMED_PROJECT
        return _name(self.theirs) or (_name(self.mine) if self.mine else "") or unnamed


def strangeness(mine: Document, theirs: Document) -> str:
    """The year and the department of the other document where they are not mine, "" where they are.

    A unit of my department, whose code begins with mine, is no stranger.
    """
    codes = mine.department.code, theirs.department.code
    is_akin = not all(codes) or codes[0].startswith(codes[1]) or codes[1].startswith(codes[0])
    is_same_year = theirs.year in (0, mine.year)
    year = "" if is_same_year else f"{theirs.year}年"
    return "、".join(filter(None, (year, "" if is_akin else unit_name(theirs.department))))


def plan_of(document: Document, others: Sequence[Document]) -> tuple[Item, ...]:
    """Everything the other documents have, in their order: the parts of each and then its projects."""
    items: list[Item] = []
    for source, other in enumerate(others):
        new = [item for item in items if item.kind == "new"]
        items += _sections(document, other, source, new)
        items += _projects(document, other, source, new)
    return tuple(items)


def likely(items: Sequence[Item], without: Collection[int] = ()) -> frozenset[tuple[int, str]]:
    """What nobody would object to: what is new, and what fills a blank of mine, that of the first who fills it.

    Nothing of the sources `without`.
    """
    first = dict(reversed([*_fields(items, without)]))
    blanks = {(n, field) for (_, field), n in first.items() if _is_blank(getattr(items[n].mine, field, ""))}
    return frozenset(_new(items, without) | blanks)


def everything(items: Sequence[Item], without: Collection[int] = ()) -> frozenset[tuple[int, str]]:
    """All that the others have: their side of every conflict too, that of the last where several differ from mine."""
    last = dict(_fields(items, without))
    return frozenset(_new(items, without) | {(n, field) for (_, field), n in last.items()})


def _new(items: Sequence[Item], without: Collection[int]) -> set[tuple[int, str]]:
    wanted = ((n, item) for n, item in enumerate(items) if item.source not in without)
    return {(n, NEW) for n, item in wanted if item.kind == "new" and not item.again}


def _fields(items: Sequence[Item], without: Collection[int]) -> Iterator[tuple[tuple[int, str], int]]:
    """Each place of mine that differs, and the number of the item that has something for it."""
    wanted = ((n, item) for n, item in enumerate(items) if item.source not in without)
    return (((id(item.mine), field), number) for number, item in wanted for field in item.fields)


def _sections(document: Document, other: Document, source: int, new: Sequence[Item]) -> Iterator[Item]:
    """By heading; of several with one heading the first is the first."""
    known = {fold(item.theirs.heading) for item in new if isinstance(item.theirs, Section)}
    mine: dict[str, list[Section]] = {}
    for section in document.overall:
        mine.setdefault(fold(section.heading), []).append(section)
    confirmed = by_part(other)
    for place, section in enumerate(other.overall):
        about = confirmed.get(f"overall/{place}", ())
        found = mine.get(fold(section.heading), [])
        old = found.pop(0) if found else None
        fields = ("text",) if old and section.text and section.text != old.text else ()
        if old is not None:
            yield Item(source, "conflict" if fields else "same", old, section, fields, confirmed=about)
        elif section.text:
            yield Item(source, "new", None, section, (), fold(section.heading) in known, about)


def _projects(document: Document, other: Document, source: int, new: Sequence[Item]) -> Iterator[Item]:
    """The others' projects get the ids of mine that they are, so that their indicators can be compared."""
    pairs = pair_projects(document.projects, other.projects, by_id=True)
    before = [item.theirs for item in new if isinstance(item.theirs, Project)]
    known = pair_projects(before, other.projects, by_id=True)
    same_ids, confirmed = aligned(document, other, by_id=True), by_part(other)
    for project, renamed in zip(other.projects, same_ids.projects, strict=True):
        mine, about = pairs.get(project.id), confirmed.get(f"projects/{project.id}", ())
        if mine is None:
            yield Item(source, "new", None, project, (), project.id in known, about)
        else:
            fields = tuple(field for field in FIELDS if _has_other(mine, renamed, field))
            yield Item(source, "conflict" if fields else "same", mine, project, fields, confirmed=about)


def _has_other(mine: Project, theirs: Project, field: str) -> bool:
    """Whether theirs has something that mine has not; a plan has not more by blank periods at its end."""
    old, new = getattr(mine, field), getattr(theirs, field)
    if field == "plan":
        old, new = _without_blanks(old), _without_blanks(new)
    return bool(old != new) and not _is_blank(new)


def _without_blanks(plan: tuple[str, ...]) -> tuple[str, ...]:
    while plan and not plan[-1]:
        plan = plan[:-1]
    return plan


def _is_blank(value: object) -> bool:
    return value in ("", (), Budget(), Unit("", "")) or (isinstance(value, tuple) and not any(value))


def _name(part: Project | Section) -> str:
    return part.heading if isinstance(part, Section) else part.name or part.code
