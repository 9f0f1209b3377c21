"""资金支出计划: percentages by the form's periods, cumulative or one by one."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, zip_longest

from pbeditor.check.facts import DocumentFacts, ProjectFacts
from pbeditor.check.problem import Finding, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.value import plain
from pbeditor.model.amount import is_blank
from pbeditor.model.form import Form

_WHOLE = Decimal(100)
# So many projects with one plan are a habit, not a coincidence.
_ENOUGH = 3


def every_period_is_filled(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Each period of the form has a percentage; a plan not begun is one finding."""
    blank = [index for index, _, text in _periods(facts, form) if is_blank(text)]
    if blank and len(blank) == len(form.periods):
        yield Finding("plan", "资金支出计划没有填写")
        return
    for index in blank:
        yield Finding(f"plan/{index}", f"{form.periods[index]}的支出进度没有填写")


def percentages_are_between_0_and_100(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A period's progress is a number from 0 to 100."""
    for index, (percentage, text) in enumerate(zip(facts.plan, facts.project.plan, strict=True)):
        if percentage is None and not is_blank(text):
            yield Finding(f"plan/{index}", f"{form.period(index)}的支出进度{quoted(text)}不是数字")
        elif percentage is not None and not 0 <= percentage <= _WHOLE:
            yield Finding(f"plan/{index}", f"{form.period(index)}的支出进度是{plain(percentage)}，应在0到100之间")


def plan_never_falls(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A cumulative spending plan cannot go down from one period to the next."""
    given = [(index, percentage) for index, percentage in enumerate(facts.plan) if percentage is not None]
    for (_, before), (index, after) in pairwise(given if form.cumulative else ()):
        if after < before:
            yield Finding(f"plan/{index}", f"{form.period(index)}的支出进度{plain(after)}低于上一期的{plain(before)}")


def plan_ends_at_100(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """At the end of the year all money of a cumulative plan is spent."""
    last = len(form.periods) - 1
    percentage = facts.plan[last] if form.cumulative and 0 <= last < len(facts.plan) else None
    if percentage is not None and percentage != _WHOLE:
        message = f"{form.periods[last]}的支出进度是{plain(percentage)}，最后一期应为100"
        yield Finding(f"plan/{last}", message)


def plan_adds_up_to_100(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Percentages of single periods add up to the whole."""
    filled = [percentage for percentage in facts.plan if percentage is not None]
    if form.cumulative or not filled or len(filled) < len(form.periods):
        return
    if sum(filled) != _WHOLE:
        yield Finding("plan", f"各期支出进度之和是{plain(sum(filled, Decimal(0)))}，应为100")


def plans_differ(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """Not every project spends evenly: 25/50/75/100 everywhere was filled in without thought."""
    count, periods = len(facts.projects), len(form.periods)
    if count < _ENOUGH or not periods:
        return
    parts = range(1, periods + 1) if form.cumulative else [1] * periods
    even = tuple(_WHOLE * part / periods for part in parts)
    if all(project.plan == even for project in facts.projects):
        shown = "/".join(plain(percentage) for percentage in even)
        yield Finding("projects/0/plan", f"全部{count}个项目的支出计划都是{shown}，请核对是否按实际安排")


def _periods(facts: ProjectFacts, form: Form) -> Iterator[tuple[int, str, str]]:
    """(index, label, text) of the form's periods; a plan too short is blank at its end."""
    pairs = zip_longest(form.periods, facts.project.plan[: len(form.periods)], fillvalue="")
    return ((index, label, text) for index, (label, text) in enumerate(pairs))


RULES = (
    Rule(every_period_is_filled, "支出进度没有填写", "error", "每个时点都要有计划进度，年中检查支出时与它对照。"),
    Rule(percentages_are_between_0_and_100, "支出进度超出0到100", "error", "进度是占全年预算的百分比。"),
    Rule(plan_never_falls, "支出进度下降", "error", "累计进度只能上升或持平。"),
    Rule(plan_ends_at_100, "最后一期不是100", "error", "累计进度到年底应当全部完成。"),
    Rule(plan_adds_up_to_100, "各期进度之和不是100", "error", "分期进度相加应当等于全年预算。"),
    Rule(
        plans_differ,
        "所有项目的支出计划都相同",
        "hint",
        "各项目的实际支出节奏不同，平均分配的计划起不到对照作用。",
        "document",
        ("plan",),
    ),
)
