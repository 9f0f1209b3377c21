"""A project file decoded some projects at a time: in one go, a large one would hold every other thread for 70 ms.

It is cut where our own layout has a line of its own for it. That is safe for any bytes: lists of projects that can be
read piece by piece are the list that the pieces make, and what is left around them is read too.
"""

from collections.abc import Iterator
from itertools import chain

import msgspec
from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.store.project_content import ProjectFile

LARGE = 1 << 20  # bytes, some 300 projects
_PIECE = 200_000  # bytes, some 50 projects, which take about a millisecond
_OURS, _LAST_YEARS = 4, 6  # blanks before the key of the projects; in a list further down nothing is cut

_file = msgspec.json.Decoder(ProjectFile)
_projects = msgspec.json.Decoder(tuple[Project, ...])


def document(data: bytes) -> Document:
    """The document in a project file of today's version. Raises ValueError, with places that count within a piece."""
    ours = _projects_in(data, _OURS, 0)
    last_years = _projects_in(data, _LAST_YEARS, ours.stop)
    # Nothing but this is copied as a whole: to fill as much fresh memory takes as long as half of the decoding.
    rest = data[: ours.start] + data[ours.stop : last_years.start] + data[last_years.stop :]
    if rest.count(b'"projects": ') != 1 + rest.count(b'"last_year": {'):
        raise ValueError  # of keys that come twice the last one counts, which may be another than the one cut out
    read = _file.decode(rest).document
    if last_years and read.last_year:
        last_year = replace(read.last_year, projects=_joined(data, last_years, _LAST_YEARS))
        read = replace(read, last_year=last_year)
    return replace(read, projects=_joined(data, ours, _OURS)) if ours else read


def _projects_in(data: bytes, blanks: int, begin: int) -> range:
    """Where in the file the projects on this level stand, without brackets; nowhere if it is laid out otherwise.

    The next key is looked for from the end, where only a few bytes or last year's lie.
    """
    line = b"\n" + b" " * blanks
    first, following = line + b'"projects": [\n', line + b"]," + line + b'"periods": '
    start, stop = data.find(first, begin) + len(first), data.rfind(following, begin)
    return range(start, stop) if len(first) <= start <= stop else range(begin, begin)


def _pieces(data: bytes, projects: range, blanks: int) -> Iterator[bytes]:
    start, between = projects.start, b"\n" + b" " * blanks + b"  },\n"
    while (found := data.find(between, start + _PIECE, projects.stop)) >= 0:
        comma = found + len(between) - len(b",\n")
        yield data[start:comma]
        start = comma + 1
    yield data[start : projects.stop]


def _joined(data: bytes, projects: range, blanks: int) -> tuple[Project, ...]:
    pieces = _pieces(data, projects, blanks)
    return tuple(chain.from_iterable(_projects.decode(b"[%b]" % piece) for piece in pieces))
