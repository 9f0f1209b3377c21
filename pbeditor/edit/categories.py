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
    """The row with one of its two categories filled where it is blank and the other, just set, leaves no choice.

    A 二级指标 of another 一级指标 brings that one. A 一级指标 brings nothing along: several would fit below it.
    """
    if field == "level2":
        return _with_parent(row, form)
    if field == "level1" and not row.level2:
        parent = form.level1(row.level1) if row.level1 else None
        only = _only_child(parent) if parent else None
        return replace(row, level2=only.name) if only else row
    return row


def categories_in(form: Form, level1: str, level2: str) -> tuple[str, str]:
    """The names that two categories have in `form`; what it does not know stays as it is.

    A 二级指标 that is a 一级指标 there (成本指标 since 2021) leaves its old place blank, for a person to decide.
    """
    parent = form.level1(level1)
    if parent is None:
        pair = form.level2(level2) or form.level2(level1)
        return (pair[0].name, pair[1].name) if pair else (level1, level2)
    for child in parent.children:
        if child.is_called(level2):
            return parent.name, child.name
    risen = form.level1(level2)
    return (risen.name, "") if risen else (parent.name, level2)


def _with_parent(row: Indicator, form: Form) -> Indicator:
    """The row with the only 一级指标 that its 二级指标 may stand below; one that the form does not know stays."""
    parents = [each for each in form.categories if row.level2 and any(c.is_called(row.level2) for c in each.children)]
    present = form.level1(row.level1)
    if not parents or present in parents or (row.level1 and (present is None or len(parents) > 1)):
        return row
    return replace(row, level1=parents[0].name)


def _only_child(parent: Category) -> Category | None:
    return parent.children[0] if len(parent.children) == 1 else None
