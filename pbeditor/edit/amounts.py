"""Amounts as people type them, and their totals. All in the document's money unit."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from pbeditor.model.amount import ANY_MONEY_UNIT, MONEY_UNITS, narrowed, number
from pbeditor.model.document import Project
from pbeditor.model.patterns import pattern
from pbeditor.model.sums import written

LONGEST = 100  # digits of what is calculated; a slip on the keyboard can be long, and the text stays as it was typed
_WITH_UNIT = pattern(f"(.*?)({ANY_MONEY_UNIT})")


def rounded(value: Decimal, decimals: int) -> str:
    """A number with exactly so many decimals, halves up: for figures that are only shown."""
    with localcontext(prec=LONGEST):
        return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}"


def with_commas(value: Decimal, decimals: int) -> str:
    """A sum as people read it; none of its decimals is lost, or it would not be the one on paper."""
    return f"{Decimal(written(value, decimals)):,}"


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
    if value is None or money_unit not in MONEY_UNITS:
        return None
    return value * MONEY_UNITS[found[2]] / MONEY_UNITS[money_unit]


def total(projects: Iterable[Project], field: str = "total") -> Decimal:
    """The sum of one amount of the projects, in the document's money unit; what is no number counts as 0."""
    amounts = (number(getattr(project.budget, field)) for project in projects)
    return sum((amount for amount in amounts if amount is not None), Decimal(0))
