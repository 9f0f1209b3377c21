"""Whether an indicator's name fits the category it stands in."""

from collections.abc import Callable, Iterator

from pbeditor.check.facts import ProjectFacts, Row
from pbeditor.check.names import (
    is_about_cost,
    is_about_quality,
    is_count,
    is_input,
    is_rate,
    is_satisfaction,
    is_timely,
)
from pbeditor.check.problem import Finding, Fix, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.rules.structure import repeated_outputs
from pbeditor.check.taxonomy import BENEFIT, COST, QUALITY, QUANTITY, SATISFACTION, TIME, category_for
from pbeditor.model.form import Form

# What a name under 数量指标 says, and the kind of category that is for it; the first that fits counts.
_ELSEWHERE: tuple[tuple[Callable[[str], bool], str], ...] = ((is_timely, TIME), (is_about_quality, QUALITY))


def satisfaction_stands_under_satisfaction(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """满意度 has a category of its own."""
    for row in facts.rows:
        if SATISFACTION not in (row.place.group, row.place.kind) and is_satisfaction(row.name):
            yield from _better_place(row, form, SATISFACTION)


def quantities_are_no_other_category(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """及时 is about time and 合格 about quality, not about quantity."""
    for row in facts.rows:
        if row.place.kind == QUANTITY and (kind := _other_kind(row)):
            yield from _better_place(row, form, kind)


def quantities_are_no_rates(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A quantity is how many; a percentage says how well or how far."""
    for row in facts.rows:
        if row.place.kind == QUANTITY and is_rate(row.name) and not is_satisfaction(row.name) and not _other_kind(row):
            yield Finding(row.at("level2"), f"数量指标{row.called}是比率，建议写成次数、人数等数量")


def costs_speak_of_money(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A cost is an amount of money, a price, or a limit that is kept."""
    for row in facts.rows:
        item = row.indicator
        if COST not in (row.place.group, row.place.kind) or row.value.operator in ("≤", "＜") or not row.name:
            continue
        if not is_about_cost(row.name) and not is_about_cost(item.description) and "元" not in row.value.words:
            yield Finding(row.at("level2"), f"{row.called}与成本无关，不宜放在{quoted(item.level2 or item.level1)}")


def benefits_are_no_inputs(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """How often was trained is an output; what came of it is the benefit."""
    inputs = [row for row in facts.rows if row.place.group == BENEFIT and is_input(row.name)]
    repeated = {row.name for row in repeated_outputs(facts)} if inputs else set()
    for row in inputs:
        if row.name not in repeated:
            yield Finding(row.at("name"), f"{row.called}是投入或工作量，不是效益，请写它带来的变化")


def _other_kind(row: Row) -> str:
    if is_count(row.name) or is_satisfaction(row.name):
        return ""
    return next((kind for says, kind in _ELSEWHERE if says(row.name)), "")


def _better_place(row: Row, form: Form, kind: str) -> Iterator[Finding]:
    """Say where the row belongs, with the move as the fix; nothing when the form has no such category."""
    place = category_for(form, kind)
    if place is None:
        return
    item = row.indicator
    now = ((row.at("level1"), item.level1), (row.at("level2"), item.level2))
    fix: Fix = tuple((path, new) for (path, old), new in zip(now, place, strict=True) if old != new)
    where = item.level2 or item.level1
    stands = f"放在了{quoted(where)}" if where else "还没有归类"
    yield Finding(row.at("level2"), f"{row.called}{stands}，应归入{quoted(place[1])}", fix)


RULES = (
    Rule(
        satisfaction_stands_under_satisfaction,
        "满意度放在了其他类别",
        "warning",
        "满意度有专门的类别，放错后汇总时会漏掉。",
    ),
    Rule(
        quantities_are_no_other_category,
        "数量指标里有时效或质量指标",
        "warning",
        "放错类别的指标会让人误以为缺少时效或质量要求。",
    ),
    Rule(costs_speak_of_money, "成本指标与成本无关", "warning", "成本指标应当写金额、单价、标准或控制上限。"),
    Rule(quantities_are_no_rates, "数量指标写成了比率", "hint", "比率看不出做了多少，数量更便于核对。"),
    Rule(benefits_are_no_inputs, "效益指标写成了工作量", "hint", "做了多少属于产出，效益应当写带来的变化。"),
)
