"""The unit of money that a line, a corner, the end of a title or a label states."""

from functools import lru_cache

from pbeditor.model.amount import ANY_MONEY_UNIT
from pbeditor.model.patterns import pattern

# Units that nothing is known of are found too, so that amounts are not silently taken for something else.
_SPACED = "|".join(r"\s*".join(unit) for unit in ANY_MONEY_UNIT.split("|"))
_UNIT = pattern(rf"(?:{_SPACED})|[十百千万亿]*\s*[美欧港日]?\s*元")
_SAID = rf"(?:人\s*民\s*币\s*[（(]?\s*)?(?:[十百千万亿]*\s*[美欧港日]\s*元|{_SPACED}|[十百千万亿]+\s*元)(?:\s*人民币)?"
_BESIDE = r"(?:\s*[，,、;；/／]\s*(?:[%％]|[^\W\d_]{1,2}))*"  # units of other things: 单位：元，%
_STATED = pattern(
    r"(?:[（(【\[]\s*)?(?:(?:金\s*额|货\s*币|资\s*金|计\s*[量价])\s*)*单\s*位\s*(?:[：:]|为)\s*"
    rf"{_SAID}{_BESIDE}(?!\w)\s*[）)】\]]?"
)
_BRACKETED = pattern(rf"[（(]\s*{_SAID}{_BESIDE}\s*[）)](?=\s*[：:]?\s*$)")  # at the end of a label: 预算数（元）
_NOTHING = pattern(r"(?:注|备注|说明)?[：:]?(?:\s*本表)?[。.，,；;\s]*")
_KEPT = 1_024  # texts; labels come again in each table


@lru_cache(_KEPT)
def money_said(text: str) -> tuple[str, str]:
    """What a text says beside the unit of money, and that unit: ("", "万元") for 单位：万元, "" for none.

    Where it states several, all of them come, joined by ／, which no table of units knows.
    """
    may_say = "元" in text or "单" in text  # most lines have neither, and some are long
    found = (_STATED.search(text) or _BRACKETED.search(text)) if may_say else None
    if not found:
        return text, ""
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
    units = dict.fromkeys("".join(unit.split()) for unit in _UNIT.findall(found.group()))
    return "" if _NOTHING.fullmatch(rest) else rest, "／".join(units)


def is_money_line(text: str) -> bool:
    """Whether a text states the unit of money and nothing else."""
    rest, unit = money_said(text)
    return bool(unit) and not rest
