"""资金支出计划: percentages of a year's budget by period, and the amounts they mean."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from msgspec import Struct

from pbeditor.edit.amounts import LONGEST, amount
from pbeditor.model.amount import number
from pbeditor.model.form import Form
from pbeditor.model.sums import written

DECIMALS = 2  # of a percentage
_WHOLE = Decimal(100)


class Portion(Struct, frozen=True):
    """What one period of a plan means, in % and in the money unit; None where something is no number yet."""

    reached: Decimal | None  # % spent up to the end of the period
    reached_amount: Decimal | None
    step_amount: Decimal | None  # spent in this period alone


def portions(plan: Sequence[str], total: str, *, cumulative: bool) -> tuple[Portion, ...]:
    """One a period. A period that is no number yet leaves a gap; a later one is then measured from the last known."""
    whole = number(total)
    known, found = Decimal(0), []
    for text in plan:
        typed = percentage(text)
        reached = None if typed is None else typed if cumulative else known + typed
        step = None if reached is None else reached - known
        found.append(Portion(reached, _share(whole, reached), _share(whole, step)))
        known = known if reached is None else reached
    return tuple(found)


def percentage(text: str) -> Decimal | None:
    """The number in `text`, with or without %; None for a blank or for what is no number."""
    return number(text.strip().removesuffix("%").removesuffix("％"))


def tidied_percentage(text: str, total: str, money_unit: str, decimals: int) -> str:
    """A percentage as the form prints it; an amount with its unit (1.2万) becomes its share of `total`."""
    typed, whole, money = percentage(text), number(total), amount(text, money_unit)
    if typed is None and money is not None and whole:
        with localcontext(prec=LONGEST):
            return written((money * _WHOLE / whole).quantize(Decimal("0.01")), decimals)
    return text if typed is None else written(typed, decimals)


def even_plan(periods: int, *, cumulative: bool, decimals: int) -> tuple[str, ...]:
    """The same step in each period, all spent at the end."""
    reached = [(_WHOLE * (index + 1) / periods).quantize(Decimal("0.01")) for index in range(periods)]
    steps = [after - before for before, after in zip([Decimal(0), *reached[:-1]], reached, strict=True)]
    return tuple(written(value, decimals) for value in (reached if cumulative else steps))


def last_period_plan(periods: int, decimals: int) -> tuple[str, ...]:
    """Everything in the last period, in either way of counting."""
    return (*(written(Decimal(0), decimals),) * (periods - 1), written(_WHOLE, decimals))


def ready_plans(form: Form) -> dict[str, tuple[str, ...]]:
    """The plans that a button fills in, by its text."""
    count = len(form.periods)
    return {
        "均衡支出": even_plan(count, cumulative=form.cumulative, decimals=DECIMALS),
        "年底一次支出": last_period_plan(count, DECIMALS),
    }


def head(form: Form) -> str:
    """What the percentages of a plan are called."""
    return "累计进度（%）" if form.cumulative else "本期进度（%）"


def _share(whole: Decimal | None, percent: Decimal | None) -> Decimal | None:
    return None if whole is None or percent is None else whole * percent / _WHOLE
