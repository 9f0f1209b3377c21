"""How the parts of an office package point to each other."""

import posixpath

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import RELATIONS, parse

DOCUMENT, STYLES, NUMBERING, FONTS, CUSTOM, CORE = (
    "officeDocument",
    "styles",
    "numbering",
    "fontTable",
    "custom-properties",
    "core-properties",
)


def relations_part(part: str) -> str:
    """The part that holds the relations of `part`; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related(package: Package, part: str = "") -> dict[str, str]:
    """The parts that `part` points to, by the last word of the kind of relation; links out of the file are left out."""
    data = package.read(relations_part(part))
    if not data:
        return {}
    with package.damage_is_told():
        relations = parse(data).iter(f"{RELATIONS}Relationship")
        return {
            relation.get("Type", "").rpartition("/")[2]: _absolute(part, relation.get("Target", ""))
            for relation in relations
            if relation.get("TargetMode") != "External"
        }


def _absolute(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
