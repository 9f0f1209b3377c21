"""Amounts: total = fiscal + other, in the document's money unit; blank counts as 0."""

from collections.abc import Iterator
from decimal import Decimal

from pbeditor.check.facts import DocumentFacts, ProjectFacts
from pbeditor.check.placeholder import is_placeholder
from pbeditor.check.problem import Finding, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.value import plain
from pbeditor.model.amount import BUDGET_PARTS, is_blank
from pbeditor.model.form import Form
from pbeditor.model.sums import completion, gap

# Domain knowledge: 元 typed into a table of 万元 stands out this many times over the median.
_OUTLIER, _SMALLEST_IN_YUAN, _ENOUGH = 100, 1000, 3


def amounts_are_numbers(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """What is typed as an amount is a number; a blank is none yet."""
    for field, label in BUDGET_PARTS.items():
        text = getattr(facts.project.budget, field)
        if text and getattr(facts, field) is None and not is_blank(text):
            advice = "没有金额请留空" if is_placeholder(text) else "单位和说明请不要写在这里"
            yield Finding(f"budget/{field}", f"{label}{quoted(text)}不是数字，{advice}")


def amounts_are_not_negative(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A budget has no negative part."""
    for field, label in BUDGET_PARTS.items():
        amount = getattr(facts, field)
        if amount is not None and amount < 0:
            yield Finding(f"budget/{field}", f"{label}是负数（{plain(amount)}），请核对")


def budget_is_not_zero(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A project has some money."""
    budget = facts.project.budget
    if not (facts.total or facts.fiscal or facts.other):
        texts = (budget.total, budget.fiscal, budget.other)
        if facts.total is not None or all(map(is_blank, texts)):
            yield Finding("budget/total", "预算数为零" if facts.total is not None else "预算数还没有填写")


def amounts_keep_the_decimals(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Amounts have no more decimals than the form prints."""
    for field, label in BUDGET_PARTS.items():
        amount = getattr(facts, field)
        if amount is not None and decimals(amount) > form.decimals:
            yield Finding(f"budget/{field}", f"{label}{plain(amount)}的小数超过{form.decimals}位，请核对")


def total_is_the_sum(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """预算数 = 财政资金 + 其他资金."""
    budget = facts.project.budget
    if gap(budget):
        given = [getattr(facts, field) for field in BUDGET_PARTS]
        completed = completion(budget, form.decimals)
        is_safe = all(amount is None or amount >= 0 for amount in given)  # what is negative is to be mended first
        fix = ((f"budget/{completed[0]}", completed[1]),) if completed and is_safe else ()
        yield Finding("budget/total", _how_they_differ(facts), fix)


def amounts_are_in_the_money_unit(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """An amount far above all others in a table of 万元 was probably typed in 元."""
    totals = [project.size for project in facts.projects]
    if "万" not in facts.money_unit or max(totals, default=0) < _SMALLEST_IN_YUAN:
        return
    given = sorted(total for total in totals if total > 0)
    limit = max(_SMALLEST_IN_YUAN, _OUTLIER * given[len(given) // 2])
    for index, total in enumerate(totals if len(given) >= _ENOUGH else ()):
        if total >= limit:
            amount = plain(facts.projects[index].total or Decimal(0))
            yield Finding("budget/total", f"预算数{amount}远大于其他项目，可能是按元填写的，请核对", index=index)


def decimals(amount: Decimal) -> int:
    """How many decimals were typed; zeros at the end do not count."""
    return len(plain(amount).partition(".")[2])


def _how_they_differ(facts: ProjectFacts) -> str:
    """A blank is called one: to read 财政资金0 where nothing stands would puzzle."""
    parts = [(BUDGET_PARTS[field], getattr(facts, field)) for field in ("fiscal", "other")]
    given = [f"{label}{plain(amount)}" for label, amount in parts if amount is not None]
    blank = [label for label, amount in parts if amount is None]
    together = plain(sum((amount for _, amount in parts if amount is not None), Decimal(0)))
    if facts.total is None:
        return f"预算数没有填写，已填{'加'.join(given)}" + (f"，合计{together}" if len(given) > 1 else "")
    if not given:
        return f"预算数是{plain(facts.total)}，财政资金和其他资金都没有填写"
    if blank:
        return f"预算数{plain(facts.total)}不等于{given[0]}，{blank[0]}没有填写"
    return f"预算数{plain(facts.total)}不等于{'加'.join(given)}，后两项合计{together}"


RULES = (
    Rule(amounts_are_numbers, "金额不是数字", "error", "不是数字的金额无法合计。"),
    Rule(amounts_are_not_negative, "金额为负数", "error", "预算金额不能小于零。"),
    Rule(total_is_the_sum, "预算数不等于各项资金之和", "error", "预算数应当等于财政资金加其他资金，空白按零计算。"),
    Rule(amounts_keep_the_decimals, "金额小数位过多", "warning", "多出的小数打印时容易被误读，合计也会有尾差。"),
    Rule(
        amounts_are_in_the_money_unit,
        "金额可能按元填写",
        "warning",
        "表格以万元为单位，按元填写会放大一万倍。",
        "document",
        ("size", "total"),
    ),
    Rule(budget_is_not_zero, "预算数为零或空白", "hint", "没有金额的项目通常不需要绩效目标表，请核对是否漏填。"),
)
