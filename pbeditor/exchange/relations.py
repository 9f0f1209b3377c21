"""How the parts of an office package point to each other."""

import posixpath

from msgspec import Struct

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import RELATIONS, Element, parse

DOCUMENT, STYLES, NUMBERING, FONTS, CUSTOM, CORE = (
    "officeDocument",
    "styles",
    "numbering",
    "fontTable",
    "custom-properties",
    "core-properties",
)


class Relation(Struct, frozen=True):
    """From one part to another, or out of the file; `kind` is the last word of its type."""

    id: str
    type: str
    target: str  # the part's full name, or the address outside
    is_outside: bool = False

    @property
    def kind(self) -> str:
        """Styles, header, image and so on."""
        return self.type.rpartition("/")[2]


def relations_part(part: str) -> str:
    """The part that holds the relations of `part`; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related(package: Package, part: str = "") -> dict[str, str]:
    """The parts that `part` points to, by the last word of the kind of relation; links out of the file are left out."""
    return {one.kind: one.target for one in relations_of(package, part) if not one.is_outside}


def relations_of(package: Package, part: str = "") -> list[Relation]:
    """All that `part` points to, in the order of the file."""
    data = package.read(relations_part(part))
    if not data:
        return []
    with package.damage_is_told():
        return [_relation(part, one) for one in parse(data).iter(f"{RELATIONS}Relationship")]


def _relation(part: str, element: Element) -> Relation:
    outside = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    return Relation(
        element.get("Id", ""), element.get("Type", ""), target if outside else absolute(part, target), outside
    )


def absolute(part: str, target: str) -> str:
    """The full name of the part that a relation of `part` names as `target`."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
