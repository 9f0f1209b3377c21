"""The value cell: "≥9090%及以上" <-> operator, number, text.

The 2020 system prints the three parts one after another. Reading them back is a guess where the digits of number and
text touch: `read_targets` decides with the habit of the whole document and says which values a person must confirm.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from pbeditor.model.amount import narrow
from pbeditor.model.document import Target
from pbeditor.model.measuring_units import FIRST_SIGN
from pbeditor.model.patterns import pattern

# What each operator is called in published documents and Excel lists; 约, 近 and the like stay text.
_SPELLINGS = {
    "≥": """
        至少 最少 不少于 不低于 不小于 大于等于 大于或等于 大于或者等于 高于等于 高于或等于 >= ＞＝ => ≧ ⩾ ≮ ≥
    """,
    "≤": """
        至多 最多 不多于 不高于 不大于 不超过 不超出 小于等于 小于或等于 小于或者等于 低于等于 低于或等于
        <= ＜＝ =< ≦ ⩽ ≯ ≤
    """,
    "＞": "大于 高于 多于 超过 > ＞ ﹥",
    "＜": "小于 低于 少于 < ＜ ﹤",
    "＝": "等于 = ＝ ﹦",
    "定性": "定性",
}
_MUST_NOT = ("不得", "不能", "不应", "不可")  # may stand for the 不 of 不少于


def _spellings() -> Iterator[tuple[str, str]]:
    for sign, spellings in _SPELLINGS.items():
        for spelling in spellings.split():
            yield spelling, sign
            if spelling.startswith("不"):
                yield from ((no + spelling[1:], sign) for no in _MUST_NOT)


# Longest first, so that "大于等于" is not taken for "大于".
OPERATORS = tuple(sorted(_spellings(), key=lambda pair: -len(pair[0])))
_CANONICAL = dict(OPERATORS)
_OPERATOR = pattern("|".join(re.escape(spelling) for spelling, _ in OPERATORS))
_SHORT = 40  # signs; most documents say the same few values again and again
_DIGITS = pattern(r"[0-9]+(?:\.[0-9]+)*")
# Numbers that only a second one of the same look can follow: 1,000 and -5 and .5.
_SPECIAL = pattern(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[+-][0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_NUMBER = pattern(r"[0-9]+(\.[0-9]+)?")
_NEEDLESS_ZERO = pattern(r"0[0-9]")
_ANY_DIGIT = pattern(r"\d")
_TORN = pattern(r"\s+0[0-9]{2}(?![0-9])")  # the end of 1 000
_DATE = pattern(r"(?:19|20)[0-9]{2}[年./-]|[0-9]{1,2}月")
_WHOLE = 100  # %
_MANY_TWINS = 3  # values such as 33次 that no document has by chance
_TWIN = 2  # digits
# What a text adds to say the operator again.
_SAID_AGAIN = {
    "≥": pattern("(?:及|或)?以上$"),
    "＞": pattern("以上$"),
    "≤": pattern("(?:及|或)?以[下内]$"),
    "＜": pattern("以[下内]$"),
}


class Reading(Struct, frozen=True, forbid_unknown_fields=True):
    """One value cell as read; `alternatives` are other splits a person may prefer, likeliest first."""

    target: Target
    alternatives: tuple[Target, ...] = ()


class _Cell(Struct, frozen=True):
    """A value cell before its digits are split: `splits` are (number, text), the first the plainest."""

    operator: str
    splits: tuple[tuple[str, str], ...]
    kind: str  # "doubled" ≥9090%, "twin" 33次, "words" 100按计划, "plain" ≥90%, "open" if it may be two other numbers


def printed(target: Target) -> str:
    """The cell as the 2020 form prints it."""
    return "".join(printed_parts(target))


def shown(cell: str | Target) -> str:
    """A text of an indicator as it stands on the screen and on paper."""
    return printed(cell) if isinstance(cell, Target) else cell


def printed_parts(target: Target) -> tuple[str, str, str]:
    """What the 2020 form prints of operator, number and text."""
    return target.operator, target.number, target.text


def plain_parts(target: Target) -> tuple[str, str, str]:
    """The same without saying anything twice: ≥ + 90 + 90%及以上 becomes ≥90%. What does not agree stays as it is."""
    operator, number, text = printed_parts(target)
    if not number or not text.startswith(number) or re.match("[0-9.]", text[len(number) :]):
        return operator, number, text
    rest = text[len(number) :]
    said = _SAID_AGAIN.get(canonical_operator(operator))
    return operator, number, said.sub("", rest) if said else rest


def canonical_operator(text: str) -> str:
    """≥ ＞ ＝ ＜ ≤ or 定性 for any known spelling, "" for anything else."""
    return _CANONICAL.get("".join(text.split()), "")


def read_target(raw: str, *, twice: bool = False) -> Reading:
    """One value cell without the rest of its document; `twice` says that this document prints its numbers twice."""
    return _decide(_opened(raw), Counter()) if twice and len(raw) <= _SHORT else read_targets([raw])[0]


def says_twice(targets: Iterable[Target]) -> bool:
    """Whether most of these values print their numbers twice, as 90 and 90%及以上."""
    texts = [(target.number, target.text) for target in targets if target.number]
    return 2 * sum(text.startswith(number) for number, text in texts) > len(texts)


def read_targets(raws: Sequence[str]) -> list[Reading]:
    """All value cells of one document, each `printed` back exactly by its target and by every alternative."""
    cells = [_opened(raw) if len(raw) <= _SHORT else _open(raw) for raw in raws]
    kinds = Counter(cell.kind for cell in cells)
    sure = kinds["doubled"] + (kinds["twin"] if kinds["twin"] >= _MANY_TWINS else 0)
    doubled = None
    if sure > kinds["plain"] + kinds["open"]:
        doubled = Counter(cell.splits[0][0] for cell in cells if cell.kind in ("doubled", "twin"))
    return [_decide(cell, doubled) for cell in cells]


def lost_sign(reading: Reading) -> Reading:
    """The reading of a percentage such as 290%, in which a scan may have taken ≥ for 2, with that as alternative."""
    target = reading.target
    rest = target.number[1:]
    if target.operator or not target.number.startswith("2") or target.text[:1] not in ("%", "％"):
        return reading
    is_likely = _is_number(rest) and not reading.alternatives and not rest.startswith("0")
    if not (is_likely and Decimal(rest) <= _WHOLE < Decimal(target.number)):
        return reading
    return Reading(target, (Target("≥", rest, target.text),))


def lacks_number(target: Target) -> bool:
    """Whether digits that an operator compares with, or a part of them, have been left in the text; dates have none."""
    if target.number:
        return _TORN.match(target.text) is not None
    compares = canonical_operator(target.operator) not in ("", "定性")
    return compares and _ANY_DIGIT.search(target.text) is not None and not _DATE.match(narrow(target.text).lstrip())


def operator_apart(raw: str) -> tuple[str, str]:
    """The operator that a value opens with, in its spelling and with the blanks behind it, and the rest."""
    found = _OPERATOR.match(view := narrow(raw))
    if not found:
        return "", raw
    end = len(raw) - len(view[found.end() :].lstrip())
    return raw[:end], raw[end:]


def _open(raw: str) -> _Cell:
    """Looked at with plain signs for full-width ones; the parts are as they are printed, blanks included."""
    operator, rest = operator_apart(raw)
    view = narrow(rest)
    if _DATE.match(view):
        return _Cell(operator, (("", rest),), "words")
    if special := _SPECIAL.match(view):
        return _special(operator, rest, view, special.end())
    digits = _DIGITS.match(view)
    return _split(operator, rest, view, digits.end()) if digits else _Cell(operator, (("", rest),), "words")


_opened = lru_cache(4_096)(_open)


def _special(operator: str, rest: str, view: str, end: int) -> _Cell:
    split = rest[:end], rest[end:]
    if view.startswith(view[:end], end):
        return _Cell(operator, (split,), "doubled")
    if view[end : end + 1].isdecimal():
        return _Cell(operator, (("", rest),), "words")
    return _Cell(operator, (split,), "plain" if FIRST_SIGN.match(view, end) else "words")


def _split(operator: str, rest: str, view: str, end: int) -> _Cell:
    """Digits with a unit directly behind them may be two numbers."""
    cuts, whole = [*_cuts(view[:end])], (rest[:end], rest[end:])
    for at in cuts:
        if Decimal(view[:at]) == Decimal(view[at:end]):
            splits = ((rest[:at], rest[at:]), whole) if _is_number(view[:end]) else ((rest[:at], rest[at:]),)
            return _Cell(operator, splits, "twin" if end == _TWIN else "doubled")
    if not FIRST_SIGN.match(view, end):
        return _Cell(operator, (whole,), "words")
    others = tuple((rest[:at], rest[at:]) for at in cuts)
    return _Cell(operator, (whole, *others), "open" if others else "plain")


def _cuts(digits: str) -> Iterable[int]:
    """Places that leave a number on both sides; no second number starts with a needless zero."""
    for at in range(1, len(digits)):
        second = digits[at:]
        if _is_number(digits[:at]) and _is_number(second) and not _NEEDLESS_ZERO.match(second):
            yield at


def _is_too_much(target: Target) -> bool:
    return target.text[:1] in ("%", "％") and Decimal(narrow(target.number)) > _WHOLE


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _decide(cell: _Cell, doubled: Counter[str] | None) -> Reading:
    """In a document that prints numbers twice, one of those that it uses elsewhere is the likeliest.

    In any other, for which `doubled` is None, 1212人 is most likely one number, and 99% surely; no percentage is 9090%.
    """
    twice, *whole = (Target(cell.operator, *split) for split in cell.splits)
    if cell.kind in ("doubled", "twin") and whole and doubled is None and not _is_too_much(whole[0]):
        return Reading(whole[0], (twice,) if cell.kind == "doubled" else ())
    if cell.kind != "open" or doubled is None:
        return Reading(twice)
    ranked = sorted(cell.splits, key=lambda split: -doubled[split[0]])
    targets = tuple(Target(cell.operator, *split) for split in ranked)
    return Reading(targets[0], targets[1:])
