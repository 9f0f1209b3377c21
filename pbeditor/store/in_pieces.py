"""A project file decoded some projects at a time: in one go, a large one would hold every other thread for 70 ms.

It is cut where our own layout has a line of its own for it. That is safe for any bytes: lists of projects that can be
read piece by piece are the list that the pieces make, and what is left around them is read too.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Document, Project

LARGE = 1 << 20  # bytes, some 300 projects
_PIECE = 200_000  # bytes, some 50 projects, which take about a millisecond
_OURS, _LAST_YEARS = 4, 6  # blanks before the key of the projects; in a list further down nothing is cut


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """See `project_file.ProjectFile`."""

    format: Literal["pbeditor-project"]
    version: Literal[1]
    document: Document


_file = msgspec.json.Decoder(_File)
_projects = msgspec.json.Decoder(tuple[Project, ...])


def document(data: bytes) -> Document:
    """The document in a project file of today's version. Raises ValueError, with places that count within a piece."""
    rest, ours = _cut(data, _OURS)
    rest, last_years = _cut(rest, _LAST_YEARS)
    if rest.count(b'"projects": ') != 1 + rest.count(b'"last_year": {'):
        raise ValueError  # of keys that come twice the last one counts, which may be another than the one cut out
    read = _file.decode(rest).document
    if last_years and read.last_year:
        read = replace(read, last_year=replace(read.last_year, projects=_joined(last_years)))
    return replace(read, projects=_joined(ours)) if ours else read


def _cut(data: bytes, blanks: int) -> tuple[bytes, list[bytes]]:
    """The file without the projects on this level, and those in pieces; none where it is laid out otherwise.

    The next key is looked for from the end, where only a few bytes or last year's lie.
    """
    line = b"\n" + b" " * blanks
    first, following = line + b'"projects": [\n', line + b"]," + line + b'"periods": '
    start, stop = data.find(first) + len(first), data.rfind(following)
    if start < len(first) or stop < start:
        return data, []
    return data[: start - 1] + data[stop + len(line) :], [*_pieces(data[start:stop], line + b"  },\n")]


def _pieces(projects: bytes, between: bytes) -> Iterator[bytes]:
    start = 0
    while (found := projects.find(between, start + _PIECE)) >= 0:
        comma = found + len(between) - len(b",\n")
        yield projects[start:comma]
        start = comma + 1
    yield projects[start:]


def _joined(pieces: list[bytes]) -> tuple[Project, ...]:
    return tuple(chain.from_iterable(_projects.decode(b"[%b]" % piece) for piece in pieces))
