"""Numbers of a spreadsheet as its cells show them: 0.95 in the format 0% is 95%.

The format is followed as far as it means something: sections for signs, decimals, thousands, percent, words around
the number, dates and times. Currency signs are left out, because the form names its money unit elsewhere.
Sources: ECMA-376 part 1, 18.8.30 and 18.8.31; the numbers 27 to 58 are those of Chinese systems.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from pbeditor.exchange.date_formats import DATE_PART, Part, shown_date

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

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].|(?P<general>General|G/通用格式)'
    r"|(?P<exponent>(?<=[0#?.])E[+-])|(?P<date>"
    + DATE_PART
    + r")|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_CURRENCY = str.maketrans("", "", "¥￥$")
_LONGEST = 255  # characters of a format
_HUGE, _TINY = 1e21, 1e-9
_MOST_DIGITS = 20
_ZERO = 2  # the section for it, after those for what is above and below


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """The text of a number in a format; a number never loses its digits to a format that hides them."""
    if not isfinite(value):
        return ""
    parts, size = _section(code, value)
    kinds = {part.kind for part in parts}
    if kinds & {"date", "elapsed"}:
        return shown_date(value, parts, from_1904=from_1904) or plain(value)
    if "odd" in kinds or sum(part.kind in ("digits", "general") for part in parts) != 1:
        return plain(value)
    text = "".join(part.text if part.kind in ("words", "percent") else _number(size, part, parts) for part in parts)
    return text.strip() if any(map(str.isdecimal, text)) else plain(value)


def plain(value: float) -> str:
    """A number without a format, to 15 digits as spreadsheets keep it: 2 for 2.0, 0.3 for 0.1 + 0.2."""
    text = f"{value:.15g}"
    if text == "-0":
        return "0"
    return format(Decimal(text), "f") if "e" in text and _TINY < abs(value) < _HUGE else text


def _section(code: str, value: float) -> tuple[Sequence[Part], float]:
    """The part of a format for a number of this sign, and the number to put into it."""
    sections = _sections(code[:_LONGEST])
    if value == 0 and len(sections) > _ZERO:
        return sections[_ZERO], 0
    if value >= 0:
        return sections[0], value
    return (sections[1], -value) if len(sections) > 1 else ((Part("words", "-"), *sections[0]), -value)


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[tuple[Part, ...], ...]:
    sections: list[list[Part]] = [[]]
    for found in _TOKEN.finditer(code):
        if found["other"] == ";":
            sections.append([])
        else:
            sections[-1].extend(_part(found))
    return tuple(map(tuple, sections))


def _part(found: re.Match[str]) -> Iterator[Part]:
    kind, text = found.lastgroup or "", found[found.lastgroup] if found.lastgroup else ""
    if kind in ("digits", "general", "date"):
        yield Part(kind, text)
    elif kind == "bracket":
        if _ELAPSED.fullmatch(text):
            yield Part("elapsed", text)
    elif kind == "exponent" or (kind == "other" and text in "/@"):
        yield Part("odd", text)
    elif kind == "other" and text == "%":
        yield Part("percent", text)
    elif kind:
        yield Part("words", text.translate(_CURRENCY))


def _number(value: float, part: Part, parts: Sequence[Part]) -> str:
    """The digits: 0 stands for one that is always there, # and ? for one that may be missing."""
    if part.kind == "general":
        return plain(value)
    whole, _, decimals = part.text.rstrip(",").partition(".")
    percents = sum(other.kind == "percent" for other in parts)
    thousands = len(part.text) - len(part.text.rstrip(","))
    number = Decimal(f"{value:.15g}").scaleb(2 * percents - 3 * thousands)
    if number.adjusted() > _MOST_DIGITS:
        return plain(value)
    text = format(number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP), "f")
    digits, _, rest = text.partition(".")
    digits = digits.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole and digits:
        digits = f"{int(digits):,}"
    least = decimals.count("0")
    rest = rest[:least] + rest[least:].rstrip("0")
    return f"{digits}.{rest}" if rest else digits
