"""What has been done about the lines of an import report, for as long as the document is open."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pbeditor.model.document import Document
from pbeditor.sheet.sheet import Note
from pbeditor.ui.session import Session

Key = tuple[Note, int]  # of notes that say the same, which it is


class Settled:
    """Remembers the document that each line was settled with: where undo has gone behind it, the line is open again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._done: dict[Key, tuple[str, Document]] = {}

    def settle(self, notes: Sequence[Note], row: int, how: str) -> None:
        """The document is now as the user wants it about this line; `how` says in a word what was done."""
        self._session.seal()  # what is typed next must not take the place of this document in the history
        self._done[[*_keys(notes)][row]] = how, self._session.document

    def marks(self, notes: Sequence[Note]) -> list[str]:
        """For each line what was done about it, "" for one that is still to be looked at."""
        holds = {key: how for key, (how, document) in self._done.items() if self._session.leads_back_to(document)}
        return [holds.get(key, "") for key in _keys(notes)] if holds else [""] * len(notes)


def _keys(notes: Sequence[Note]) -> Iterator[Key]:
    seen: Counter[Note] = Counter()
    for note in notes:
        yield note, seen[note]
        seen[note] += 1
