"""The sum 预算数 = 财政资金 + 其他资金, and what makes it right. A blank counts as 0."""

from decimal import Decimal

from pbeditor.model.amount import is_blank, number
from pbeditor.model.document import Budget

_SOURCES = ("fiscal", "other")


def written(value: Decimal, decimals: int) -> str:
    """A number with at least so many decimals; none that it has is lost."""
    exponent = value.normalize().as_tuple().exponent
    present = max(-exponent, 0) if isinstance(exponent, int) else 0
    return f"{value:.{max(decimals, present)}f}"


def sources_sum(budget: Budget) -> Decimal | None:
    """财政资金 + 其他资金, a blank counting as 0; None where one of them is no number."""
    amounts = [_value(getattr(budget, field)) for field in _SOURCES]
    return None if None in amounts else sum(filter(None, amounts), Decimal(0))


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
