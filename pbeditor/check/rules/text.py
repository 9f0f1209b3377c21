"""How things are worded: blanks, slips of the pen, punctuation, years of another document."""

from collections.abc import Iterator
from functools import lru_cache

from pbeditor.check import words
from pbeditor.check.doubled import first_doubt, first_slip, has_doubled, without_slips
from pbeditor.check.facts import DocumentFacts, OverallFacts, ProjectFacts
from pbeditor.check.placeholder import is_unwritten
from pbeditor.check.problem import Finding, quoted
from pbeditor.check.punctuation import SUSPECTS, tidied
from pbeditor.check.rule import Rule
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.years import CENTURIES, written_in, years_in

Texts = ProjectFacts | OverallFacts
_REACTION = pattern(words.REACTION)
# Beside these a year is the past or the future that is meant.
_MEANT = pattern(
    r"以来|以前|之前|以后|结转|决算|修订|版|截至|自|上年|去年|远景|规划|年度?[-—~～至到]|[-—~～至到]\s*20\d\d年"
)
_YEARS_BACK = 3
_AROUND = 8  # so many characters before and behind show where a place is
# Their places in GB2312 are others than those in Unicode, yet every system shows them.
_KNOWN = str.maketrans("", "", "·—\n")


def bases_are_given(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """指标值确定依据 says where a value comes from; one finding for the document, at the first blank."""
    missing = sum(len(project.without_basis) for project in facts.projects)
    if missing and _has_column(form, "basis"):
        index, project = next((index, project) for index, project in enumerate(facts.projects) if project.without_basis)
        place = f"projects/{index}/indicators/{project.without_basis[0]}/basis"
        yield Finding(place, f"共有{missing}个指标没有填写指标值确定依据")


def descriptions_are_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A name alone leaves open how it is counted."""
    for row in facts.rows:
        description = row.indicator.description
        if is_unwritten(description) and _has_column(form, "description"):
            only = f"只写了{quoted(description)}，" if description else ""
            yield Finding(row.at("description"), f"{row.called}{only}没有填写绩效指标描述")


def descriptions_say_more_than_the_name(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """To repeat the name explains nothing."""
    for row in facts.rows:
        description = row.indicator.description
        if not is_unwritten(description) and description.rstrip("。.") in row.indicator.name:
            yield Finding(row.at("description"), f"{row.called}的描述只是重复了名称，请说明怎样计算")


def descriptions_reflect(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """反映 is meant where a description opens with 反应."""
    for row in facts.rows:
        description = row.indicator.description
        if _REACTION.match(description):
            path = row.at("description")
            yield Finding(path, f"{quoted(description)}里的“反应”应为“反映”", ((path, "反映" + description[2:]),))


def characters_stand_once(facts: Texts, form: Form) -> Iterator[Finding]:
    """前前 that no word explains may be a slip, and only a person can tell."""
    for path, text in facts.texts() if has_doubled(facts.joined) else ():
        if found := first_doubt(text):
            where = _excerpt(text, *found.span())
            yield Finding(path, f"{where}里的“{found.group()}”重复了，请核对是否多写了字")


def marks_and_particles_stand_once(facts: Texts, form: Form) -> Iterator[Finding]:
    """，， and 的的 are never meant."""
    for path, text in facts.texts() if has_doubled(facts.joined) else ():
        if found := first_slip(text):
            where = _excerpt(text, *found.span())
            yield Finding(path, f"{where}里的“{found.group()}”重复了", ((path, without_slips(text)),))


def punctuation_is_chinese(facts: Texts, form: Form) -> Iterator[Finding]:
    """Chinese text has full-width marks, no stray spaces, 、 and 〔2019〕."""
    joined = facts.joined
    present = [mark for mark in SUSPECTS if mark in joined]
    for path, text in facts.texts() if present else ():
        new, kinds = tidied(text) if any(mark in text for mark in present) else (text, ())
        if kinds:
            at = _first_difference(text, new)
            yield Finding(path, f"{_excerpt(text, at, at)}里有{'、'.join(kinds)}", ((path, new),))


def years_are_this_years(facts: Texts, form: Form) -> Iterator[Finding]:
    """A year near the document's own that stands alone was left over from another document."""
    if "年" not in facts.joined or not _has_year(facts.joined):
        return
    for path, text in facts.texts():
        written = written_in(text) if "年" in text else ()
        years = {one.numbers[0]: one for one in written if one.kind == "year"}
        near = [year for year in sorted(years) if -_YEARS_BACK <= year - facts.year <= 1]
        if near and facts.year not in years_in(written) and not _MEANT.search(text):
            where = _excerpt(text, years[near[0]].start, years[near[0]].end + 1)
            yield Finding(path, f"{where}里写的是{near[0]}年，本文本是{facts.year}年，请核对是否需要更新")


def document_numbers_are_this_years(facts: Texts, form: Form) -> Iterator[Finding]:
    """Last year's 文号 may be last year's text; one that speaks of this year or of an advance is meant."""
    if "号" not in facts.joined or not _has_year(facts.joined):
        return
    for path, text in facts.texts():
        written = written_in(text) if "号" in text else ()
        found = next((one for one in written if text[one.end - 1] == "号"), None)  # as only a 文号 ends
        if found is None or found.numbers[0] != facts.year - 1:
            continue
        is_meant = path.endswith("basis") or str(facts.year) in text or "提前" in text or _MEANT.search(text)
        if not is_meant:
            yield Finding(path, f"{_excerpt(text, found.start, found.end)}里是上一年的文号，请核对是否需要更新")


def names_stay_within_gb2312(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Rare characters do not survive every system."""
    if rare := _rare_characters(facts.project.name):
        yield Finding("name", f"项目名称里的“{rare}”是生僻字符，有的系统不能显示或导入")
    for row in facts.rows:
        if rare := _rare_characters(row.indicator.name):
            yield Finding(row.at("name"), f"{row.called}里的“{rare}”是生僻字符，有的系统不能显示或导入")


@lru_cache(maxsize=8192)
def _rare_characters(name: str) -> str:
    """The characters of a name that GB2312 does not have."""
    return "" if _in_gb2312(name) else "".join(dict.fromkeys(c for c in name if not _in_gb2312(c)))


@lru_cache(maxsize=1)  # two rules ask about the same project, one after the other
def _has_year(joined: str) -> bool:
    return any(century in joined for century in CENTURIES)


def _first_difference(text: str, new: str) -> int:
    return next((index for index, (old, other) in enumerate(zip(text, new, strict=False)) if old != other), len(new))


def _excerpt(text: str, start: int, end: int) -> str:
    """A place in a text, with some of what stands on its line before and after it."""
    opens, closes = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[max(start - _AROUND, opens) : start]
    if start - _AROUND > opens:
        before = before.lstrip(words.NEVER_FIRST_MARKS)
    return quoted(before + text[start : end + _AROUND if closes < 0 else min(end + _AROUND, closes)])


def _has_column(form: Form, field: str) -> bool:
    return any(column.field == field for column in form.columns)


def _in_gb2312(text: str) -> bool:
    try:
        text.translate(_KNOWN).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


RULES = (
    Rule(
        bases_are_given,
        "缺少指标值确定依据",
        "warning",
        "写明依据，指标值才经得起询问。",
        "document",
        ("without_basis",),
    ),
    Rule(descriptions_are_given, "缺少绩效指标描述", "warning", "描述说明指标反映什么、怎样计算。"),
    Rule(descriptions_reflect, "“反应”应为“反映”", "warning", "这是公开文本里常见的错别字。"),
    Rule(years_are_this_years, "年份不是本年度", "warning", "沿用往年文本时，年份最容易漏改。", "text"),
    Rule(document_numbers_are_this_years, "文号是上一年的", "warning", "沿用往年文本时，文号最容易漏改。", "text"),
    Rule(descriptions_say_more_than_the_name, "描述重复了指标名称", "hint", "描述应当说明指标反映什么、怎样计算。"),
    Rule(characters_stand_once, "文字重复", "hint", "多半是输入时多打了一个字。", "text"),
    Rule(marks_and_particles_stand_once, "标点或“的”“了”重复", "hint", "多打的标点或字应当删去。", "text"),
    Rule(punctuation_is_chinese, "标点或空格不规范", "hint", "公开文本应当标点统一。", "text"),
    Rule(names_stay_within_gb2312, "名称里有生僻字符", "hint", "有的系统不能显示或导入这些字符。"),
)
