"""Numbers as people type them, read without rounding."""

from decimal import Decimal
from functools import lru_cache

from pbeditor.model.patterns import pattern

# The fields of a budget and what people call them.
BUDGET_PARTS = {"total": "预算数", "fiscal": "财政资金", "other": "其他资金"}
# The units of money: how many 元 one of each is. An amount is converted by nothing else.
MONEY_UNITS = {
    "元": 1,
    "百元": 100,
    "千元": 1_000,
    "万": 10_000,
    "万元": 10_000,
    "百万元": 1_000_000,
    "千万元": 10_000_000,
    "亿": 10**8,
    "亿元": 10**8,
}
ANY_MONEY_UNIT = "|".join(sorted(MONEY_UNITS, key=len, reverse=True))  # as part of an expression
_NUMBER = pattern(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?|[+-]?\.\d+")
_NARROW: dict[int, int | str] = {
    **{0xFF01 + sign: 0x21 + sign for sign in range(94)},
    0xFE50: ",",
    0xFE52: ".",
    0xFE62: "+",
    0xFE63: "-",
    0xFE64: "<",
    0xFE65: ">",
    0xFE66: "=",
    0x2212: "-",
}
_LONGEST = 100  # signs, blanks among the digits included
_DIGITS = 22  # of the 28 that decimals have: room for 元 to 万元, percentages and sums
_KEPT = 1 << 13  # numbers, which are asked for again and again: those of a large document


def is_blank(text: str) -> bool:
    """Whether nothing is written; blank counts as 0 in sums."""
    return not text.strip()


def narrow(text: str) -> str:
    """The text with a plain sign for each full-width one; a raised or ringed figure, as of a note, stays one."""
    return text.translate(_NARROW)


def narrowed(text: str) -> str:
    """The same without blanks."""
    return "".join(narrow(text).split())


def number(text: str) -> Decimal | None:
    """The number written in `text`, or None for a blank or for what is no number.

    Full-width digits and thousands commas are understood; a unit or a second number is not. What has more digits than
    can be reckoned with exactly is no number either.
    """
    return _read(text) if len(text) <= _LONGEST else None


@lru_cache(_KEPT)
def _read(text: str) -> Decimal | None:
    plain = narrowed(text)
    digits = plain.replace(",", "")
    return Decimal(digits) if len(digits) <= _DIGITS and plain.isascii() and _NUMBER.fullmatch(plain) else None
