"""What a person chooses for an export."""

from msgspec import Struct

from pbeditor.sheet.style import Style


class Options(Struct, frozen=True):
    """The answers. `projects` is None for all; `reference` a path, "" for the built-in look.

    `list_heads` is as in a Wish.
    """

    projects: tuple[str, ...] | None = None
    style: Style = Style()
    each: bool = False
    comments: bool = False
    reference: str = ""
    list_heads: tuple[str, ...] = ()
