"""What a person chooses for an export."""

from msgspec import Struct
from msgspec.structs import replace

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

    @property
    def followed(self) -> Style:
        """The style as this export follows it: cover and contents, though remembered, are for whole documents."""
        is_whole = self.projects is None and not self.each and not self.style.summary
        return self.style if is_whole else replace(self.style, cover=False, contents=False)
