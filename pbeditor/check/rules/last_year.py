"""Against last year, where the document holds it: what was left as it was, and what changed much."""

from collections.abc import Iterator

from pbeditor.check.facts import OverallFacts, ProjectFacts, Row
from pbeditor.check.last_year import old_row
from pbeditor.check.names import folded
from pbeditor.check.placeholder import is_placeholder
from pbeditor.check.problem import Finding, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.rules.goals import TEXTS
from pbeditor.check.value import plain
from pbeditor.model.document import Project
from pbeditor.model.form import Form

_SHOWN = 3  # names in one sentence


def budget_stays_near_last_years(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Where the budget rose or fell by more than the form's threshold, somebody will ask why."""
    if facts.total is None or not facts.last_total:
        return
    change = (facts.total - facts.last_total) / facts.last_total * 100
    if abs(change) > form.change_threshold:
        word = "增加" if change > 0 else "减少"
        message = (
            f"预算数{plain(facts.total)}比上年的{plain(facts.last_total)}{word}了{abs(change):.0f}%，请核对并备好说明"
        )
        yield Finding("budget/total", message)


def texts_differ_from_last_years(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Purpose and goals are written for this year."""
    for field, label in TEXTS if facts.last else ():
        text = folded(getattr(facts.project, field))
        if text and not is_placeholder(text) and text == folded(getattr(facts.last, field)):
            yield Finding(field, f"{label}与上年完全相同，请核对是否需要更新")


def values_differ_from_last_years(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Values are set anew; where at least half of them stand as they stood, one finding names them."""
    same = [row for row in facts.rows if _is_as_last_year(row, facts.last)] if facts.last else []
    if not same or len(same) * 2 < len(facts.rows):
        return
    names = "、".join(quoted(row.indicator.name) for row in same[:_SHOWN]) + "等" * (len(same) > _SHOWN)
    which = f"全部{len(same)}个指标" if len(same) == len(facts.rows) else f"{len(facts.rows)}个指标中有{len(same)}个"
    yield Finding("indicators", f"{which}与上年完全相同（{names}），请核对指标值是否需要调整")


def sections_differ_from_last_years(facts: OverallFacts, form: Form) -> Iterator[Finding]:
    """部门整体绩效目标 is written for this year too."""
    if facts.last_year is None:
        return
    for index, section in enumerate(facts.sections):
        old = facts.last_year.section(section)
        if old and section.text and folded(section.text) == folded(old.text):
            message = f"{facts.called(index)}与上年完全相同，请核对是否需要更新"
            yield Finding(f"overall/{index}/text", message)


def _is_as_last_year(row: Row, last: Project) -> bool:
    item, old = row.indicator, old_row(row.indicator, last)
    return old is not None and (item.name, item.description, item.target) == (old.name, old.description, old.target)


RULES = (
    Rule(budget_stays_near_last_years, "预算与上年相差较大", "hint", "增减较多的项目，审核时会问原因。"),
    Rule(texts_differ_from_last_years, "用途或目标与上年相同", "hint", "照搬上年文字，容易留下已经过时的内容。"),
    Rule(values_differ_from_last_years, "多数指标与上年相同", "hint", "指标值应当按今年的任务重新确定。"),
    Rule(
        sections_differ_from_last_years,
        "整体目标与上年相同",
        "hint",
        "照搬上年文字，部门今年的重点就看不出来。",
        "overall",
    ),
)
