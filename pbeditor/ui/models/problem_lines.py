"""The findings below an unfolded rule, and how they become others while the document changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pbeditor.check.problem import Problem
from pbeditor.model.document import Document
from pbeditor.model.place import lasting_place
from pbeditor.ui.models.row_changes import RowChange, row_changes


class Lines:
    """`problems` are shown; `changes` leads to others, and looks only at what stands between equal ends."""

    def __init__(self, problems: Iterable[Problem], document: Document) -> None:
        self.problems = list(problems)
        self._places = _places(self.problems, document)

    def changes(self, new: Sequence[Problem], document: Document) -> Iterator[RowChange]:
        """How lines come and go; each change is to be made before the next is asked for."""
        first, behind = _equal_ends(self.problems, new)
        span = slice(first, len(self.problems) - behind)
        places = _places(new[first : len(new) - behind], document)
        old, self._places[span] = self._places[span], places
        for change in row_changes(_numbered(old), _numbered(places)):
            yield replace(change, first=change.first + first, last=change.last + first, to=change.to + first)


def _places(problems: Iterable[Problem], document: Document) -> list[str]:
    return [lasting_place(document, problem.path) for problem in problems]


def _numbered(places: Iterable[str]) -> list[tuple[str, int]]:
    """Keys that tell twins at one place apart."""
    seen: Counter[str] = Counter()
    keys = []
    for place in places:
        keys.append((place, seen[place]))
        seen[place] += 1
    return keys


def _equal_ends(old: Sequence[Problem], new: Sequence[Problem]) -> tuple[int, int]:
    """How many lines at the beginning and at the end are the same objects."""
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and old[first] is new[first]:
        first += 1
    behind = 0
    while behind < shorter - first and old[-1 - behind] is new[-1 - behind]:
        behind += 1
    return first, behind
