"""A project file decoded some projects at a time: in one go, a large one would hold every other thread for 70 ms."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Literal

import msgspec
from msgspec import NODEFAULT, Raw, Struct
from msgspec.structs import fields

from pbeditor.model.document import Document, Project

LARGE = 1 << 20  # bytes, some 300 projects
_SOME = 50  # projects, which take about a millisecond
_APART = 32  # bytes from one comma to the next, at least: in files that we wrote there are 46 to 50


def _outline(last_year: Any) -> Any:
    """`Document` with its projects as text still; `last_year` is the type of that key, all others are as they were."""
    later = {"projects": tuple[Raw, ...], "last_year": last_year}
    keys = [(each.name, later.get(each.name, each.type), each.default) for each in fields(Document)]
    return msgspec.defstruct(
        "Outline", [key if key[2] is not NODEFAULT else key[:2] for key in keys], forbid_unknown_fields=True
    )


# What is further down than last year's is read in one go: a piece in a piece in a piece would be gone through as often.
_LastYear = _outline(Document | None)
_Document = _outline(_LastYear | None)
_File = msgspec.defstruct(
    "File",
    [("format", Literal["pbeditor-project"]), ("version", Literal[1]), ("document", _Document)],
    forbid_unknown_fields=True,
)
_file: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_File)
_projects = msgspec.json.Decoder(tuple[Project, ...])


def is_worth_while(data: bytes) -> bool:
    """Whether the file is large and no bomb: of pieces that are no longer than a number, 60 million fill the memory."""
    return len(data) >= LARGE and data.count(b",") * _APART <= len(data)


def document(data: bytes) -> Document:
    """The document in a project file of today's version. Raises ValueError, with places that count within a piece."""
    read = _file.decode(data).document
    last = read.last_year
    return _filled(read, last and _filled(last, last.last_year))


def _filled(outline: Struct, last_year: Document | None) -> Document:
    values = {name: getattr(outline, name) for name in Document.__struct_fields__}
    projects = tuple(chain.from_iterable(_some_by_some(values["projects"])))
    return Document(**{**values, "projects": projects, "last_year": last_year})


def _some_by_some(projects: Sequence[Raw]) -> Iterator[tuple[Project, ...]]:
    for first in range(0, len(projects), _SOME):
        yield _projects.decode(b"[%b]" % b",".join(projects[first : first + _SOME]))
