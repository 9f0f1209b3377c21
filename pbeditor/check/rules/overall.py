"""部门整体绩效目标."""

from collections import Counter
from collections.abc import Iterator

from pbeditor.check import words
from pbeditor.check.facts import OverallFacts
from pbeditor.check.lines import Line, jumps, numbered_lines
from pbeditor.check.placeholder import is_placeholder, unwritten
from pbeditor.check.problem import Finding, quoted
from pbeditor.check.rule import Rule
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.text import fold

_NEVER_FIRST = pattern(words.NEVER_FIRST)
_OPENING = pattern(r"[^，。；：、\n]{2,20}(?=[，。；：、]|$)")
# So many paragraphs that open alike show what the one that does not has lost.
_ENOUGH = 3


def sections_are_written(facts: OverallFacts, form: Form) -> Iterator[Finding]:
    """Each section of the form is there and holds text; in one that somebody added 无 may be what is meant."""
    asked = set(map(fold, form.sections))
    present = {fold(section.heading) for section in facts.sections}
    missing = [heading for heading in form.sections if fold(heading) not in present]
    if missing:
        yield Finding("overall", f"部门整体绩效目标里没有{'、'.join(map(quoted, missing))}")
    for index, section in enumerate(facts.sections):
        if not section.text or (fold(section.heading) in asked and is_placeholder(section.text)):
            yield Finding(f"overall/{index}/text", unwritten(facts.called(index), section.text))


def sections_are_numbered_in_order(facts: OverallFacts, form: Form) -> Iterator[Finding]:
    """The numbers of paragraphs run on."""
    for index, section in enumerate(facts.sections):
        for line, expected in jumps(section.text):
            message = f"{facts.called(index)}的序号{quoted(line.head.strip())}不连续，应为{expected}"
            yield Finding(f"overall/{index}/text", message)


def paragraphs_have_their_beginning(facts: OverallFacts, form: Form) -> Iterator[Finding]:
    """A paragraph that starts in the middle of a sentence lost its first words."""
    for index, section in enumerate(facts.sections):
        for line in _cut_lines(section.text):
            yield Finding(
                f"overall/{index}/text", f"{quoted(line.head + line.body, 16)}像是缺少开头的文字，请对照原文补全"
            )


def _cut_lines(text: str) -> Iterator[Line]:
    lines = numbered_lines(text)
    endings = [_ending(line.body) for line in lines]
    usual, times = Counter(filter(None, endings)).most_common(1)[0] if any(endings) else ("", 0)
    odd_one_out = len(lines) >= _ENOUGH and times == len(lines) - 1
    for line, ending in zip(lines, endings, strict=True):
        if _NEVER_FIRST.match(line.body) or (odd_one_out and ending != usual):
            yield line


def _ending(body: str) -> str:
    """The last two characters of the heading that opens a paragraph, 方面 of 干部工作方面."""
    found = _OPENING.match(body)
    return found.group()[-2:] if found else ""


RULES = (
    Rule(
        sections_are_written,
        "部门整体绩效目标不完整",
        "error",
        "表样里有的部分都要写，缺一部分文本就不完整。",
        "overall",
    ),
    Rule(sections_are_numbered_in_order, "段落序号不连续", "warning", "跳号往往是漏了一段。", "overall"),
    Rule(paragraphs_have_their_beginning, "段落像是缺少开头", "hint", "复制粘贴时可能丢了前半句。", "overall"),
)
