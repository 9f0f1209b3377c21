"""一级 and 二级指标 know each other: what each may be, and what one says about the other."""

from msgspec.structs import replace

from pbeditor.model.document import Indicator
from pbeditor.model.form import Category, Form


def choices(row: Indicator, field: str, form: Form) -> tuple[str, ...]:
    """What a list offers for a cell; nothing for a column that is free text."""
    if field == "level1":
        return tuple(category.name for category in form.categories)
    if field == "level2":
        parent = form.level1(row.level1)
        parents = (parent,) if parent else form.categories
        return tuple(child.name for category in parents for child in category.children)
    return form.bases if field == "basis" else ()


def with_known_level(row: Indicator, field: str, form: Form) -> Indicator:
    """The row with the blank one of its two categories filled where the other, just set, leaves no choice."""
    if field == "level2" and not row.level1:
        pair = form.level2(row.level2) if row.level2 else None
        return replace(row, level1=pair[0].name) if pair else row
    if field == "level1" and not row.level2:
        parent = form.level1(row.level1) if row.level1 else None
        only = _only_child(parent) if parent else None
        return replace(row, level2=only.name) if only else row
    return row


def _only_child(parent: Category) -> Category | None:
    return parent.children[0] if len(parent.children) == 1 else None
