"""Finding text anywhere in a document, and putting other text in its place."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct

from pbeditor.edit.place import get, put_all
from pbeditor.edit.texts import likely_texts
from pbeditor.model.document import Document

# Full-width letters, digits, signs and the ideographic space to their half-width twins, one character for one.
_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}


class Query(Struct, frozen=True):
    """What to look for. By default case counts, and full and half width are told apart."""

    text: str
    ignore_case: bool = False
    ignore_width: bool = False
    whole_word: bool = False


class Hit(Struct, frozen=True):
    """`text[start:end]` of the text at `path` is what was looked for.

    A hit that begins in one part of a value and ends in another has the value's path and the text that it prints.
    """

    path: str
    start: int
    end: int
    text: str

    @property
    def is_replaceable(self) -> bool:
        """Whether it lies within one text, so that another can stand in its place."""
        return not self.path.endswith("/target")


def find(document: Document, query: Query) -> Iterator[Hit]:
    """Every hit in reading order; hits within one text do not overlap, and a blank query finds nothing."""
    return find_in(document, query)


def find_in(part: Struct, query: Query, path: str = "") -> Iterator[Hit]:
    """`find` in a part of the document, such as the project at `path`."""
    if needle := _plain(query.text, query):
        as_it_is = not (query.ignore_case or query.ignore_width)
        sees = (lambda text: needle in text) if as_it_is else lambda text: needle in _plain(text, query)
        for place, text, seams in likely_texts(part, sees, f"{path}/" if path else ""):
            plain = text if as_it_is else _plain(text, query)
            # Of the texts looked at together most hold nothing.
            for start in _starts(plain, needle, whole_word=query.whole_word) if needle in plain else ():
                end = start + len(needle)
                if not seams or any(start < seam < end for seam in seams):
                    yield Hit(place, start, end, text)


def replace_hits(document: Document, hits: Iterable[Hit], text: str) -> Document:
    """The document with `text` in place of each hit; a hit whose text has changed since is left alone."""
    groups = ((path, list(group)) for path, group in groupby(hits, key=lambda hit: hit.path))
    changes = [
        (path, _replaced_text(found, text)) for path, found in groups if _text_at(document, path) == found[0].text
    ]
    return put_all(document, changes)


def _replaced_text(hits: Iterable[Hit], text: str) -> str:
    """What the text of one place becomes when all of its hits are replaced."""
    found = list(hits)
    parts, last = [], 0
    for hit in found:
        parts += [found[0].text[last : hit.start], text]
        last = hit.end
    return "".join(parts) + found[0].text[last:]


def _text_at(document: Document, path: str) -> Any:
    try:
        return get(document, path)
    except LookupError:  # the project or row is gone
        return None


def _plain(text: str, query: Query) -> str:
    """The text as it is compared, of the same length, so that places in it are places in the text."""
    if query.ignore_width:
        text = text.translate(_WIDTH)
    if query.ignore_case:
        lower = text.lower()
        text = lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return text


def _starts(text: str, needle: str, *, whole_word: bool) -> Iterator[int]:
    start = text.find(needle)
    while start >= 0:
        end = start + len(needle)
        stands_alone = not whole_word or not (_joins(text, start) or _joins(text, end))
        if stands_alone:
            yield start
        start = text.find(needle, end if stands_alone else start + 1)


def _joins(text: str, place: int) -> bool:
    """Whether a Latin word or a number goes on across `place`; between Chinese characters no word ends."""
    return 0 < place < len(text) and all(c.isascii() and c.isalnum() for c in text[place - 1 : place + 1])
