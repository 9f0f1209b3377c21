"""What became of each project: new, gone, renamed, changed or as it was, with its amounts and its indicators."""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from pbeditor.edit.compare import pair_indicators
from pbeditor.edit.indicators import FIELDS
from pbeditor.edit.money_units import unit_factor
from pbeditor.model.amount import BUDGET_PARTS, number
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.steps import Steps, gathered
from pbeditor.model.target import shown
from pbeditor.model.text import fold

Kind = Literal["new", "gone", "renamed", "changed", "same"]
RowKind = Literal["new", "gone", "changed"]
TEXTS = ("unit/code", "unit/name", "code", "name", "purpose", "goals")  # fields of a project that are compared as texts
_TEXTS_OF = attrgetter(*(field.replace("/", ".") for field in TEXTS))


class TextChange(Struct, frozen=True):
    """One text that differs; `field` is its path below the project or the indicator."""

    field: str
    before: str
    after: str


class RowChange(Struct, frozen=True):
    """What became of one indicator."""

    kind: RowKind
    before: Indicator | None
    after: Indicator | None

    @property
    def name(self) -> str:
        """What it is called now, or was called."""
        row = self.after or self.before
        return row.name if row else ""

    @property
    def texts(self) -> tuple[TextChange, ...]:
        """Its texts that differ; all it has for a new one and one that is gone."""
        old, new = self.before or Indicator(""), self.after or Indicator("")
        pairs = ((field, shown(getattr(old, field)), shown(getattr(new, field))) for field in FIELDS)
        return tuple(TextChange(*each) for each in pairs if each[1] != each[2])


class ProjectChange(Struct, frozen=True):
    """What became of one project; amounts are 预算数 in the later document's money unit, None where it is no number."""

    kind: Kind
    before: Project | None
    after: Project | None
    amount_before: Decimal | None
    amount_after: Decimal | None
    texts: tuple[TextChange, ...] = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def project(self) -> Project:
        """The project as it is now, or as it was."""
        return self.after or self.before or Project("")

    @property
    def difference(self) -> Decimal | None:
        """How much more it is now; a project that is new or gone counts 0 where it is not."""
        old, new = self.amount_before, self.amount_after
        if self.before and self.after and (old is None or new is None):
            return None
        return None if old is None and new is None else (new or Decimal(0)) - (old or Decimal(0))

    @property
    def percent(self) -> Decimal | None:
        """The difference in % of the amount before, None where there was none."""
        return (
            self.difference / self.amount_before * 100 if self.difference is not None and self.amount_before else None
        )

    def exceeds(self, threshold: Decimal) -> bool:
        """Whether the amount rose or fell by more than so many percent; from or to nothing always does."""
        if not self.difference:
            return False
        return self.percent is None or abs(self.percent) > threshold

    def count(self, kind: RowKind) -> int:
        """How many indicators are new, gone or changed."""
        return sum(row.kind == kind for row in self.rows)


def changes_of(
    before: Document, after: Document, pairs: dict[str, Project], *, by_id: bool = False
) -> Steps[tuple[ProjectChange, ...]]:
    """Every project of `after` in its order, then those of `before` that are gone; `pairs` says which was which."""
    times = unit_factor(before.money_unit, after.money_unit)
    found = yield from gathered(
        change_of(pairs.get(project.id), project, times, by_id=by_id) for project in after.projects
    )
    taken = {id(project) for project in pairs.values()}
    gone = (project for project in before.projects if id(project) not in taken)
    return (*found, *(change_of(project, None, times) for project in gone))


def change_of(
    before: Project | None, after: Project | None, factor: Decimal | None = Decimal(1), *, by_id: bool = False
) -> ProjectChange:
    """What became of one project; `factor` brings its amounts before into the money unit of now."""
    old = number(before.budget.total) if before else None
    amounts = (None if old is None or factor is None else old * factor, number(after.budget.total) if after else None)
    if before is None or after is None:
        return ProjectChange("gone" if before else "new", before, after, *amounts)
    texts, rows = tuple(_texts(before, after, factor)), tuple(_rows(before, after, by_id=by_id))
    if fold(before.name) != fold(after.name):
        kind: Kind = "renamed"
    else:
        kind = "changed" if texts or rows else "same"
    return ProjectChange(kind, before, after, *amounts, texts, rows)


def _texts(before: Project, after: Project, factor: Decimal | None) -> Iterator[TextChange]:
    for field, old, new in zip(TEXTS, _TEXTS_OF(before), _TEXTS_OF(after), strict=True):
        if old != new:
            yield TextChange(field, old, new)
    for field in BUDGET_PARTS:
        old, new = getattr(before.budget, field), getattr(after.budget, field)
        if not _is_equal(old, new, factor):
            yield TextChange(f"budget/{field}", old, new)
    for place in range(max(len(before.plan), len(after.plan))):
        old, new = ("".join(project.plan[place : place + 1]) for project in (before, after))
        if not _is_equal(old, new):
            yield TextChange(f"plan/{place}", old, new)


def _is_equal(old: str, new: str, factor: Decimal | None = Decimal(1)) -> bool:
    """Whether two texts say the same number, or are the same text."""
    if old == new and factor == 1:
        return True  # as most are: last year's amounts are where this year's begin
    values = number(old), number(new)
    if values[0] is None or values[1] is None or factor is None:
        return old == new
    return values[0] * factor == values[1]


def _rows(before: Project, after: Project, *, by_id: bool) -> Iterator[RowChange]:
    pairs = pair_indicators(before.indicators, after.indicators, by_id=by_id)
    for row in after.indicators:
        old = pairs.get(row.id)
        if old is None:
            yield RowChange("new", None, row)
        elif any(getattr(old, field) != getattr(row, field) for field in FIELDS):
            yield RowChange("changed", old, row)
    taken = {id(row) for row in pairs.values()}
    yield from (RowChange("gone", row, None) for row in before.indicators if id(row) not in taken)
