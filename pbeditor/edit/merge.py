"""合并: what colleagues filled in, taken into one document, field by field where both have something.

What is taken is a set of pairs: the number of an item, and the field of it, "" for what is new altogether.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.compare import aligned, pair_indicators, pair_projects
from pbeditor.edit.units import Projects, by_unit, unit_name
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Unit
from pbeditor.model.target import shown
from pbeditor.model.text import fold

Kind = Literal["new", "same", "conflict"]
Taken = Collection[tuple[int, str]]
FIELDS = ("unit", "code", "name", "budget", "purpose", "plan", "goals", "indicators")
NEW = ""


class Item(Struct, frozen=True):
    """One project or section of another document beside mine; `fields` are those that differ.

    `source` is the number of the other document. `again`: an earlier one of them has the same new thing already.
    """

    source: int
    kind: Kind
    mine: Project | Section | None
    theirs: Project | Section
    fields: tuple[str, ...] = ()
    again: bool = False

    @property
    def name(self) -> str:
        """What a person calls it."""
        return _name(self.theirs) or (_name(self.mine) if self.mine else "") or "未命名"


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
    blanks = {(n, field) for (_, field), n in first.items() if _is_blank(items[n], field)}
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


def merged(document: Document, items: Sequence[Item], taken: Taken, ids: Iterator[str]) -> Document:
    """The document with what is taken; new projects follow those of their unit. Ids stay unique."""
    fresh, places = _Fresh(document, ids), {id(section): place for place, section in enumerate(document.overall)}
    projects, new = list(document.projects), []
    at = {project.id: place for place, project in enumerate(projects)}
    for item, fields in _chosen(items, taken):
        match item.mine, item.theirs:
            case (Section() | None as mine, Section() as theirs):
                document = _with_section(document, places.get(id(mine)), theirs)
            case (Project() as mine, Project() as theirs) if mine.id in at:
                projects[at[mine.id]] = _with_fields(projects[at[mine.id]], mine, theirs, fields, fresh)
            case (None, Project() as theirs):
                new.append(replace(theirs, id=fresh.id(theirs.id), indicators=fresh.rows(theirs.indicators)))
    after = _with_new(tuple(projects), tuple(new))
    return document if after == document.projects else replace(document, projects=after)


def with_projects(document: Document, projects: Projects, ids: Iterator[str]) -> Document:
    """The document with these projects as new ones, each behind those of its unit."""
    items = [Item(0, "new", None, project) for project in projects]
    return merged(document, items, likely(items), ids)


def texts_of(item: Item, field: str) -> tuple[str, str]:
    """My side and theirs of a field, in words."""
    return (_text(item.mine, field) if item.mine else "", _text(item.theirs, field))


def _chosen(items: Sequence[Item], taken: Taken) -> Iterator[tuple[Item, set[str]]]:
    """The items of which something is taken, in their order, with the fields."""
    fields: dict[int, set[str]] = {}
    for number, field in taken:
        fields.setdefault(number, set()).add(field)
    return ((items[number], fields[number]) for number in sorted(fields))


def _sections(document: Document, other: Document, source: int, new: Sequence[Item]) -> Iterator[Item]:
    """By heading; of several with one heading the first is the first."""
    known = {fold(item.theirs.heading) for item in new if isinstance(item.theirs, Section)}
    mine: dict[str, list[Section]] = {}
    for section in document.overall:
        mine.setdefault(fold(section.heading), []).append(section)
    for section in other.overall:
        found = mine.get(fold(section.heading), [])
        old = found.pop(0) if found else None
        fields = ("text",) if old and section.text and section.text != old.text else ()
        if old is not None:
            yield Item(source, "conflict" if fields else "same", old, section, fields)
        elif section.text:
            yield Item(source, "new", None, section, again=fold(section.heading) in known)


def _projects(document: Document, other: Document, source: int, new: Sequence[Item]) -> Iterator[Item]:
    """The others' projects get the ids of mine that they are, so that their indicators can be compared."""
    pairs = pair_projects(document.projects, other.projects, by_id=True)
    before = [item.theirs for item in new if isinstance(item.theirs, Project)]
    known = pair_projects(before, other.projects, by_id=True)
    same_ids = aligned(document, other, by_id=True)
    for project, renamed in zip(other.projects, same_ids.projects, strict=True):
        mine = pairs.get(project.id)
        if mine is None:
            yield Item(source, "new", None, project, again=project.id in known)
        else:
            fields = tuple(field for field in FIELDS if not _is_same(mine, renamed, field))
            yield Item(source, "conflict" if fields else "same", mine, project, fields)


