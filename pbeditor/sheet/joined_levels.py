"""Texts that hold a 一级 and its 二级 in one: 产出指标-数量指标, 产出指标/数量指标, 产出指标（数量指标）."""

from collections.abc import Callable, Mapping

from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern

_BETWEEN = pattern(r"\s*(?:[-－–—/／\\:：>＞→·|｜_\n]|[（(](?=[^（()）]+[）)]$))+\s*")

Levels = tuple[str, str]


def levels_in(text: str, form: Form) -> Levels | None:
    """The two categories of the form that a text names and nothing else; None for any other."""
    level1, *rest = _BETWEEN.split(text)
    if len(rest) != 1:
        return None
    level2 = rest[0].rstrip("）)")
    return (level1, level2) if form.level1(level1) and form.level2(level2) else None


def with_levels(texts: dict[str, str], told: Callable[[str], Levels | None]) -> dict[str, str]:
    """What a row says by field, a text of two categories put into both their columns where nothing else stands there.

    Beside one in the first column stands the name, where no column has names.
    """
    first, second = texts.get("level1", ""), texts.get("level2", "")
    if levels := told(first):
        if second and second not in (first, levels[1]):
            return texts if "name" in texts else {**texts, **_of(levels), "name": second}
        return {**texts, **_of(levels)}
    levels = told(second)
    return {**texts, **_of(levels)} if levels and first in ("", levels[0]) else texts


def _of(levels: Levels) -> Mapping[str, str]:
    return dict(zip(("level1", "level2"), levels, strict=True))
