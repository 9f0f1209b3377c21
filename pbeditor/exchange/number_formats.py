"""Numbers of a spreadsheet as its cells show them: 0.95 in the format 0% is 95%.

The format is followed as far as it means something: sections for signs, decimals, thousands, percent, words around
the number, dates and times. Currency signs are left out, because the form names its money unit elsewhere.
Sources: ECMA-376 part 1, 18.8.30 and 18.8.31; the numbers 27 to 58 are those of Chinese systems.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import NamedTuple

from pbeditor.exchange.date_formats import Part, shown_date
from pbeditor.exchange.number_sections import section

GENERAL = "General"
_YEAR_MONTH, _MONTH_DAY, _DATE = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
_HALF_DAY, _HALF_DAY_SECONDS = '上午/下午h"时"mm"分"', '上午/下午h"时"mm"分"ss"秒"'
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00",
    8: "#,##0.00;-#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _YEAR_MONTH,
    28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: _DATE, 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: _HALF_DAY, 35: _HALF_DAY_SECONDS, 36: _YEAR_MONTH, 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0", 42: "#,##0;-#,##0",
    43: "#,##0.00;-#,##0.00", 44: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: _HALF_DAY,
    56: _HALF_DAY_SECONDS, 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip

_HUGE, _TINY = 1e21, 1e-9
_MOST_DIGITS = 20
# Units that a format writes behind a number, as powers of ten, those that hold another first.
_POWERS = {"百万": 6, "千万": 7, "万": 4, "亿": 8, "千": 3}
_OF_A_UNIT = re.compile(r"[百千万亿元]|[0#?],+(?![0#?,])")


class Shown(NamedTuple):
    """The text of a number in its format, and the same with every digit where the format hides some.

    Where a format speaks of a unit and could not be followed, both are the plain number.
    """

    text: str
    exact: str = ""


def shown(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """A number in a format; it never loses its digits to a format that hides them."""
    if not isfinite(value):
        return Shown("")
    parts, size = section(code, value)
    kinds = {part.kind for part in parts}
    if kinds & {"date", "elapsed"}:
        return Shown(shown_date(value, parts, from_1904=from_1904) or plain(value))
    if "odd" in kinds or sum(part.kind in ("digits", "general") for part in parts) != 1:
        return _not_followed(value, code)
    text, exact = (_text(size, parts, exact=exact) for exact in (False, True))
    if not any(map(str.isdecimal, text)) or not _keeps_its_unit(parts):
        return _not_followed(value, code)
    return Shown(text, "" if exact == text else exact)


def _not_followed(value: float, code: str) -> Shown:
    text = plain(value)
    return Shown(text, text if _OF_A_UNIT.search(code) and value else "")


def _text(size: float, parts: Sequence[Part], *, exact: bool) -> str:
    words = ("words", "percent")
    return "".join(
        part.text if part.kind in words else _number(size, part, parts, exact=exact)
        for part in parts
        if part.kind != "lowered"
    ).strip()


def _scale(parts: Sequence[Part]) -> int:
    """The power of ten that thousands left out and a point of words make of a number."""
    digits = next(part.text for part in parts if part.kind in ("digits", "general"))
    lowered = sum(len(part.text) for part in parts if part.kind == "lowered")
    return -3 * (len(digits) - len(digits.rstrip(","))) - lowered


def _keeps_its_unit(parts: Sequence[Part]) -> bool:
    """Whether a number that is made smaller stands in the unit that it is made smaller by, or before no unit."""
    words = "".join(part.text for part in parts if part.kind == "words")
    power = next((power for unit, power in _POWERS.items() if unit in words), None)
    return power is None or _scale(parts) in (0, -power)


def plain(value: float) -> str:
    """A number without a format, to 15 digits as spreadsheets keep it: 2 for 2.0, 0.3 for 0.1 + 0.2."""
    text = f"{value:.15g}"
    if text == "-0":
        return "0"
    return format(Decimal(text), "f") if "e" in text and _TINY < abs(value) < _HUGE else text


def _number(value: float, part: Part, parts: Sequence[Part], *, exact: bool) -> str:
    """The digits: 0 stands for one that is always there, # and ? for one that may be missing; or all that there are."""
    if part.kind == "general":
        return plain(value)
    whole, _, decimals = part.text.rstrip(",").partition(".")
    percents = sum(other.kind == "percent" for other in parts)
    number = Decimal(f"{value:.15g}").scaleb(2 * percents + _scale(parts))
    if number.adjusted() > _MOST_DIGITS:
        return plain(value)
    exponent = number.normalize().as_tuple().exponent
    if exact and isinstance(exponent, int) and -exponent > len(decimals):
        decimals = decimals.ljust(-exponent, "#")
    text = format(number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP), "f")
    digits, _, rest = text.partition(".")
    digits = digits.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole and digits:
        digits = f"{int(digits):,}"
    least = decimals.count("0")
    rest = rest[:least] + rest[least:].rstrip("0")
    return f"{digits}.{rest}" if rest else digits
