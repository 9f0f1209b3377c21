"""Amounts as people type them, and the sum 预算数 = 财政资金 + 其他资金. All in the document's money unit."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from pbeditor.model.amount import ANY_MONEY_UNIT, MONEY_UNITS, is_blank, narrowed, number
from pbeditor.model.document import Budget, Project
from pbeditor.model.patterns import pattern

LONGEST = 100  # digits of what is calculated; a slip on the keyboard can be long, and the text stays as it was typed
_WITH_UNIT = pattern(f"(.*?)({ANY_MONEY_UNIT})")
_SOURCES = ("fiscal", "other")


def written(value: Decimal, decimals: int) -> str:
    """A number with at least so many decimals; none that it has is lost."""
    exponent = value.normalize().as_tuple().exponent
    present = max(-exponent, 0) if isinstance(exponent, int) else 0
    return f"{value:.{max(decimals, present)}f}"


def rounded(value: Decimal, decimals: int) -> str:
    """A number with exactly so many decimals, halves up: for figures that are only shown."""
    with localcontext(prec=LONGEST):
        return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}"


def tidied_amount(text: str, money_unit: str, decimals: int) -> str:
    """An amount as the form prints it: 12,000 and １２ and 1.2万 are understood; anything else stays as typed."""
    value = amount(text, money_unit)
    return text if value is None else written(value, decimals)


def amount(text: str, money_unit: str) -> Decimal | None:
    """The amount that `text` means in `money_unit`; a unit of its own is converted. None for anything else."""
    plain = narrowed(text)
    found = _WITH_UNIT.fullmatch(plain)
    if not found:
        return number(plain)
    value = number(found[1])
    return (
        None
        if value is None or money_unit not in MONEY_UNITS
        else value * MONEY_UNITS[found[2]] / MONEY_UNITS[money_unit]
    )


def sources_sum(budget: Budget) -> Decimal | None:
    """财政资金 + 其他资金, a blank counting as 0; None where one of them is no number."""
    amounts = [_value(getattr(budget, field)) for field in _SOURCES]
    return None if None in amounts else sum(filter(None, amounts), Decimal(0))


def total(projects: Iterable[Project], field: str = "total") -> Decimal:
    """The sum of one amount of the projects, in the document's money unit; what is no number counts as 0."""
    amounts = (number(getattr(project.budget, field)) for project in projects)
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def gap(budget: Budget) -> Decimal | None:
    """How much 预算数 is above the sum of its sources; None where something is no number."""
    total, parts = _value(budget.total), sources_sum(budget)
    return None if total is None or parts is None else total - parts


def completion(budget: Budget, decimals: int) -> tuple[str, str] | None:
    """The (field, text) that makes the sum right: the blank part if there is one, else 预算数. None for no gap."""
    missing = gap(budget)
    if not missing:
        return None
    blank = [field for field in _SOURCES if is_blank(getattr(budget, field))]
    if missing > 0 and blank:
        return blank[0], written(missing, decimals)
    return "total", written(sources_sum(budget) or Decimal(0), decimals)


def _value(text: str) -> Decimal | None:
    return Decimal(0) if is_blank(text) else number(text)
