"""资金用途 and 绩效目标."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from pbeditor.check import words
from pbeditor.check.facts import ProjectFacts, Row
from pbeditor.check.lines import broken, jumps, numbered_lines, numbered_twice, out_of_order, unnumbered, with_lines
from pbeditor.check.names import alternatives
from pbeditor.check.placeholder import is_placeholder, is_unwritten, unwritten
from pbeditor.check.problem import Finding, Fix, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.value import TIMES, figures, plain, stated
from pbeditor.model.document import Project
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.text import byte_count

TEXTS = (("purpose", "资金用途"), ("goals", "绩效目标"))
_ENDS = ("。", "！", "？", "……", "。”", "！”", "？”", "。）", "。)")
_GOES_ON = (*_ENDS, "；", "：")
_WRONG_END = pattern(r"[!?]$|[,，.;；:：、\s]+$")
_HALF_ENDS = {"!": "！", "?": "？"}
_MARK = pattern(r"[，。；：！？,;:!?]")
_MEASURABLE = pattern(rf"\d|{alternatives(words.MEASURABLE)}|{words.CHINESE_COUNT}")
_YEARS_AHEAD = pattern(words.YEARS_AHEAD)
# 文号, the number of 目标2：, and what is done in each quarter or month: the indicator counts the year.
_NO_PROMISE = pattern(
    r"[\[〔(（]\d{4}[\]〕)）]第?\d+号|第\d+号|(?:目标|任务|措施|工作|项目|阶段|指标)\s*\d{1,2}\s*[：:]"
    r"|每个?(?:半年|季度?|月份?|周|旬|[天日])[^，。；、\d]{0,10}\d+(?:\.\d+)?"
)
_DIGITS = pattern(r"\d+")
_NO_WORDS = pattern(r"[\W_]+")
# So much of a line shows which one is meant.
_TAIL = 10
# A shorter goal is found in a purpose by chance.
_SHORTEST = 6


def purpose_is_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The money is for something."""
    if is_unwritten(facts.project.purpose):
        yield Finding("purpose", unwritten("资金用途", facts.project.purpose))


def goals_are_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The project wants to reach something."""
    if is_unwritten(facts.project.goals):
        yield Finding("goals", unwritten("绩效目标", facts.project.goals))


def goals_are_numbered_in_order(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """One number a line, and they run on."""
    goals = facts.project.goals
    if is_placeholder(goals):  # which is told as such
        return
    twice, jump = numbered_twice(goals), next(iter(jumps(goals)), None)
    bare = next((line for line in numbered_lines(goals) if not unnumbered(line.body)), None)
    if bare:
        yield Finding(
            "goals", f"绩效目标第{bare.index + 1}行只有序号{quoted(bare.head.strip())}，没有内容，请填写或删除"
        )
    elif twice:
        yield Finding("goals", f"绩效目标第{twice[0].index + 1}行写了不止一个序号", _renumbered(goals))
    elif jump:
        line, expected = jump
        yield Finding("goals", f"绩效目标的序号{quoted(line.head.strip())}不连续，应为{expected}", _renumbered(goals))


def sentences_end_with_a_mark(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Each line ends as a sentence does; a text cut off at the limit is another rule's."""
    for field, label in TEXTS:
        text = getattr(facts.project, field)
        mended = text if is_placeholder(text) else _ended(text)
        if mended != text and not (field == "purpose" and _is_cut_off(text, form)):
            line = next(old for old, new in zip(text.split("\n"), mended.split("\n"), strict=True) if old != new)
            yield Finding(field, f"{label}里{quoted(_tail(line))}的末尾缺少句号或标点不对", ((field, mended),))


