"""What the name of an indicator completes from: this document, the user's library, and the set that ships with us."""

from pbeditor.edit.library import entries_of, find_entries
from pbeditor.model.document import Indicator
from pbeditor.model.errors import UnreadableError
from pbeditor.model.library import Entry, Library
from pbeditor.store.library import load_library, starter_set
from pbeditor.ui.session import Session


class NameChoices:
    """Entries by name, for one row at a time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._starters: tuple[Entry, ...] = ()

    def of(self, row: Indicator) -> dict[str, Entry]:
        """The names that fit the row's category, nearest source first."""
        self._starters = self._starters or starter_set()
        known = (*entries_of(self._session.document, "本文档"), *_own_entries(), *self._starters)
        found = find_entries(Library(known), "", self._session.form, row.level1, row.level2)
        by_name: dict[str, Entry] = {}
        for entry in found:
            by_name.setdefault(entry.name, entry)
        by_name.pop(row.name, None)
        return by_name


def _own_entries() -> tuple[Entry, ...]:
    try:
        return load_library().entries
    except UnreadableError:
        return ()  # the library's own panel tells what is wrong with its file; typing goes on without it
