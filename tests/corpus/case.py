"""One file of the corpus: what is on paper, and what a careful person reads there."""

from collections.abc import Callable
from typing import NamedTuple

from pbeditor.model.document import Document
from tests.corpus.paper import Blocks


class Found(NamedTuple):
    """A line of the import report: its kind, the place as a person finds it, and the words of the file."""

    kind: str
    where: str
    original: str = ""


class Case(NamedTuple):
    """`name` begins with the number of the variation; each of `kinds` is a file of its own."""

    name: str
    kinds: tuple[str, ...]
    blocks: Blocks
    document: Document
    notes: tuple[Found, ...] = ()
    write: Callable[[], bytes] | None = None  # the first of `kinds`, where the notation cannot say it
