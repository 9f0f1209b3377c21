"""Taking indicators into the library, finding them there and putting them into a project."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pbeditor.edit.categories import categories_in
from pbeditor.edit.indicators import insert_indicators
from pbeditor.model.document import Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.model.initials import has_initials
from pbeditor.model.library import Entry, Library
from pbeditor.model.text import fold


def entry_of(row: Indicator, source: str) -> Entry:
    """The indicator as an entry."""
    return Entry(row.level1, row.level2, row.name, row.description, row.target, row.basis, source)


def with_entries(library: Library, entries: Iterable[Entry]) -> Library:
    """The library with `entries` first; an entry takes the place of an older one of its key."""
    new = {entry.key: entry for entry in entries}
    return Library((*new.values(), *(entry for entry in library.entries if entry.key not in new)))


def merged(library: Library, entries: Iterable[Entry]) -> Library:
    """The library with those `entries` at its end whose keys it does not have; what it has stays as it is."""
    known = {entry.key for entry in library.entries}
    new: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.key not in known:
            new.setdefault(entry.key, entry)
    return Library((*library.entries, *new.values()))


def without_entries(library: Library, gone: Iterable[Entry]) -> Library:
    """The library without some entries."""
    keys = {entry.key for entry in gone}
    return Library(tuple(entry for entry in library.entries if entry.key not in keys))


def find_entries(library: Library, text: str, form: Form, level1: str = "", level2: str = "") -> tuple[Entry, ...]:
    """Entries that hold every word of `text`: names that begin with it first, then names, then descriptions.

    A word of Latin letters also finds names by the initials of their pinyin. With a category only entries that have
    it in `form` are found. A blank text finds all of them.
    """
    words = _fold_words(text)
    belonging = _of_category(library.entries, form, level1, level2) if level1 or level2 else library.entries
    ranked = [(rank, entry) for entry in belonging if (rank := _rank(entry, words)) is not None]
    return tuple(entry for _, entry in sorted(ranked, key=lambda pair: pair[0]))


def row_from(entry: Entry, row_id: str, form: Form) -> Indicator:
    """A new indicator from an entry, under the names that its categories have in `form`."""
    level1, level2 = categories_in(form, entry.level1, entry.level2)
    return Indicator(row_id, level1, level2, entry.name, entry.description, entry.target, entry.basis)


def completed_from(row: Indicator, entry: Entry, form: Form) -> Indicator:
    """The row under the entry's name, with what is blank in it taken from the entry; nothing written is lost.

    A blank category is taken only where the other one does not say that the row belongs elsewhere.
    """
    taken = row_from(entry, row.id, form)
    belongs = row.level1 in ("", taken.level1) and row.level2 in ("", taken.level2)
    fields = ("level1", "level2", "description", "target", "basis")[0 if belongs else 2 :]
    blank = {field: getattr(taken, field) for field in fields if getattr(row, field) in ("", Target())}
    return replace(row, name=taken.name, **blank)


def with_rows_from(project: Project, at: int, entries: Iterable[Entry], ids: Iterator[str], form: Form) -> Project:
    """The project with a row for each of `entries` in front of the indicator now at `at`."""
    return insert_indicators(project, at, [row_from(entry, next(ids), form) for entry in entries])


def is_blank_row(row: Indicator) -> bool:
    """Whether nothing but its category stands in a row, so that an entry may take its place."""
    return row == Indicator(row.id, row.level1, row.level2)


def _fold_words(text: str) -> tuple[str, ...]:
    """The words to look for: width and case do not count, any space parts them."""
    return tuple(fold(word) for word in text.split())


def _rank(entry: Entry, words: tuple[str, ...]) -> int | None:
    if not words:
        return 0
    name, rest = fold(entry.name), fold(entry.level2 + entry.description)
    if name.startswith(words[0]) and all(word in name or word in rest for word in words):
        return 0
    if all(word in name or _is_initials(word, name) for word in words):
        return 1
    return 2 if all(word in name or word in rest for word in words) else None


def _is_initials(word: str, name: str) -> bool:
    return word.isascii() and word.isalpha() and has_initials(name, word)


def _of_category(entries: Iterable[Entry], form: Form, level1: str, level2: str) -> Iterator[Entry]:
    """The entries that have this category in `form`; each category is looked up once, there are few of them."""
    wanted = categories_in(form, level1, level2)
    known: dict[tuple[str, str], bool] = {}
    for entry in entries:
        category = entry.level1, entry.level2
        if category not in known:
            found = categories_in(form, *category)
            known[category] = (not level1 or wanted[0] == found[0]) and (not level2 or wanted[1] == found[1])
        if known[category]:
            yield entry
