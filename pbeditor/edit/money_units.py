"""Amounts of one document brought into the money unit of another: 20000 元 are 2.00 万元."""

from decimal import Decimal, localcontext

from msgspec.structs import replace

from pbeditor.edit.amounts import LONGEST
from pbeditor.model.amount import BUDGET_PARTS, MONEY_UNITS, number
from pbeditor.model.document import Budget, Document, Project
from pbeditor.model.sums import written

DECIMALS = 2  # as the forms print amounts; none that an amount has is lost


def unit_factor(before: str, after: str) -> Decimal | None:
    """How many of `after` one of `before` is; None where one of them is no unit that is known."""
    if before == after:
        return Decimal(1)
    return Decimal(MONEY_UNITS[before]) / MONEY_UNITS[after] if before in MONEY_UNITS and after in MONEY_UNITS else None


def in_money_unit(document: Document, unit: str) -> Document:
    """The document with its amounts in `unit`; as it is where they are, or cannot be brought there."""
    if document.money_unit == unit or unit_factor(document.money_unit, unit) is None:
        return document
    projects = tuple(_project(project, document.money_unit, unit) for project in document.projects)
    return replace(document, money_unit=unit, projects=projects)


def converted(text: str, before: str, after: str) -> str:
    """An amount in another unit; what is no number, and what is of no unit that is known, stays as it was typed."""
    value, times = number(text), unit_factor(before, after)
    if value is None or times is None or before == after:
        return text
    with localcontext(prec=LONGEST):
        return written(value * times, DECIMALS)


def _project(project: Project, before: str, after: str) -> Project:
    amounts = {part: converted(getattr(project.budget, part), before, after) for part in BUDGET_PARTS}
    return replace(project, budget=Budget(**amounts))
