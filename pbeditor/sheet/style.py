"""What a person chooses of the look of the paper; the rest is the form's.

A style goes to `lay_out` with the form, and `styled` makes the form whose layout the drawn sheet needs.
"""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Target
from pbeditor.model.form import Form, Page
from pbeditor.model.target import plain_parts, printed_parts
from pbeditor.sheet.sheet import LINES, MARGIN, TARGET_PARTS, Run

# How the value cell prints: ≥9090%及以上 as the 2020 form has it, or ≥90%.
PRINTED, PLAIN = "printed", "plain"
_VALUES: dict[str, Callable[[Target], tuple[str, str, str]]] = {PRINTED: printed_parts, PLAIN: plain_parts}
_ROOM = 45.0  # mm at the right for a hand that writes
_LEAST_LEFT, _LEAST_WIDTH = 15.0, 90.0  # mm


class Style(Struct, frozen=True):
    """The choices. None leaves it to the form; unknown words of a newer version count as the usual."""

    values: str = PRINTED
    cover: bool | None = None
    contents: bool | None = None
    summary: bool = False  # one table of all projects instead of a page for each
    draft: bool = False  # a pale 草稿 under each page
    markup: str = ""  # LINES numbers the lines, MARGIN leaves room at the right


USUAL = Style()


def styled(form: Form, style: Style) -> Form:
    """The form with the layout in which sheets of this style are drawn."""
    if style.markup != MARGIN:
        return form
    return replace(form, layout=replace(form.layout, page=_with_room(form.layout.page)))


def lasting(style: Style) -> Style:
    """What of a style is worth keeping for other documents: no draft stays a draft."""
    return replace(style, draft=False, markup="", summary=False)


def on_worksheets(style: Style) -> Style:
    """The style without what only pages have: cover, contents, marks and room for a pen."""
    return replace(style, cover=False, contents=False, markup="")


def value_runs(target: Target, style: Style = USUAL) -> tuple[Run, ...]:
    """The value cell, its parts as runs of one cell."""
    parts = _VALUES.get(style.values, printed_parts)(target)
    return tuple([Run(text, role) for text, role in zip(parts, TARGET_PARTS, strict=True) if text])


def has_cover(form: Form, style: Style) -> bool:
    """Whether the whole document begins with a cover."""
    return form.layout.with_cover if style.cover is None else style.cover


def has_contents(form: Form, style: Style) -> bool:
    """Whether the whole document has a table of contents."""
    return form.layout.with_contents if style.contents is None else style.contents


def mark_up(style: Style) -> str:
    """How the paper is made ready for a pen: LINES, MARGIN or not at all."""
    return style.markup if style.markup in (LINES, MARGIN) else ""


def _with_room(page: Page) -> Page:
    """The room is taken from the left margin first, then from the text."""
    left = min(page.left, _LEAST_LEFT)
    width = max(page.width, page.height) if page.landscape else page.width
    right = max(min(page.right + _ROOM, width - left - _LEAST_WIDTH), page.right)
    return replace(page, left=left, right=right)
