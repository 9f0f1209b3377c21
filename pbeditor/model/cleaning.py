"""`clean` for whole documents: which fields hold one line and which hold several."""

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.clean_look import SeveralLines, looks_clean
from pbeditor.model.document import Indicator, Project, Section, Target
from pbeditor.model.text import clean, clean_line

T = TypeVar("T")

SEVERAL_LINES: SeveralLines = frozenset(
    {
        (Section, "text"),
        (Project, "purpose"),
        (Project, "goals"),
        (Indicator, "name"),
        (Indicator, "description"),
        (Indicator, "basis"),
        (Target, "text"),
    }
)
MANY = 2  # projects, from which looking at all of them at once is quicker


def clean_field(owner: Struct, field: str, text: str) -> str:
    """The text as `owner` keeps it in `field`."""
    return clean(text) if (type(owner), field) in SEVERAL_LINES else clean_line(text)


def cleaned(value: T) -> T:
    """The same value with every text in it cleaned; the same object when nothing had to change."""
    if isinstance(value, Struct):
        if isinstance(value, Project) and looks_clean((value,), SEVERAL_LINES):
            return value
        changes = {
            name: new
            for name in value.__struct_fields__
            if (new := _cleaned_field(value, name, getattr(value, name))) is not getattr(value, name)
        }
        return replace(value, **changes) if changes else value
    return value


def _cleaned_field(owner: Struct, field: str, value: Any) -> Any:
    if isinstance(value, str):
        new = clean_field(owner, field, value)
        return value if new == value else new
    if isinstance(value, tuple):
        if len(value) >= MANY and isinstance(value[0], Project) and looks_clean(value, SEVERAL_LINES):
            return value
        items = tuple(clean_line(item) if isinstance(item, str) else cleaned(item) for item in value)
        return value if all(a is b or a == b for a, b in zip(items, value, strict=True)) else items
    return cleaned(value)
