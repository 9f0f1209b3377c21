"""Where an indicator stands in the form's taxonomy, and what that place means.

Forms name their categories differently; rules ask for the meaning: an output, a benefit, a quantity, a cost.
"""

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from pbeditor.model.form import Category, Form
from pbeditor.model.text import fold

OUTPUT, BENEFIT, SATISFACTION, COST = "output", "benefit", "satisfaction", "cost"
QUANTITY, QUALITY, TIME = "quantity", "quality", "time"

# A word inside a category's name, and what the category means; the first that fits counts.
GROUPS = (("满意", SATISFACTION), ("成本", COST), ("产出", OUTPUT), ("效益", BENEFIT), ("效果", BENEFIT))
KINDS = (("满意", SATISFACTION), ("成本", COST), ("数量", QUANTITY), ("质量", QUALITY), ("时效", TIME))
_SUFFIX = "指标"


class Place(Struct, frozen=True, gc=False):
    """The place of one indicator. `level1` and `level2` are the form's own names, "" where the form has none such.

    `home` is the 一级指标 that level 2 belongs to when it is another one than that given.
    """

    level1: str
    level2: str
    home: str
    group: str  # OUTPUT, BENEFIT, SATISFACTION, COST or ""
    kind: str  # QUANTITY, QUALITY, TIME, COST, SATISFACTION or ""
    names: tuple[str, ...]  # the form's names of the categories that count as present


def meaning(name: str, words: tuple[tuple[str, str], ...]) -> str:
    """What a category of this name means, "" when no word of `words` occurs in it."""
    return next((sense for word, sense in words if word in name), "")


@lru_cache(maxsize=16)
def placer(categories: tuple[Category, ...]) -> Callable[[str, str], Place]:
    """A function from (一级, 二级) as written to their place; it remembers what it was asked."""

    @lru_cache(maxsize=1024)
    def place(level1: str, level2: str) -> Place:
        parent = next((category for category in categories if category.is_called(level1)), None)
        child = _child(parent, level2) if parent else None
        home = None if child else next((other for other in categories if _child(other, level2)), None)
        child = child or (_child(home, level2) if home else None)
        first = parent or (home if not level1.strip() else None)
        return Place(
            level1=parent.name if parent else "",
            level2=child.name if child else "",
            home=home.name if home else "",
            group=meaning(first.name if first else level1, GROUPS),
            kind=meaning(child.name if child else level2, KINDS),
            names=tuple(category.name for category in (parent or home, child) if category),
        )

    return place


def is_label(name: str, form: Form) -> bool:
    """Whether a folded name is what the form, or one like it, calls a category; 满意度 alone is a good name too."""
    return name in _labels(form.categories)


def category_for(form: Form, kind: str) -> tuple[str, str] | None:
    """The names of the form's (一级, 二级) that mean `kind`, such as TIME; None where the form has none."""
    return _category(form.categories, kind)


@lru_cache(maxsize=16)
def _labels(categories: tuple[Category, ...]) -> frozenset[str]:
    every = [category for parent in categories for category in (parent, *parent.children)]
    names = {fold(name).removesuffix(_SUFFIX) for category in every for name in (category.name, *category.aliases)}
    plain = {name for name in names if meaning(name, KINDS) != SATISFACTION}
    return frozenset(plain | {name + _SUFFIX for name in names})


@lru_cache(maxsize=64)
def _category(categories: tuple[Category, ...], kind: str) -> tuple[str, str] | None:
    pairs = ((parent, child) for parent in categories for child in parent.children)
    return next(((p.name, c.name) for p, c in pairs if meaning(c.name, KINDS) == kind), None)


def _child(parent: Category, text: str) -> Category | None:
    return next((child for child in parent.children if child.is_called(text)), None)
