"""An amount with what it is made of in one cell: 200万元（其中：财政拨款150万元，其他资金50万元）."""

from collections.abc import Mapping

from pbeditor.model.amount import ANY_MONEY_UNIT, narrowed
from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import label_key

_LONGEST = 200  # signs
_MONEY = rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?:{ANY_MONEY_UNIT})?"
_WHOLE = pattern(rf"(?P<total>{_MONEY})(?:\((?:其中:?)?(?P<inner>[^()]+)\)|[,;、]?其中:?(?P<outer>[^()]+))")
_PART = pattern(rf"(?P<label>[^0-9,;、:。()]+):?(?P<amount>{_MONEY})(?:[,;、。]|$)")
_UNIT = pattern(rf"(?:{ANY_MONEY_UNIT})$")


def amount_parts(text: str, heads: Mapping[str, str]) -> dict[str, str]:
    """The total, the fiscal and the other amount of a text that says these in plain words and nothing else; else {}.

    `heads` are the fields of the labels. An amount without a unit of money is in that of the total.
    """
    whole = _WHOLE.fullmatch(narrowed(text)) if len(text) <= _LONGEST else None
    if whole is None:
        return {}
    said = whole["inner"] or whole["outer"]
    parts = [*_PART.finditer(said)]
    fields = [heads.get(label_key(part["label"]), "") for part in parts]
    is_plain = len({*fields}) == len(fields) and {*fields} <= {"fiscal", "other"}
    if not parts or not is_plain or sum(len(part.group()) for part in parts) < len(said):
        return {}
    unit = _UNIT.search(whole["total"])
    amounts = [part["amount"] for part in parts]
    if unit:
        amounts = [amount if _UNIT.search(amount) else f"{amount}{unit.group()}" for amount in amounts]
    return {"total": whole["total"], **dict(zip(fields, amounts, strict=True))}
