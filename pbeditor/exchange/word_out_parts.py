"""New parts in a Word file, with what makes them known: content type and relation."""

import posixpath

from lxml import etree
from msgspec import Struct

from pbeditor.exchange.markup import CONTENT_TYPES, RELATIONS, parse, written
from pbeditor.exchange.relations import relations_part

TYPES = "[Content_Types].xml"


class NewPart(Struct, frozen=True):
    """A part beside the one that leads to it: `id` and `relation` are of that relation."""

    name: str
    content_type: str
    id: str
    relation: str


def add_part(parts: dict[str, bytes], owner: str, new: NewPart, data: bytes) -> None:
    """Put in a part that `owner` leads to; "" is the package itself."""
    name = posixpath.join(posixpath.dirname(owner), new.name)
    parts[name] = data
    types = parse(parts[TYPES])
    etree.SubElement(types, f"{CONTENT_TYPES}Override", PartName=f"/{name}", ContentType=new.content_type)
    parts[TYPES] = written(types)
    relations = parse(parts[relations_part(owner)])
    etree.SubElement(relations, f"{RELATIONS}Relationship", Id=new.id, Type=new.relation, Target=new.name)
    parts[relations_part(owner)] = written(relations)
