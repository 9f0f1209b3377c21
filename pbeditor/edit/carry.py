"""结转: what of last year's document goes into this year's draft, chosen piece by piece."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.amounts import rounded
from pbeditor.edit.decisions import Decided, with_decisions
from pbeditor.edit.plans import percentage
from pbeditor.edit.proposals import proposals
from pbeditor.edit.rollover import in_form, title_of
from pbeditor.edit.year_changes import Change, apply_changes
from pbeditor.model.amount import BUDGET_PARTS, number
from pbeditor.model.document import Budget, Document, Project, Target
from pbeditor.model.form import Form

AMOUNTS = ("clear", "keep", "scale")


class Carry(Struct, frozen=True):
    """What is carried over into the draft of `year`.

    `form` "" keeps the form; `projects` None takes all; `amounts` is one of AMOUNTS, for "scale" `percent` of last
    year's; plans, values and codes are kept or cleared; `changes` None makes the likely ones of `proposals`.
    """

    year: int
    form: str = ""
    projects: tuple[str, ...] | None = None
    amounts: str = "clear"
    percent: str = "100"
    plans: bool = True
    values: bool = True
    codes: bool = True
    changes: tuple[Change, ...] | None = None
    decided: tuple[Decided, ...] = ()


def carry_over(document: Document, form: Form, carry: Carry) -> Document:
    """The draft for `carry.year` in `form`, everything under its old id, with `document` inside to compare with.

    Rules stay silenced; what was confirmed of last year's values is to be looked at again. A change whose text is
    another one by now, or whose project is not taken, is left out.
    """
    changes = [one for one in proposals(document, carry.year) if one.likely] if carry.changes is None else carry.changes
    draft = with_decisions(in_form(document, form), carry.decided)
    wanted = None if carry.projects is None else frozenset(carry.projects)
    taken = (project for project in draft.projects if wanted is None or project.id in wanted)
    draft = replace(
        draft,
        year=carry.year,
        title=title_of(document, carry.year, form),
        projects=tuple(_carried(project, form, carry) for project in taken),
        periods=draft.periods if carry.plans or draft.form == document.form else (),
        confirmed=(),
        last_year=replace(document, last_year=None),
    )
    return apply_changes(draft, changes)


def scaled(budget: Budget, percent: Decimal, decimals: int) -> Budget:
    """So many percent of the amounts, rounded half up to `decimals`; what is blank or no number stays as it is.

    Where 预算数 was the sum of its sources, it is the sum of the rounded ones.
    """
    if percent == 100:  # noqa: PLR2004 - all of it
        return budget
    amounts = {field: getattr(budget, field) for field in BUDGET_PARTS}
    values = {field: value for field, text in amounts.items() if (value := number(text)) is not None}
    new = {field: rounded(value * percent / 100, decimals) for field, value in values.items()}
    sources = [field for field in ("fiscal", "other") if field in values]
    if "total" in values and sources and values["total"] == sum(values[field] for field in sources):
        new["total"] = rounded(sum((Decimal(new[field]) for field in sources), Decimal(0)), decimals)
    return replace(budget, **new)


def percent_of(text: str) -> Decimal | None:
    """The percentage that a person typed, as 105 or 105%; None for what is none or below 0."""
    value = percentage(text)
    return value if value is not None and value >= 0 else None


def _carried(project: Project, form: Form, carry: Carry) -> Project:
    kept: dict[str, object] = {"budget": _budget(project.budget, form, carry)}
    if not carry.codes:
        kept["code"] = ""
    if not carry.plans:
        kept["plan"] = ("",) * len(form.periods)
    if not carry.values:
        kept["indicators"] = tuple(replace(row, target=Target()) for row in project.indicators)
    return replace(project, **kept)


def _budget(budget: Budget, form: Form, carry: Carry) -> Budget:
    if carry.amounts == "keep":
        return budget
    percent = percent_of(carry.percent) if carry.amounts == "scale" else None
    return Budget() if percent is None else scaled(budget, percent, form.decimals)
