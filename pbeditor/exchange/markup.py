"""XML of office files: namespaces and a parser that trusts nothing."""

import re
from typing import Any, Protocol

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Element = etree._Element  # noqa: SLF001  lxml has no public name for it

# ISO 29500 strict files differ from the usual ones in their namespaces only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument", OFFICE.encode()),
)
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_WHOLE = re.compile("[0-9]{1,9}")


class Source(Protocol):
    """Bytes to be read piece by piece."""

    def read(self, size: int = ..., /) -> bytes:
        """The next bytes, b"" at the end."""


class DoctypeError(ValueError):
    """An office file never declares a document type; one that does wants entities."""


def parse(data: bytes) -> Element:
    """The root of a small part. Raises etree.XMLSyntaxError or DoctypeError."""
    root = etree.fromstring(usual(data), etree.XMLParser(**_SAFE))
    refuse_doctype(root)
    return root


def events(stream: Source, tags: tuple[str, ...]) -> "etree.iterparse[tuple[str, Element]]":
    """Start and end of every element of these tags while the stream is being read."""
    return etree.iterparse(stream, events=("start", "end"), tag=tags, collect_ids=False, **_SAFE)


def refuse_doctype(element: Element) -> None:
    """Raise DoctypeError where the file declares a document type."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise DoctypeError


def let_go(element: Element) -> None:
    """Free a piece of a stream that has been used, with what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def usual(data: bytes) -> bytes:
    """The same XML with the namespaces of the strict variant replaced by the usual ones."""
    if b"purl.oclc.org" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    return data


def written(root: Element) -> bytes:
    """The part that begins with this root."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def setting(element: Element, *path: str) -> str:
    """The w:val of the descendant at this path of w: names, "" where there is none."""
    found = element.find("/".join(W + step for step in path))
    return "" if found is None else found.get(f"{W}val", "")


def whole(text: str, otherwise: int = 0) -> int:
    """The number in an attribute; `otherwise` for what is none or absurdly long."""
    return int(text) if _WHOLE.fullmatch(text) else otherwise
