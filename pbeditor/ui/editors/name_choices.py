"""What the name of an indicator completes from: this document, the user's library, and the set that ships with us."""

from pbeditor.edit.library import find_entries
from pbeditor.model.document import Indicator
from pbeditor.model.library import Entry, Library
from pbeditor.ui.session import Session
from pbeditor.ui.shelf import Shelf


class NameChoices:
    """Entries by name, for one row at a time."""

    def __init__(self, session: Session) -> None:
        self._session, self._shelf = session, Shelf.of(session)

    def of(self, row: Indicator) -> dict[str, Entry]:
        """The names on offer: those of the row's category before all others, and the nearest source first in each."""
        known = Library((*self._shelf.in_document(), *self._shelf.own(), *self._shelf.starters()))
        fitting = find_entries(known, "", self._session.form, row.level1, row.level2)
        by_name: dict[str, Entry] = {}
        for entry in (*fitting, *known.entries):
            by_name.setdefault(entry.name, entry)
        by_name.pop(row.name, None)
        return by_name
