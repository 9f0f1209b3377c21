"""Colleagues' files for 合并: each read by itself, so that one that cannot be read holds up no other."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.money_units import in_money_unit
from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.model.progress import Listener
from pbeditor.work.opening import open_any

HIDDEN = "{}（隐藏的工作表）"


class Other(Struct, frozen=True):
    """One colleague's file, read in the form of the document it is merged into.

    What its hidden worksheets hold is another one, which names them: an old copy there must not stand for the project
    that one sees.
    """

    name: str
    document: Document
    worksheets: tuple[str, ...] = ()


class Others(Struct, frozen=True):
    """What could be read, and the fault of each file that could not."""

    read: tuple[Other, ...] = ()
    faults: tuple[UnreadableError, ...] = ()

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of those of hidden worksheets: they come last, and nothing of them is proposed."""
        return frozenset(number for number, other in enumerate(self.read) if other.worksheets)


def read_others(paths: Iterable[Path], form: Form, money_unit: str, listener: Listener | None = None) -> Others:
    """Read every file, into the form and the money unit of mine. Raises nothing but the listener's CancelledError."""
    read: list[Other] = []
    hidden: list[Other] = []
    faults: list[UnreadableError] = []
    for path in paths:
        try:
            opened = open_any(path, listener=listener)
        except UnreadableError as error:
            faults.append(error)
        else:
            document = in_money_unit(in_form(opened.document, form), money_unit)
            unseen = tuple(project for project in document.projects if project.id in opened.hidden)
            seen = tuple(project for project in document.projects if project.id not in opened.hidden)
            read.append(Other(path.name, replace(document, projects=seen)))
            if unseen:
                worksheets = tuple(dict.fromkeys(opened.hidden.values()))
                rest = replace(document, overall=(), projects=unseen)
                hidden.append(Other(HIDDEN.format(path.name), rest, worksheets))
    return Others((*read, *hidden), tuple(faults))
