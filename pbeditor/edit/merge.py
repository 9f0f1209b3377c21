"""合并: what is taken of colleagues' documents comes into mine, field by field where both have something."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from pbeditor.edit.compare import pair_indicators
from pbeditor.edit.merge_confirmed import brought, with_confirmed
from pbeditor.edit.merge_items import Item, Taken, likely
from pbeditor.edit.units import Projects, by_unit
from pbeditor.model.document import Confirmed, Document, Indicator, Project, Section


def merged(document: Document, items: Sequence[Item], taken: Taken, ids: Iterator[str]) -> Document:
    """The document with what is taken; new projects follow those of their unit. Ids stay unique.

    What is for a project or a part that has gone, or for a part that reads otherwise by now, is passed over. What their
    authors have marked 已核实 comes along with it; rules that they have muted go on speaking about mine.
    """
    fresh, places = _Fresh(document, ids), {id(section): place for place, section in enumerate(document.overall)}
    projects, new = list(document.projects), []
    confirmed: list[Confirmed] = []
    at = {project.id: place for place, project in enumerate(projects)}
    for item, fields in _chosen(items, taken):
        match item.mine, item.theirs:
            case (Section() as mine, Section() as theirs) if id(mine) in places:
                document = _with_text(document, places[id(mine)], theirs.text)
                confirmed += brought(item.confirmed, fields, f"overall/{places[id(mine)]}", {})
            case (None, Section() as theirs):
                confirmed += brought(item.confirmed, fields, f"overall/{len(document.overall)}", {})
                document = replace(document, overall=(*document.overall, theirs))
            case (Project() as mine, Project() as theirs) if mine.id in at:
                after = projects[at[mine.id]] = _with_fields(projects[at[mine.id]], mine, theirs, fields, fresh)
                confirmed += brought(item.confirmed, fields, f"projects/{mine.id}", _renamed(theirs, after))
            case (None, Project() as theirs):
                new.append(replace(theirs, id=fresh.id(theirs.id), indicators=fresh.rows(theirs.indicators)))
                confirmed += brought(item.confirmed, fields, f"projects/{new[-1].id}", _renamed(theirs, new[-1]))
    every = _with_new(tuple(projects), tuple(new))
    return with_confirmed(document if every == document.projects else replace(document, projects=every), confirmed)


def with_projects(document: Document, projects: Projects, ids: Iterator[str]) -> Document:
    """The document with these projects as new ones, each behind those of its unit."""
    items = [Item(0, "new", None, project) for project in projects]
    return merged(document, items, likely(items), ids)


def _chosen(items: Sequence[Item], taken: Taken) -> Iterator[tuple[Item, set[str]]]:
    """The items of which something is taken, in their order, with the fields."""
    fields: dict[int, set[str]] = {}
    for number, field in taken:
        fields.setdefault(number, set()).add(field)
    return ((items[number], fields[number]) for number in sorted(fields))


def _with_text(document: Document, place: int, text: str) -> Document:
    mine = replace(document.overall[place], text=text)
    return replace(document, overall=(*document.overall[:place], mine, *document.overall[place + 1 :]))


def _with_fields(present: Project, mine: Project, theirs: Project, fields: Collection[str], fresh: "_Fresh") -> Project:
    """`present`, which is `mine` with what another document had before, with these fields of theirs."""
    values = {field: getattr(theirs, field) for field in fields}
    if "indicators" in values:
        values["indicators"] = fresh.rows(theirs.indicators, mine.indicators)
    return replace(present, **values)


def _renamed(theirs: Project, taken: Project) -> dict[str, str]:
    """The ids that their indicators have where these were taken."""
    return {row.id: own.id for row, own in zip(theirs.indicators, taken.indicators, strict=False)}


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
