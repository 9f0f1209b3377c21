"""What the form of another year leaves to a person: categories it does not know, and what else does not fit."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.categories import categories_in
from pbeditor.edit.projects import rows_of
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.form import Form
from pbeditor.model.text import fold

Pair = tuple[str, str]  # 一级指标 and 二级指标

# Which part of a category is meant where nothing but words of the row tell: 成本 since 2021 has three.
_HINTS = {
    "生态": ("生态", "环境", "污染", "排放", "能耗", "绿化"),
    "社会": ("社会", "公众", "群众", "扰民"),
}


class Decision(Struct, frozen=True):
    """Something that a person must settle in the new form.

    For a row `choices` are the pairs it can have, the likely first; without choices it is only to be looked at.
    """

    place: str
    message: str
    choices: tuple[Pair, ...] = ()


class Decided(Struct, frozen=True):
    """The categories chosen for the row at a lasting place such as `projects/ID/indicators/ID`."""

    place: str
    level1: str
    level2: str


class Mapped(Struct, frozen=True):
    """Categories that got other names in the new form, and how many rows had them."""

    before: Pair
    after: Pair
    rows: int


def mapped(document: Document, form: Form) -> tuple[Mapped, ...]:
    """Which categories `form` names otherwise, in the order in which they first occur."""
    if document.form == form.id:
        return ()
    pairs = ((before, categories_in(form, *before)) for before in map(_pair, rows_of(document)))
    found = Counter((before, after) for before, after in pairs if before != after)
    return tuple(Mapped(before, after, rows) for (before, after), rows in found.items())


def decisions(document: Document, form: Form, before: Form | None = None) -> tuple[Decision, ...]:
    """The rows whose categories are no pair of `form`, then where it is built otherwise than the form `before`."""
    if document.form == form.id:
        return ()
    return (*_of_rows(document, form), *_of_parts(document, form, before))


def with_decisions(document: Document, decided: Iterable[Decided]) -> Document:
    """The document, in its new form, with the chosen categories; a row that is gone is left out."""
    pairs = {one.place: one for one in decided}
    if not pairs:
        return document
    return replace(document, projects=tuple(_project(project, pairs) for project in document.projects))


def _project(project: Project, pairs: dict[str, Decided]) -> Project:
    rows = tuple(
        replace(row, level1=one.level1, level2=one.level2) if (one := pairs.get(_place(project, row))) else row
        for row in project.indicators
    )
    return replace(project, indicators=rows)


def _of_rows(document: Document, form: Form) -> Iterator[Decision]:
    for project in document.projects:
        for row in project.indicators:
            pair = categories_in(form, row.level1, row.level2)
            if any(_pair(row)) and not _is_known(form, pair):
                choices = tuple(_choices(row, pair, form))
                yield Decision(_place(project, row), _message(row, pair, form), choices)


def _of_parts(document: Document, form: Form, before: Form | None) -> Iterator[Decision]:
    headings = {fold(section.heading) for section in document.overall}
    if headings and not headings & set(map(fold, form.sections)):
        parts = "、".join(form.sections)
        yield Decision("overall", f"新表样的整体绩效目标分为{parts}，草稿保留了原来的各节，请核对")
    if before and not document.periods and before.periods != form.periods:
        old, new = "、".join(before.periods), "、".join(form.periods)
        yield Decision("projects", f"支出计划的期别由{old}变为{new}，沿用的支出进度请核对")
    foreign = sum(bool(project.code) and not form.is_usual_code(project.code) for project in document.projects)
    if foreign:
        yield Decision("projects", f"有{foreign}个项目的编码不是新表样的格式，请核对，也可以不沿用编码")


def _message(row: Indicator, pair: Pair, form: Form) -> str:
    was = "、".join(filter(None, _pair(row)))
    if not form.level1(pair[0]):
        return f"原来是“{was}”，新表样里没有这一类，请选择"
    if not pair[1]:
        return f"原来是“{was}”，在新表样里属于{pair[0]}，请选择二级指标"
    return f"原来是“{was}”，新表样的{pair[0]}下没有“{pair[1]}”，请选择"


def _choices(row: Indicator, pair: Pair, form: Form) -> Iterator[Pair]:
    """All pairs of the form: those of the same 一级指标 first, among them the one the row's words speak for."""
    meant, where = form.level1(pair[0]), form.level2(pair[1])
    said = row.name + row.description + row.target.text
    pairs = [(parent, child) for parent in form.categories for child in parent.children]
    ranks = {(parent.name, child.name): (parent is not meant, _rank(child.name, said)) for parent, child in pairs}
    likely = (where[0].name, where[1].name) if where else None
    yield from sorted(ranks, key=lambda one: (one != likely, ranks[one]))


def _rank(name: str, said: str) -> int:
    """How far down a category stands: on top where the row speaks of it, last where it would have to and does not."""
    words = next((words for part, words in _HINTS.items() if part in name), None)
    if words is None:
        return 1
    return 0 if any(word in said for word in words) else 2


def _is_known(form: Form, pair: Pair) -> bool:
    parent = form.level1(pair[0])
    return parent is not None and any(child.is_called(pair[1]) for child in parent.children)


def _pair(row: Indicator) -> Pair:
    return row.level1, row.level2


def _place(project: Project, row: Indicator) -> str:
    return f"projects/{project.id}/indicators/{row.id}"
