"""The indicator library while the program runs: this document's indicators, the user's own, and the starter set."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from pbeditor.edit.library import entry_of, merged, with_entries, without_entries
from pbeditor.model.document import Indicator, Project
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.model.library import Entry, Library
from pbeditor.store.library import (
    library_path,
    load_from,
    load_library,
    save_library,
    save_to,
    set_library_aside,
    starter_set,
)
from pbeditor.ui.session import Session

Key = tuple[str, str]
DOCUMENT, OWN, STARTERS = "本文档", "我的指标库", "常用指标"
BROKEN = "{}其他来源照常可用；保存新指标时，原文件会改名保留。"
ASIDE = "原来的指标库无法读取，已改名为“{}”，留在设置文件夹里。"


class Source(Struct, frozen=True):
    """Where entries come from, for a person to judge them by."""

    title: str
    entries: tuple[Entry, ...]


class Merged(Struct, frozen=True):
    """What came of a colleague's library: entries that were new, and those that one had already and kept."""

    added: int
    kept: int


class _Part(Struct, frozen=True):
    """The entries of one project, which hold as long as its rows are these very ones."""

    rows: tuple[Indicator, ...]
    entries: dict[Key, Entry]


class Shelf(QObject):
    """One a session. Files are read when they are first wanted and again before each change: two windows share them.

    `fault` says what is wrong with the user's file, or where what was wrong lies now, "" for nothing; the other two
    sources serve anyway.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._own: Library | None = None
        self._starters: tuple[Entry, ...] = ()
        self._known: dict[str, _Part] = {}
        self._projects: tuple[Project, ...] = ()
        self._in_document: tuple[Entry, ...] = ()
        self._sources: tuple[Source, Source, Source] | None = None
        self._sorted_out: tuple[Entry, ...] = ()  # the document's entries that went into them
        self.fault = self._aside = ""
        self.collected: tuple[Entry, ...] = ()  # what the last import added

    @staticmethod
    def of(session: Session) -> "Shelf":
        """The shelf of a session."""
        return session.findChild(Shelf) or Shelf(session)

    def sources(self) -> tuple[Source, Source, Source]:
        """Everything once, the nearest first: what the user has kept as it is here stands among his own."""
        mine, present = self.own(), self.in_document()
        if self._sources is None or self._sources[1].entries is not mine or self._sorted_out is not present:
            own = {entry.key: entry for entry in mine}
            here = tuple(entry for entry in present if not _says_the_same(entry, own.get(entry.key)))
            starters = tuple(entry for entry in self.starters() if entry.key not in own)
            self._sources = Source(DOCUMENT, here), Source(OWN, mine), Source(STARTERS, starters)
            self._sorted_out = present
        return self._sources

    def in_document(self) -> tuple[Entry, ...]:
        """Each indicator of the open document once; only projects with other indicators than before are looked at."""
        projects = self._session.document.projects
        if projects is not self._projects:
            parts = [self._part(project) for project in projects]
            found: dict[Key, Entry] = {}
            for part in parts:
                for key, entry in part.entries.items():
                    found.setdefault(key, entry)
            self._known = {project.id: part for project, part in zip(projects, parts, strict=True)}
            self._projects, entries = projects, tuple(found.values())
            if entries != self._in_document:  # else it stays the same object, for those who keep what they made of it
                self._in_document = entries
        return self._in_document

    def own(self) -> tuple[Entry, ...]:
        """The user's own entries, the latest first."""
        if self._own is None:
            self.refresh()
        return self._own.entries if self._own else ()

    def starters(self) -> tuple[Entry, ...]:
        """The set that ships with the program."""
        self._starters = self._starters or starter_set()
        return self._starters

    def refresh(self) -> None:
        """Look at the file again: another window may have written it."""
        before, fault = self._own, self.fault
        try:
            self._own, self.fault = _load(), self._aside
        except UnreadableError as error:
            self._own, self.fault = Library(), BROKEN.format(error)
        if before is not None and (self._own, self.fault) != (before, fault):
            self.changed.emit()

    def keep(self, entries: Iterable[Entry]) -> None:
        """Put entries first in the user's library, in place of older ones of the same name. Raises UnwritableError."""
        self._change(lambda library: with_entries(library, entries))

    def collect(self, rows: Iterable[Indicator], source: str, *, asked: bool = True) -> tuple[Entry, ...]:
        """Add what the library does not have yet, and tell what that was. Raises FileError.

        Where nobody `asked` for it, a library that cannot be read stays where it is.
        """
        return self._add([entry_of(row, source) for row in rows if row.name], asked=asked)

    def forget(self, entries: Iterable[Entry]) -> Library:
        """Take entries from the user's library; the library as it was. Raises UnwritableError."""
        gone = tuple(entries)
        before = self._change(lambda library: without_entries(library, gone))
        self.collected = tuple(entry for entry in self.collected if entry not in gone)
        return before

    def restore(self, library: Library) -> None:
        """Take back what `forget` did: entries that came since stay. Raises UnwritableError."""
        self._change(lambda now: merged(library, now.entries))

    def merge(self, path: Path) -> Merged:
        """Add what a colleague's file has and the user's library has not. Raises FileError."""
        offered = merged(Library(), load_from(path).entries).entries
        added = len(self._add(offered))
        return Merged(added, len(offered) - added)

    def export(self, path: Path) -> int:
        """Write the user's library for a colleague; how many entries. Raises UnwritableError."""
        save_to(Library(self.own()), path)
        return len(self.own())

    def _add(self, entries: Iterable[Entry], *, asked: bool = True) -> tuple[Entry, ...]:
        before = self._change(lambda library: merged(library, entries), asked=asked)
        return self.own()[len(before.entries) :]

    def _change(self, edit: Callable[[Library], Library], *, asked: bool = True) -> Library:
        """Make an edit of the file as it is now, and give back what it was. What cannot be read is set aside first."""
        try:
            before = _load()
        except UnreadableError as error:
            if not asked:
                raise
            aside = set_library_aside()
            if aside is None:
                raise UnwritableError(str(library_path()), "无法读取，也无法改名保留，没有保存。") from error
            before, self._aside = Library(), ASIDE.format(aside.name)
        after = edit(before)
        save_library(after)
        self._own, self.fault = after, self._aside
        self.changed.emit()
        return before

    def _part(self, project: Project) -> _Part:
        known = self._known.get(project.id)
        if known and known.rows is project.indicators:
            return known
        entries: dict[Key, Entry] = {}
        for row in project.indicators:
            if row.name:
                entry = entry_of(row, DOCUMENT)
                entries.setdefault(entry.key, entry)
        return _Part(project.indicators, entries)


def _says_the_same(entry: Entry, other: Entry | None) -> bool:
    return other is not None and replace(entry, source=other.source) == other


def _load() -> Library:
    """The user's library with each entry once, whatever a hand has written into its file."""
    return merged(Library(), load_library().entries)
