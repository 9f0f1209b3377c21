"""A form: one year's and region's official table, as data read from TOML.

Everything here is a value; `store.forms` reads the files. Lengths are mm, font sizes pt. The bounds of numbers hold for
what is read from a file: people write forms by hand, and no number of theirs may stop the program later.
"""

import re
from functools import lru_cache
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from pbeditor.model.text import fold

Align = Literal["left", "center", "right"]
Expected = Literal["error", "warning", "hint", ""]
Field = Literal[
    "", "unit", "money_unit", "code", "name", "total", "fiscal", "other", "purpose", "goals", "periods", "plan"
]
Places = Annotated[int, Meta(ge=1, le=63)]  # of a grid: a table of Word has no more columns
Length = Annotated[float, Meta(ge=0, le=2000)]
Count = Annotated[int, Meta(ge=0, le=100_000)]
Font = Annotated[str, Meta(min_length=1)]
_LONGEST = 200  # signs of a category, blanks between them included: nothing longer is compared with each of them


class Category(Struct, frozen=True, forbid_unknown_fields=True):
    """A 一级 or 二级指标. `expected` is the severity of its absence: "error", "warning", "hint" or "" for none."""

    name: str
    aliases: tuple[str, ...] = ()
    expected: Expected = ""
    children: tuple["Category", ...] = ()

    def is_called(self, text: str) -> bool:
        """Whether `text` names this category: width, spaces and the suffix 指标 do not count."""
        return len(text) <= _LONGEST and _bare(text) in _names(self.name, self.aliases)


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """One column of the indicator grid; `field` is level1, level2, name, description, target or basis."""

    field: str
    label: str
    width: Annotated[float, Meta(ge=1, le=2000)]
    synonyms: tuple[str, ...] = ()
    help: str = ""
    align: Align = "left"


class Box(Struct, frozen=True, forbid_unknown_fields=True):
    """One cell of the head table: a printed `label` or the value of a `field`.

    `field` is unit, money_unit, code, name, total, fiscal, other, purpose, goals, periods (one cell a period, sharing
    `columns`) or plan (the same, with the percentages). A label says which field it announces through `labels`.
    """

    label: str = ""
    field: Field = ""
    columns: Places = 1
    rows: Places = 1
    align: Align = "left"
    frame: bool = True


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of printed text looks: font names in order of preference and size in pt."""

    fonts: Annotated[tuple[Font, ...], Meta(min_length=1)]
    size: Annotated[float, Meta(ge=4, le=72)]
    bold: bool = False


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """Paper and margins in mm."""

    width: Length = 210
    height: Length = 297
    top: Length = 37
    bottom: Length = 35
    left: Length = 28
    right: Length = 26
    landscape: bool = False


class Layout(Struct, frozen=True, forbid_unknown_fields=True):
    """How the form prints."""

    head_columns: Places
    head: Annotated[tuple[tuple[Box, ...], ...], Meta(min_length=1)]
    page: Page
    texts: dict[str, Text]
    with_cover: bool = False
    # Lines below the title; one whose braces stay blank is left out.
    cover: tuple[str, ...] = ("编制单位：{department}",)
    with_contents: bool = True


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """One official form; the TOML files name the source of each fact."""

    id: str
    name: str
    year: int
    title: str
    contents: str
    overall_part: str
    projects_part: str
    sections: tuple[str, ...]
    section_heading: str
    project_title: str
    money_unit: str
    decimals: Annotated[int, Meta(ge=0, le=8)]
    cumulative: bool
    periods: tuple[str, ...]
    operators: tuple[str, ...]
    code_patterns: tuple[str, ...]
    purpose_bytes: Count
    indicator_count: tuple[Count, Count]
    labels: dict[str, tuple[str, ...]]
    value_parts: dict[str, tuple[str, ...]]  # heads of the columns operator, number and words where they stand apart
    categories: tuple[Category, ...]
    columns: tuple[Column, ...]
    layout: Layout
    bases: tuple[str, ...] = ()
    change_threshold: Count = 30  # %, by which an amount may differ from last year's without being asked about
    # Only in forms that a user made by mapping another layout; such a form reads, the form `base` edits and prints.
    base: str = ""
    marks: tuple[str, ...] = ()  # labels by which the layout is known again
    ignored: tuple[str, ...] = ()  # labels that have no field, whatever they look like

    def level1(self, text: str) -> Category | None:
        """The 一级指标 that `text` names."""
        return next((category for category in self.categories if category.is_called(text)), None)

    def level2(self, text: str) -> tuple[Category, Category] | None:
        """The (一级, 二级) pair whose second `text` names; the first such pair of the form."""
        pairs = ((parent, child) for parent in self.categories for child in parent.children)
        return next((pair for pair in pairs if pair[1].is_called(text)), None)

    def is_usual_code(self, code: str) -> bool:
        """Whether a project's code looks like one of the form's; any does where the form has no patterns."""
        return not self.code_patterns or any(re.fullmatch(pattern, code) for pattern in self.code_patterns)

    def with_periods(self, periods: tuple[str, ...]) -> "Form":
        """The form with other periods in its plan; the same object for none or for its own."""
        return replace(self, periods=periods) if periods and periods != self.periods else self

    def period(self, index: int) -> str:
        """The label of a period; a plan longer than the form's gets plain numbers."""
        return self.periods[index] if index < len(self.periods) else f"第{index + 1}期"


@lru_cache(512)
def _names(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_bare, (name, *aliases)))


def _bare(text: str) -> str:
    return fold(text).removesuffix("指标")
