"""The indicator grid as a whole: which categories it has, and what it says twice."""

from collections.abc import Iterator
from itertools import combinations

from pbeditor.check.facts import ProjectFacts, Row
from pbeditor.check.names import is_works, kernel
from pbeditor.check.placeholder import is_unwritten, unwritten
from pbeditor.check.problem import Finding, Severity, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.taxonomy import BENEFIT, COST, GROUPS, OUTPUT, is_label, meaning
from pbeditor.model.form import Form
from pbeditor.model.target import printed

# A name this short is near to too many others.
_SHORTEST_KERNEL = 4
# From so many repeated rows on, a block was copied.
_BLOCK = 2
_WISHES: dict[Severity, str] = {"error": "请补充", "warning": "一般应当有，请补充", "hint": "建议补充"}


def project_has_indicators(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A table without a grid measures nothing; what the grid lacks is then not listed one by one."""
    if not facts.rows and not facts.blank_rows:
        yield Finding("indicators", "还没有填写绩效指标")


def required_categories_are_present(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The categories that the form calls indispensable."""
    yield from _absent(facts, form, "error")


def usual_categories_are_present(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The categories that a table seldom goes without."""
    yield from _absent(facts, form, "warning")


def advisable_categories_are_present(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The categories that make a table rounder."""
    yield from _absent(facts, form, "hint")


def works_measure_their_cost(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Who builds, repairs or buys can say what it may cost."""
    if not facts.rows or not is_works(facts.project.name) or COST in _asked_for(form):
        return
    if not any(COST in (row.place.group, row.place.kind) for row in facts.rows):
        yield Finding("indicators", "工程、修缮、购置类项目没有成本指标，建议补充")


def level2_lies_under_its_level1(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A 二级指标 belongs to one 一级指标 of the form."""
    for row in facts.rows:
        if row.place.home and row.indicator.level1:
            second, first = quoted(row.indicator.level2), quoted(row.indicator.level1)
            message = f"{second}不属于{first}，应归入{quoted(row.place.home)}"
            yield Finding(row.at("level1"), message, ((row.at("level1"), row.place.home),))


def categories_belong_to_the_form(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Each row stands in a category that the form knows."""
    for row in facts.rows:
        item, place = row.indicator, row.place
        for field, known in (("level1", place.level1 or place.home), ("level2", place.level2)):
            text = getattr(item, field)
            label = "一级指标" if field == "level1" else "二级指标"
            if not text:
                yield Finding(row.at(field), f"{row.called}的{label}没有填写")
            elif not known:
                yield Finding(row.at(field), f"{label}{quoted(text)}不在本表的指标分类里")


def indicator_name_is_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """An indicator has a name, a blank row is not one."""
    for row in facts.rows:
        if is_unwritten(row.name):
            yield Finding(row.at("name"), unwritten("三级指标名称", row.indicator.name))
    for index in facts.blank_rows:
        yield Finding(f"indicators/{index}/name", "这一行没有内容，请填写或删除")


def indicator_name_is_no_category(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """数量指标 is a category, not the name of an indicator."""
    for row in facts.rows:
        if is_label(row.name, form):
            yield Finding(row.at("name"), f"三级指标名称{row.called}只是指标分类的名称，请写明具体考核什么")


def indicator_names_are_unique(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Within one 一级指标 a name stands once."""
    seen: set[tuple[str, str]] = set()
    for row in facts.rows:
        key = (row.place.group or row.indicator.level1, row.name)
        if row.name and key in seen:
            yield Finding(row.at("name"), f"{row.called}在同一个一级指标下出现了不止一次，请删去重复的或区分名称")
        seen.add(key)


def benefits_do_not_repeat_outputs(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A benefit is what comes of the outputs; one finding names all rows that repeat one."""
    repeated = repeated_outputs(facts)
    if not repeated:
        return
    benefits = sum(row.place.group == BENEFIT for row in facts.rows)
    names = "、".join(row.called for row in repeated)
    whole = len(repeated) == benefits and benefits >= _BLOCK
    label = repeated[0].indicator.level1
    message = (
        f"{label}全部重复了产出指标，请改写为带来的变化：{names}"
        if whole
        else f"{label}与产出指标同名，请改写为带来的变化：{names}"
    )
    yield Finding(repeated[0].at("name"), message)


def one_name_has_one_value(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The same indicator of one project cannot aim at two values; one that is still missing is no other value."""
    first: dict[str, Row] = {}
    for row in facts.rows:
        if not row.name or row.value.is_blank:
            continue
        known = first.setdefault(row.name, row)
        if known is not row and _value_key(known) != _value_key(row):
            values = f"{quoted(printed(known.indicator.target))}和{quoted(printed(row.indicator.target))}"
            yield Finding(row.at("target"), f"{row.called}在同一项目里有两个不同的指标值：{values}，请核对统一")


def indicator_names_differ_clearly(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Two names that differ in 的 or a comma alone are probably meant to be one."""
    names = {row.name: row for row in reversed(facts.rows)}
    if len({kernel(name) for name in names}) == len(names):
        return
    for one, other in combinations(reversed(names.values()), 2):
        if kernel(one.name) == kernel(other.name) and len(kernel(one.name)) >= _SHORTEST_KERNEL:
            shown = f"{quoted(one.indicator.name)}和{quoted(other.indicator.name)}"
            yield Finding(other.at("name"), f"{shown}几乎相同，请统一写法或删去一个")


def indicator_count_is_usual(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Too few indicators leave gaps, too many are not watched."""
    fewest, most = form.indicator_count
    count = len(facts.rows)
    if count and not fewest <= count <= most:
        yield Finding("indicators", f"共有{count}个指标，一般为{fewest}到{most}个")


def repeated_outputs(facts: ProjectFacts) -> list[Row]:
    """The benefits that have the name of an output of their project."""
    outputs = {row.name for row in facts.rows if row.place.group == OUTPUT and row.name}
    return [row for row in facts.rows if row.name in outputs and row.place.group == BENEFIT]


def _absent(facts: ProjectFacts, form: Form, severity: Severity) -> Iterator[Finding]:
    """Where a 一级指标 is absent, its parts are not asked for."""
    present = facts.categories
    asked = [
        *form.categories,
        *(child for first in form.categories if first.name in present for child in first.children),
    ]
    absent = [category.name for category in asked if category.expected == severity and category.name not in present]
    if absent and facts.rows:
        yield Finding("indicators", f"没有{'、'.join(absent)}，{_WISHES[severity]}")


def _asked_for(form: Form) -> set[str]:
    """What the 一级指标 mean whose absence the form itself calls a fault."""
    return {meaning(category.name, GROUPS) for category in form.categories if category.expected}


def _value_key(row: Row) -> tuple[object, ...]:
    value = row.value
    return (
        value.operator or value.target.operator,
        value.number,
        value.target.number if value.number is None else "",
        value.words,
    )


_AT_LEAST = "只有分类齐全，才能从投入到效果都看得清。"
RULES = (
    Rule(project_has_indicators, "没有绩效指标", "error", "没有指标，目标就无法考核。"),
    Rule(required_categories_are_present, "缺少主要的指标类别", "error", "产出和效益是绩效目标的两个基本方面。"),
    Rule(level2_lies_under_its_level1, "二级指标放错了一级指标", "error", "归类不对，汇总时就会漏掉或重复。"),
    Rule(indicator_name_is_given, "缺少三级指标名称", "error", "没有名称就不知道考核什么。"),
    Rule(indicator_name_is_no_category, "三级指标只写了分类名称", "error", "分类名称说不清具体考核什么。"),
    Rule(one_name_has_one_value, "同名指标的指标值不同", "error", "同一个指标有两个值，无法判断是否完成。"),
    Rule(usual_categories_are_present, "缺少常用的指标类别", "warning", _AT_LEAST),
    Rule(works_measure_their_cost, "缺少成本指标", "warning", "花钱建设、修缮或购置的项目应当说明成本如何控制。"),
    Rule(
        categories_belong_to_the_form,
        "指标分类空白或不在表中",
        "warning",
        "分类不在表中的指标无法归类汇总。",
    ),
    Rule(indicator_names_are_unique, "同一项目里指标重名", "warning", "重名的指标往往是多复制了一行。"),
    Rule(
        benefits_do_not_repeat_outputs,
        "效益指标重复产出指标",
        "warning",
        "产出说做了什么，效益说带来了什么，不应相同。",
    ),
    Rule(advisable_categories_are_present, "建议补充的指标类别", "hint", _AT_LEAST),
    Rule(indicator_names_differ_clearly, "指标名称几乎相同", "hint", "写法略有不同的两个指标容易被当作两件事。"),
    Rule(indicator_count_is_usual, "指标数量偏少或偏多", "hint", "太少说不清绩效，太多抓不住重点。"),
)
