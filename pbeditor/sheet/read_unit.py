"""Lines above the tables that name the unit or the unit of money for all of them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import GLUED_UNIT, UNIT_IN_LABEL, label_key
from pbeditor.sheet.money_line import money_said

_NAMED = pattern(r"(?P<label>[^：:]{2,12})[：:]\s*(?P<rest>\S.*)")
# What stands before the name of a unit, whatever the form calls it.
_LABEL = pattern(
    r"^[^：:，。；]{0,8}(?:单位|部门)(?:名称|及?代码|编码){0,2}\s*(?:[（(][^（()）]{1,6}[）)])?\s*[：:]\s*(?=\S)"
)
_CALLED = pattern("(?:填报|申报|预算|主管)(?:单位|部门)(?:名称)?|(?:单位|部门)名称")
# What can only be the name of a unit.
_SURE = (
    r"[^\W\d_][^0-9，。；：、,;:%％]{0,40}"
    r"[局委会办院校所厅部处队站馆团社室科心学园台府库署司行协级](?:[（(][^（()）]{1,10}[）)])?"
)
_NAME = pattern(_SURE)
_GLUED = pattern(rf"[0-9]{{6,12}}\s*[-－—–]*\s*{_SURE}")  # alone on its line: the code before the name
_CODE = pattern("[0-9]{3,12}")
_IN_BRACKETS = pattern(r"(?:[^：:]*[：:])?\s*[\[［【]([0-9]{3,12})[\]］】]\s*([^\W\d_].*)", re.DOTALL)  # [305]某局
_SHORTEST = 3  # signs of such a name
_SAYS_UNIT = (GLUED_UNIT.fullmatch, _LABEL.match, _NAME.fullmatch)


def unit_line(text: str, form: Form) -> tuple[Unit | None, str]:
    """The unit and the unit of money that a line names, where it says nothing else: (None, "") for any other line."""
    rest, money = money_said(text)
    if not rest:
        return None, money
    if not (rest[0].isdecimal() or ":" in rest or "：" in rest):  # most cells and lines
        return None, ""
    if _GLUED.fullmatch(rest):
        return named_unit(rest), money
    named = _NAMED.fullmatch(rest)
    if named and (_is_label(named["label"], form) or _is_plain(named["label"], named["rest"])):
        return named_unit(named["rest"]), money
    return None, ""


def unit_above(texts: Sequence[str]) -> Unit | None:
    """The unit that the texts above the labels of a table name: with its code, glued or apart, else the first of them.

    A first text beside a unit of money is one only where it can be no remark.
    """
    plain = [money_said(text)[0] for text in texts]
    if glued := next(filter(_GLUED.fullmatch, plain), ""):
        return named_unit(glued)
    for place, (code, name) in enumerate(pairwise(plain)):
        if _CODE.fullmatch(code) and (not place or _NAME.fullmatch(name)):
            return Unit(code, name)
    sure = plain[:1] == [*texts[:1]] or any(named(plain[0]) for named in _SAYS_UNIT)
    return named_unit(plain[0]) if plain and sure else None


def named_unit(text: str) -> Unit:
    """The unit of a text such as 203002某某局, perhaps after a label; a text without a code is its name."""
    glued = GLUED_UNIT.fullmatch(text) or _IN_BRACKETS.fullmatch(text)
    return Unit(glued[1], glued[2]) if glued else Unit("", _LABEL.sub("", text, count=1))


def _is_plain(label: str, rest: str) -> bool:
    """Whether a label says 单位 and no more, which may be one of measure, before what can only be a name."""
    return label_key(label) == "单位" and len(rest) >= _SHORTEST and _NAME.fullmatch(rest) is not None


def _is_label(text: str, form: Form) -> bool:
    key = label_key(text)
    return key in map(label_key, form.labels["unit"]) or _CALLED.fullmatch(UNIT_IN_LABEL.sub("", key)) is not None
