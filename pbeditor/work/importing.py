"""From last year's file, in whatever shape, to this year's draft: what was read, and what a person chose of it."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.carry import Carry, carry_over, percent_of
from pbeditor.edit.place import put_target
from pbeditor.model.document import Document, Target
from pbeditor.model.form import Form
from pbeditor.model.place import owner, present_path
from pbeditor.model.progress import Listener
from pbeditor.sheet.document_year import PLACE as YEAR
from pbeditor.sheet.sheet import Note
from pbeditor.store.forms import form_called, form_of
from pbeditor.work.hidden import taken_at_first
from pbeditor.work.opening import CLIPBOARD, Opened, open_any, open_pasted

AMOUNTS = {"clear": "金额已清空", "keep": "金额沿用上年", "scale": "金额为上年的{percent}%"}


class Import(Struct, frozen=True):
    """What was read of a file, and what a person has chosen so far.

    `projects` are the ids and `sections` the numbers of what is taken; `readings` the confirmed doubtful values by
    their lasting places; `year` the confirmed year of the file, 0 for the one that was read. `carry` says how this
    year's draft is made of it, None that it is taken as it is.
    """

    name: str
    opened: Opened
    projects: frozenset[str]
    sections: frozenset[int]
    readings: Mapping[str, Target] = {}
    carry: Carry | None = None
    year: int = 0

    @property
    def document(self) -> Document:
        """What is taken of the file, doubtful values as they were confirmed."""
        return taken(self)

    @property
    def form(self) -> Form:
        """The form that the draft will have."""
        return form_called(self.carry.form) if self.carry and self.carry.form else self.opened.form


def read_file(path: Path, listener: Listener | None = None) -> Import:
    """Read a file of any kind and begin its import. Raises UnreadableError, and CancelledError from the listener."""
    return begun(path.name, open_any(path, listener=listener))


def read_pasted(text: str, html: str = "", listener: Listener | None = None) -> Import:
    """The same for what was copied in another program."""
    return begun(CLIPBOARD, open_pasted(text, html, listener))


def begun(name: str, opened: Opened) -> Import:
    """The import of something already read, with everything taken but old copies that nobody sees in the file."""
    sections = frozenset(range(len(opened.document.overall)))
    return Import(name, opened, taken_at_first(opened), sections)


def doubts(of: Import) -> tuple[Note, ...]:
    """The values in what is taken that can be read in several ways."""
    return tuple(note for note in of.opened.notes if note.choices and _is_taken(of, note))


def taken(of: Import) -> Document:
    """The document of what is taken, with the confirmed readings and year."""
    document = with_year(of.opened.document, of.year)
    if len(of.projects) < len(document.projects) or len(of.sections) < len(document.overall):
        document = replace(
            document,
            projects=tuple(project for project in document.projects if project.id in of.projects),
            overall=tuple(section for place, section in enumerate(document.overall) if place in of.sections),
        )
    for place, target in of.readings.items():
        if owner(place) in of.projects:
            document = put_target(document, present_path(document, place), target)
    return document


def notes_of(of: Import) -> tuple[Note, ...]:
    """What is still to be looked at: nothing about what was left out or cleared, nor about what was confirmed."""
    settled = {*of.readings, *([YEAR] if of.year else [])}
    kept = (note for note in of.opened.notes if _is_taken(of, note) and note.place not in settled)
    kept = (note for note in kept if not (of.carry and _is_cleared(note, of.carry)))
    return tuple(replace(note, place=_present_place(of, note.place)) for note in kept)


def finished(of: Import) -> Opened:
    """What the window shows in the end: the draft, or the document as it was read."""
    document = of.document
    if of.carry is not None:
        document = carry_over(document, of.form, of.carry)
    return Opened(document, form_of(document), notes_of(of), is_project=of.carry is None and of.opened.is_project)


def told_of_amounts(carry: Carry) -> str:
    """What became of the amounts, as the end of a sentence."""
    percent = percent_of(carry.percent)
    return AMOUNTS[carry.amounts].format(percent=f"{float(percent):g}" if percent is not None else "")


def with_year(document: Document, year: int) -> Document:
    """The document as one of that year; 0 leaves it its own."""
    return replace(document, year=year) if year and year != document.year else document


def _is_cleared(note: Note, carry: Carry) -> bool:
    """Whether a note puts to the user what the draft does not have; texts that were left out are told all the same."""
    if note.kind == "ignored" or not note.place.startswith("projects/"):
        return False
    _, _, *steps = note.place.split("/")
    return (
        (steps[:1] == ["budget"] and carry.amounts == "clear")
        or (steps[:1] == ["plan"] and not carry.plans)
        or (steps[:1] == ["code"] and not carry.codes)
        or (steps[:1] == ["indicators"] and steps[2:3] == ["target"] and not carry.values)
    )


def _is_taken(of: Import, note: Note) -> bool:
    if note.place.startswith("overall/"):
        return int(note.place.split("/")[1]) in of.sections
    return not note.place.startswith("projects/") or owner(note.place) in of.projects


def _present_place(of: Import, place: str) -> str:
    """A section is called by its number, which is another one when sections before it were left out."""
    if not place.startswith("overall/"):
        return place
    first, number, *rest = place.split("/")
    return "/".join((first, str(sum(each < int(number) for each in of.sections)), *rest))
