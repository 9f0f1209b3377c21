"""A heading above a project's table that is the project's name: 一、某某经费, 项目二：某某工程, or the name alone."""

from pbeditor.model.numerals import NUMERAL
from pbeditor.model.patterns import pattern
from pbeditor.sheet.line_kinds import NUMBERED

_LONGEST = 40  # signs
_COUNTED = pattern(rf"项目(?:{NUMERAL.pattern}|[0-9]{{1,3}})\s*[：:、.．]?\s*(?P<name>\S.*)")
_SENTENCE = pattern("[，。；！？,;!?：:]")
# What headings say that announce a kind of table, a part of a document or what is enclosed.
_OTHER = pattern("绩效|指标|目标|整体|明细|情况|说明|依据|公开|汇总|^附|^第.{1,3}[部章节条]|[表录页]$")
# What stands over a part of one project's head, where that is cut into several tables.
_HEAD_PART = pattern(
    "(?:项目|基本|年度|预算|资金|经费|支出|实施|申报)+(?:信息|情况|概况|安排|来源|构成|预算|计划|内容|依据)"
)
# What a project is called with, and hardly anything else.
_CALLED = "项目|经费|资金|专项|工程|补助|补贴|奖补|费|购置|采购|建设|改造|维护|维修|运维|运转"
_SURE = pattern(rf"(?:{_CALLED})(?:[（(][^（()）]+[）)])?$")


def heading_name(text: str) -> str:
    """The name that a line above a table may say; "" for a sentence, and for a heading of anything else."""
    counted, numbered = _COUNTED.fullmatch(text), NUMBERED.fullmatch(text)
    name = counted["name"] if counted else _unnumbered(text)
    if len(name) > _LONGEST or _SENTENCE.search(name) or _OTHER.search(name) or is_head_part(name):
        return ""
    return name if counted or numbered or is_sure(name) else ""


def is_head_part(text: str) -> bool:
    """Whether a heading is over a part of a project's head, as 二、资金安排 is, and names no other project."""
    return _HEAD_PART.fullmatch(_unnumbered(text)) is not None


def is_sure(name: str) -> bool:
    """Whether a heading can hardly be anything but the name of a project."""
    return _SURE.search(name) is not None


def _unnumbered(text: str) -> str:
    numbered = NUMBERED.fullmatch(text)
    return numbered["rest"].strip() if numbered else text
