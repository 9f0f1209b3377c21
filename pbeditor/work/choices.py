"""Which choices of an export go together: one table for the command line and the window."""

from collections.abc import Container

from msgspec import Struct

_PAGED = (".docx", ".pdf")
_WORD, _EXCEL = (".docx",), (".xlsx",)


class Choice(Struct, frozen=True):
    """When a choice can be followed: in these formats, not beside any of `apart`, and only with `needs`."""

    formats: tuple[str, ...] = (*_PAGED, *_EXCEL)
    apart: tuple[str, ...] = ()
    needs: str = ""


# Called as the command line calls them. What is not here can always be followed.
CHOICES = {
    "each": Choice(apart=("summary",)),
    "overwrite": Choice(needs="each"),
    "plain": Choice(apart=("summary",)),
    "cover": Choice(_PAGED),
    "contents": Choice(_PAGED, apart=("summary",)),
    "markup": Choice(_PAGED),
    "comments": Choice(_WORD, apart=("summary",)),
    "list_columns": Choice(_EXCEL, apart=("summary",)),
    "reference": Choice(_WORD),
}


def can_follow(name: str, suffix: str, chosen: Container[str]) -> bool:
    """Whether a choice has a meaning for a file of this kind beside the others that are `chosen`."""
    choice = CHOICES.get(name, Choice())
    return (
        suffix in choice.formats
        and not any(other in chosen for other in choice.apart)
        and (not choice.needs or choice.needs in chosen)
    )
