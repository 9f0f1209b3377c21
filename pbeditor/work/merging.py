"""Colleagues' files for 合并: each read by itself, so that one that cannot be read holds up no other."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pbeditor.edit.money_units import in_money_unit
from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.model.progress import Listener
from pbeditor.sheet.sheet import Note
from pbeditor.work.opening import open_any


class Other(Struct, frozen=True):
    """One colleague's file, read in the form of the document it is merged into."""

    name: str
    document: Document
    notes: tuple[Note, ...] = ()


class Others(Struct, frozen=True):
    """What could be read, and the fault of each file that could not."""

    read: tuple[Other, ...] = ()
    faults: tuple[UnreadableError, ...] = ()


def read_others(paths: Iterable[Path], form: Form, money_unit: str, listener: Listener | None = None) -> Others:
    """Read every file, into the form and the money unit of mine. Raises nothing but the listener's CancelledError."""
    read: list[Other] = []
    faults: list[UnreadableError] = []
    for path in paths:
        try:
            opened = open_any(path, listener=listener)
        except UnreadableError as error:
            faults.append(error)
        else:
            document = in_money_unit(in_form(opened.document, form), money_unit)
            read.append(Other(path.name, document, opened.notes))
    return Others(tuple(read), tuple(faults))
