"""合并: what a colleague has marked 已核实 comes along with the text that it was given for, and with no other."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from pbeditor.model.document import Confirmed, Document

NEW = ""  # the field of what is new altogether
_ROWS = "indicators"


def by_part(document: Document) -> dict[str, tuple[Confirmed, ...]]:
    """What is confirmed about each project and section, by its lasting place; their own places count from there."""
    found: dict[str, tuple[Confirmed, ...]] = {}
    for one in document.confirmed:
        kind, _, rest = one.place.partition("/")
        name, _, below = rest.partition("/")
        if below:
            part = f"{kind}/{name}"
            found[part] = (*found.get(part, ()), replace(one, place=below))
    return found


def confirmed_in(confirmed: Iterable[Confirmed], fields: Collection[str]) -> Iterator[Confirmed]:
    """What is confirmed about these fields of a part."""
    return (one for one in confirmed if NEW in fields or one.place.partition("/")[0] in fields)


def brought(
    confirmed: Iterable[Confirmed], fields: Collection[str], part: str, rows: Mapping[str, str]
) -> Iterator[Confirmed]:
    """What comes along with these fields to `part`, where the indicators of `rows` have other ids."""
    for one in confirmed_in(confirmed, fields):
        field, *rest = one.place.split("/")
        if field == _ROWS and rest:
            rest = [rows.get(rest[0], rest[0]), *rest[1:]]
        yield replace(one, place="/".join((part, field, *rest)))


def with_confirmed(document: Document, more: Iterable[Confirmed]) -> Document:
    """The document with what was brought; of a finding that I have confirmed myself my reason stays."""
    known = {one.finding: one for one in (*more, *document.confirmed)}
    new = [one for one in known.values() if one not in document.confirmed]
    return replace(document, confirmed=(*document.confirmed, *new)) if new else document