def goals_say_more_than_the_purpose(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """What the money is for is not yet what it is to reach."""
    if _repeats_the_purpose(facts.project):
        yield Finding("goals", "绩效目标只是重复了资金用途，请写明要达到的效果和程度")


def goals_can_be_measured(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A goal without any number or measure cannot be called reached; one that is only the purpose is told already."""
    goals = "" if is_placeholder(facts.project.goals) else unnumbered(facts.project.goals)
    if goals and not _MEASURABLE.search(goals) and not _repeats_the_purpose(facts.project):
        yield Finding("goals", "绩效目标没有写数量、比例或期限，请补充做到多少、做到什么程度")


def goal_numbers_reach_the_indicators(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A number promised in the goals is measured by an indicator."""
    if all(row.value.is_blank for row in facts.rows):
        return
    goals = unnumbered(broken(facts.project.goals))
    promised = stated(_NO_PROMISE.sub(" ", goals))
    known: set[Decimal | None] = {facts.total, facts.fiscal, facts.other}
    for row in facts.rows:
        known.update((row.value.number, *row.value.figures))
    missing = [readings for readings in dict.fromkeys(promised) if known.isdisjoint(readings)]
    if missing:
        known.update(figure for row in facts.rows for figure in _explained(row))
    told = "、".join(_as_said(readings) for readings in missing if known.isdisjoint(readings))
    if told:
        yield Finding("goals", f"绩效目标里的数字{told}在指标值里找不到，请核对是否缺少相应的指标")


def goals_stay_within_the_year(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A yearly table promises what one year can show."""
    found = _YEARS_AHEAD.search(facts.project.goals)
    if found:
        yield Finding("goals", f"年度绩效目标里出现了跨年度的说法{quoted(found.group())}，请写本年度能完成的内容")


def purpose_fits_the_limit(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The source system cuts what is longer."""
    size = byte_count(facts.project.purpose)
    if form.purpose_bytes and size > form.purpose_bytes:
        over = (size - form.purpose_bytes + 1) // 2
        yield Finding("purpose", f"资金用途有{size}个字节，超过{form.purpose_bytes}个字节的限制，请删去约{over}个汉字")


def purpose_is_not_cut_off(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A text that ends without a mark exactly at the limit lost its end."""
    if _is_cut_off(facts.project.purpose, form):
        yield Finding("purpose", f"资金用途疑似被截断：正好到{form.purpose_bytes}个字节，句子没有写完")


def _tail(line: str) -> str:
    """The end of a line, which does not begin with a mark."""
    return line[-_TAIL:].lstrip(words.NEVER_FIRST_MARKS) or line[-_TAIL:]


def _explained(row: Row) -> tuple[Decimal, ...]:
    """The numbers that an indicator states beside its value."""
    return figures(unicodedata.normalize("NFKC", f"{row.indicator.name}\n{row.indicator.description}"))


def _as_said(readings: tuple[Decimal, ...]) -> str:
    """A number with its power: 2万, which is not the 2 of another place."""
    power = next((sign for sign, times in TIMES.items() if sign and readings[0] * times == readings[-1]), "")
    return plain(readings[0]) + (power if len(readings) > 1 else "")


def _repeats_the_purpose(project: Project) -> bool:
    purpose = _NO_WORDS.sub("", project.purpose)
    lines = unnumbered(project.goals).split("\n")
    repeated = all(_NO_WORDS.sub("", line) in purpose for line in lines)
    return repeated and len(_NO_WORDS.sub("", "".join(lines))) >= _SHORTEST


def _is_cut_off(purpose: str, form: Form) -> bool:
    """Whether no further character fits; one of two bytes may have found room for one only."""
    at_limit = form.purpose_bytes and form.purpose_bytes - 1 <= byte_count(purpose) <= form.purpose_bytes
    return bool(at_limit) and not purpose.endswith(_GOES_ON)


@lru_cache(maxsize=4096)
def _ended(text: str) -> str:
    """The text with each line ended: 。 at the last, 。 or ； before."""
    lines = text.split("\n")
    numbered = numbered_lines(text)
    unsaid = {line.index for line in numbered if not unnumbered(line.body)}
    headings = {line.index - 1 for line in numbered if line.number == 1}  # above a list; no sentence
    said = [index for index, line in enumerate(lines) if index not in unsaid and _NO_WORDS.sub("", line)]
    for index in said:
        line = lines[index]
        is_heading = index in headings and not _MARK.search(unnumbered(line))
        if not is_heading and not line.endswith(_ENDS if index == said[-1] else _GOES_ON):
            lines[index] = _WRONG_END.sub("", line) + _HALF_ENDS.get(line[-1], "。")
    return "\n".join(lines)


def _renumbered(goals: str) -> Fix:
    """One number a line, 1、2、3、…; nothing where a list of several manners or within a line would not run on."""
    text = with_lines(goals, numbered_twice(goals))
    lines = numbered_lines(text)
    if len({line.style for line in lines}) == 1:
        places = enumerate(lines, start=1)
        text = with_lines(
            text, [replace(line, head=_DIGITS.sub(str(place), line.head, count=1)) for place, line in places]
        )
    return () if broken(text) != text or any(out_of_order(text)) else (("goals", text),)


RULES = (
    Rule(purpose_is_given, "缺少资金用途", "error", "不写用途，看不出钱花在哪里。"),
    Rule(goals_are_given, "缺少绩效目标", "error", "指标由目标分解而来，没有目标就没有依据。"),
    Rule(goals_are_numbered_in_order, "绩效目标序号有误", "warning", "序号重复或跳号，往往是删改时留下的。"),
    Rule(sentences_end_with_a_mark, "句末标点缺失或不对", "warning", "公开文本应当句子完整、标点规范。"),
    Rule(purpose_fits_the_limit, "资金用途过长", "warning", "录入时超出的部分可能被截掉；一个汉字算两个字节。"),
    Rule(purpose_is_not_cut_off, "资金用途疑似被截断", "warning", "导出时可能丢了后半句，请对照原文补全。"),
    Rule(goals_say_more_than_the_purpose, "绩效目标与资金用途相同", "hint", "用途写做什么，目标应当写做到什么程度。"),
    Rule(goals_can_be_measured, "绩效目标无法衡量", "hint", "没有数量和标准的目标，年底难以评价。"),
    Rule(goal_numbers_reach_the_indicators, "目标中的数字没有对应指标", "hint", "目标里承诺的数量应当有指标来考核。"),
    Rule(goals_stay_within_the_year, "年度目标含跨年度内容", "hint", "年度表只考核当年能完成的事。"),
)
