"""Lines above the tables that name the unit or the unit of money for all of them."""

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import GLUED_UNIT, label_key

MONEY = pattern(r"[（(]?(?:金额)?单位\s*[：:]\s*(?P<unit>万元|元)[）)]?")
_NAMED = pattern(r"(?P<label>[^：:]{2,12})[：:]\s*(?P<rest>\S.*)")


def unit_line(text: str, form: Form) -> tuple[Unit | None, str]:
    """The unit and 万元 or 元 that a line names, where it says nothing else: (None, "") for any other line."""
    money = MONEY.search(text)
    rest = (text[: money.start()] + text[money.end() :] if money else text).strip()
    if not rest:
        return None, money["unit"] if money else ""
    named = _NAMED.fullmatch(rest)
    if not named or label_key(named["label"]) not in map(label_key, form.labels["unit"]):
        return None, ""
    return named_unit(named["rest"]), money["unit"] if money else ""


def named_unit(text: str) -> Unit:
    """The unit of a text such as 203002某某局; a text without a code is its name."""
    glued = GLUED_UNIT.fullmatch(text)
    return Unit(glued[1], glued[2]) if glued else Unit("", text)
