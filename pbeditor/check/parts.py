"""What was found about one thing, and what of it a person has confirmed."""

from collections import Counter
from functools import cached_property

from msgspec import Struct

from pbeditor.check.problem import Problem, reading_order
from pbeditor.check.rule import Found
from pbeditor.model.document import Confirmed, Document, Project
from pbeditor.model.place import lasting_place

Confirmations = dict[str, dict[tuple[str, str], Confirmed]]  # by rule, then by place and message


class Part(Struct, frozen=True, dict=True, eq=False):
    """The findings about one project, or about the document as a whole."""

    path: str = ""  # that their paths begin with: "projects/3", "" for the document
    project: str = ""  # its id
    live: tuple[Found, ...] = ()  # not confirmed
    confirmed: tuple[tuple[Found, Confirmed], ...] = ()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is not confirmed, in reading order."""
        ordered = sorted(self.live, key=lambda found: reading_order(found[1].path))
        return tuple(self.problem(found) for found in ordered)

    @cached_property
    def tally(self) -> dict[str, int]:
        """How often each rule speaks in `problems`."""
        return Counter([rule.id for rule, _ in self.live]) if self.live else {}

    def problem(self, found: Found) -> Problem:
        """A finding with its place in the document."""
        rule, finding = found
        fix = tuple((_below(self.path, place), text) for place, text in finding.fix)
        return Problem(rule.id, rule.severity, _below(self.path, finding.path), finding.message, fix, self.project)

    def says_what(self, other: "Part") -> bool:
        """Whether both hold the same findings at the same places."""
        same_place = self.path == other.path and self.project == other.project
        return same_place and self.live == other.live and self.confirmed == other.confirmed


def part_of(index: int, project: Project, found: tuple[Found, ...], confirmations: Confirmations) -> Part:
    """The findings about a project that stands at `index`."""
    live, confirmed = _parted(project, f"projects/{project.id}", found, confirmations)
    return Part(f"projects/{index}", project.id, live, confirmed)


def whole_of(document: Document, found: tuple[Found, ...], confirmations: Confirmations) -> Part:
    """The findings about no single project; their paths are absolute."""
    live, confirmed = _parted(document, "", found, confirmations)
    return Part("", "", live, confirmed)


def confirmations_of(document: Document) -> Confirmations:
    """What a person has confirmed, for looking it up."""
    known: Confirmations = {}
    for one in document.confirmed:
        known.setdefault(one.rule, {})[one.place, one.message] = one
    return known


def _parted(
    root: Project | Document, place: str, found: tuple[Found, ...], confirmations: Confirmations
) -> tuple[tuple[Found, ...], tuple[tuple[Found, Confirmed], ...]]:
    """What is still to be said, and what is confirmed with the record that confirms it."""
    if not confirmations or not found:
        return found, ()
    records = [_record(root, place, each, confirmations) for each in found]
    pairs = list(zip(found, records, strict=True))
    live = tuple(each for each, record in pairs if record is None)
    return live, tuple((each, record) for each, record in pairs if record)


def _record(root: Project | Document, place: str, found: Found, confirmations: Confirmations) -> Confirmed | None:
    rule, finding = found
    known = confirmations.get(rule.id)
    return known.get((_below(place, lasting_place(root, finding.path)), finding.message)) if known else None


def _below(place: str, path: str) -> str:
    return f"{place}/{path}" if place and path else place or path
