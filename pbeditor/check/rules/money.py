"""Amounts: total = fiscal + other, in the document's money unit; blank counts as 0."""

from collections.abc import Iterator
from decimal import Decimal

from pbeditor.check.facts import DocumentFacts, ProjectFacts
from pbeditor.check.problem import Finding, Fix, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.value import plain
from pbeditor.model.amount import BUDGET_PARTS, is_blank
from pbeditor.model.form import Form

# Domain knowledge: 元 typed into a table of 万元 stands out this many times over the median.
_OUTLIER, _SMALLEST_IN_YUAN, _ENOUGH = 100, 1000, 3


def amounts_are_numbers(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """What is typed as an amount is a number; a blank is none yet."""
    for field, label in BUDGET_PARTS.items():
        text = getattr(facts.project.budget, field)
        if text and getattr(facts, field) is None and not is_blank(text):
            yield Finding(f"budget/{field}", f"{label}{quoted(text)}不是数字，单位和说明请不要写在这里")


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
    texts = (budget.total, budget.fiscal, budget.other)
    amounts = (facts.total, facts.fiscal, facts.other)
    if any(amount is None and not is_blank(text) for amount, text in zip(amounts, texts, strict=True)):
        return
    total, fiscal, other = (amount or Decimal(0) for amount in amounts)
    if total != fiscal + other:
        parts = f"财政资金{plain(fiscal)}加其他资金{plain(other)}"
        message = f"预算数{plain(total)}不等于{parts}，后两项合计{plain(fiscal + other)}"
        yield Finding("budget/total", message, _missing_amount(facts, form))


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


def _missing_amount(facts: ProjectFacts, form: Form) -> Fix:
    """The one blank amount that the two others give, if it is not negative."""
    if facts.fiscal is None and facts.other is None:
        return ()
    total, fiscal, other = (amount or Decimal(0) for amount in (facts.total, facts.fiscal, facts.other))
    missing = {"total": (facts.total, fiscal + other), "fiscal": (facts.fiscal, total - other)}
    missing["other"] = (facts.other, total - fiscal)
    blank = [(field, rest) for field, (amount, rest) in missing.items() if amount is None]
    if facts.total is None:
        blank = blank[:1]
    return tuple(
        (f"budget/{field}", f"{rest:.{max(form.decimals, decimals(rest))}f}") for field, rest in blank if rest > 0
    )


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
