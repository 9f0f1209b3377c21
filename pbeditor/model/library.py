"""The indicator library: indicators worth using again, from earlier documents and from a starter set."""

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.model.text import fold


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """An indicator without a project. `source` says where it comes from, for a person to judge it by."""

    level1: str = ""
    level2: str = ""
    name: str = ""
    description: str = ""
    target: Target = Target()
    basis: str = ""
    source: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Entries of one key are one indicator: the same name under the same category."""
        return fold(self.level2), fold(self.name)


class Library(Struct, frozen=True, forbid_unknown_fields=True):
    """Entries in the order in which they are offered."""

    entries: tuple[Entry, ...] = ()