def _is_same(mine: Project, theirs: Project, field: str) -> bool:
    """Plans that differ only in blank periods at the end are the same."""
    old, new = getattr(mine, field), getattr(theirs, field)
    if field == "plan":
        return tuple(_without_blanks(old)) == tuple(_without_blanks(new))
    return bool(old == new)


def _without_blanks(plan: tuple[str, ...]) -> tuple[str, ...]:
    while plan and not plan[-1]:
        plan = plan[:-1]
    return plan


def _is_blank(item: Item, field: str) -> bool:
    value = getattr(item.mine, field) if item.mine else ""
    return value in ("", (), Budget(), Unit("", "")) or (isinstance(value, tuple) and not any(value))


def _with_section(document: Document, place: int | None, theirs: Section) -> Document:
    """With their text at `place`, or their part at the end."""
    if place is None:
        return replace(document, overall=(*document.overall, theirs))
    mine = document.overall[place]
    overall = (*document.overall[:place], replace(mine, text=theirs.text), *document.overall[place + 1 :])
    return replace(document, overall=overall)


def _with_fields(present: Project, mine: Project, theirs: Project, fields: Collection[str], fresh: "_Fresh") -> Project:
    """`present`, which is `mine` with what another document had before, with these fields of theirs."""
    values = {field: getattr(theirs, field) for field in fields}
    if "indicators" in values:
        values["indicators"] = fresh.rows(theirs.indicators, mine.indicators)
    return replace(present, **values)


def _with_new(projects: Projects, new: Projects) -> Projects:
    """New projects behind the last of their unit; those of other units at the end."""
    waiting, last = by_unit(new), {project.unit: place for place, project in enumerate(projects)}
    placed: list[Project] = []
    for place, project in enumerate(projects):
        placed.append(project)
        if last[project.unit] == place:
            placed += waiting.pop(project.unit, ())
    return (*placed, *chain.from_iterable(waiting.values()))


class _Fresh:
    """Ids that nothing in the document has yet."""

    def __init__(self, document: Document, ids: Iterator[str]) -> None:
        self._ids = ids
        self._used = {project.id for project in document.projects}
        self._used |= {row.id for project in document.projects for row in project.indicators}

    def id(self, wanted: str) -> str:
        """`wanted` if it is free, else another."""
        while not wanted or wanted in self._used:
            wanted = next(self._ids)
        self._used.add(wanted)
        return wanted

    def rows(self, rows: Sequence[Indicator], mine: Sequence[Indicator] = ()) -> tuple[Indicator, ...]:
        """The rows; those that `mine` has too keep my ids."""
        pairs = pair_indicators(mine, rows, by_id=True)
        return tuple(replace(row, id=pairs[row.id].id if row.id in pairs else self.id(row.id)) for row in rows)


def _name(part: Project | Section) -> str:
    return part.heading if isinstance(part, Section) else part.name or part.code


def _text(part: Project | Section, field: str) -> str:
    if isinstance(part, Section):
        return part.text
    if field == "indicators" or not field:
        rows = "\n".join(_row(row) for row in part.indicators)
        return rows if field else "\n".join(filter(None, (_amounts(part.budget), part.purpose, part.goals, rows)))
    value = getattr(part, field)
    if isinstance(value, Unit):
        return f"{value.code} {value.name}".strip()
    if isinstance(value, Budget):
        return _amounts(value)
    return "、".join(text or "空" for text in value) if isinstance(value, tuple) else str(value)


def _amounts(budget: Budget) -> str:
    return " / ".join(text or "空" for text in (budget.total, budget.fiscal, budget.other))


def _row(row: Indicator) -> str:
    head = f"{row.level1}·{row.level2} {row.name}：{shown(row.target)}"
    return "；".join(filter(None, (head, row.description, row.basis)))
