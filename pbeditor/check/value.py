"""What a 指标值 says: its operator, its number, and the numbers and comparisons in its words.

Older tables say the number twice, 90 and 90%及以上; newer ones go on from it, 90 and %及以上, or have it in the words
alone. All three mean the same, and are read so.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from pbeditor.model.amount import is_blank
from pbeditor.model.amount import number as read_number
from pbeditor.model.document import Target
from pbeditor.model.measuring_units import ANY_UNIT
from pbeditor.model.patterns import pattern
from pbeditor.model.target import OPERATORS, canonical_operator

UP, DOWN, EQUAL = "up", "down", "equal"
DIRECTIONS = {"≥": UP, "＞": UP, "≤": DOWN, "＜": DOWN, "＝": EQUAL}
TIMES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


def _words_for(*signs: str) -> str:
    return "|".join(re.escape(spelling) for spelling, sign in OPERATORS if sign in signs)


# A capital letter makes a name of digits (5A 级, 5G), and so does a letter before (Wi-Fi 6) but for what is counted
# (APP 3个); 第 makes an ordinal.
_FIGURE = pattern(
    rf"(?<![\dA-Za-z.第#])(?:(?<![A-Za-z][ -])|(?=[\d,.]+\s*{ANY_UNIT}))"
    r"(\d[\d,]*(?:\.\d+)?)(?![A-Z])([百千万亿]?)"
)
_DATE = pattern(
    r"(?:\d{1,2}\s*[-—~～至到、]\s*)?\d{1,2}\s*(?:月份?(?:\s*\d{1,2}\s*[日号])?|季度)|\d{4}\s*[年./-](?:\s*\d{1,2}\s*[月./-](?:\s*\d{1,2}\s*日?)?)?"
)
_RANGE = pattern(r"\d\s*%?\s*[-~—–至到]\s*\d|/")
# 每季度1次 is 4 times a year: the number may be the product.
_RATE_OF = pattern(r"每[^年]")
_MORE = pattern(rf"{_words_for('≥', '＞')}|\d[\d,.]*\s*[^\d,.,。;、]{{0,6}}(?<![级岁])以上")
_LESS = pattern(rf"{_words_for('≤', '＜')}|\d[\d,.]*\s*[^\d,.,。;、]{{0,6}}(?<![级岁])(?:以[下内]|之内)")
_SAME = pattern(r"(?<![于或])等于\s*\d|=\s*\d")
# 不超过 holds 超过, 不低于 holds 低于: without them the other direction can be looked for.
_MORE_WORDS, _LESS_WORDS = pattern(_words_for("≥")), pattern(_words_for("≤"))
_LEADING = pattern("(" + "|".join(re.escape(spelling) for spelling, _ in OPERATORS) + r")\s*(?=\d)")
# What goes on from a number: % of 90 and %, 次 of 3 and 次以上, 以上 of 90 and 以上.
_GOES_ON = pattern(rf"\s*(?:{ANY_UNIT}|[百千万亿]|(?:[及或]|[(]含[)])?以[上下内]|之内|左右|[-~～—至]\d)")
# Words that are nothing but a number with its unit and its comparison.
_ALONE = pattern(
    rf"(?:(?:{'|'.join(re.escape(spelling) for spelling, _ in OPERATORS)})\s*)?(\d[\d,]*(?:\.\d+)?)(?!\d|\.\d)"
    rf"\s*(?:{ANY_UNIT}|[百千万亿])?(?:[及或]|[(]含[)])?(?:以[上下内]|之内)?[。.]?"
)


class Value(Struct, frozen=True, gc=False):
    """The meaning of one value. `number` is None for a blank and for what is no number."""

    target: Target
    operator: str  # canonical, "" for none or an unknown one
    number: Decimal | None  # that of the words where none is given apart
    written: str  # the text, the number included where the text goes on from it: 90 and %及以上 are one
    words: str  # the same with half-width digits and signs
    figures: tuple[Decimal, ...]  # the numbers that the words state, dates left out
    percent: bool
    says: str  # UP, DOWN or EQUAL when the words compare in one direction
    agrees: bool  # whether number and words can mean the same
    is_blank: bool  # nothing to measure by: neither number nor words


@lru_cache(maxsize=8192)
def read_value(target: Target) -> Value:
    """The meaning of a value cell."""
    number, written = read_number(target.number), target.text
    if number is not None and _GOES_ON.match(_plain(written)):
        written = target.number + written
    words = _plain(written).strip()
    found = figures(words)
    if found and is_blank(target.number) and (alone := _ALONE.fullmatch(words)):
        number = read_number(alone[1])
    return Value(
        target=target,
        operator=canonical_operator(target.operator),
        number=number,
        written=written,
        words=words,
        figures=found,
        percent="%" in words or "百分之" in words,
        says=_direction(words),
        agrees=number is None or not found or _states(words, found, number),
        is_blank=not words and not target.number.strip(),
    )


def figures(text: str) -> tuple[Decimal, ...]:
    """The numbers that a text of half-width digits states; 1.2万 gives both 1.2 and 12000. Dates are left out."""
    return tuple(reading for readings in stated(text) for reading in readings)


def stated(text: str) -> list[tuple[Decimal, ...]]:
    """The readings of each number in a text: one, or two where 万 or another power follows."""
    found = _FIGURE.findall(_DATE.sub(" ", text))
    pairs = [(Decimal(digits.replace(",", "")), TIMES[times]) for digits, times in found if digits.isascii()]
    return [(figure,) if times == 1 else (figure, figure * times) for figure, times in pairs]


def leading_operator(text: str) -> tuple[str, str]:
    """The comparison that `text` opens with, canonical, and the rest: "大于等于90%" gives ("≥", "90%")."""
    found = _LEADING.match(text)
    return (canonical_operator(found.group(1)), text[found.end() :]) if found else ("", text)


def plain(number: Decimal) -> str:
    """A number as a message shows it: no exponent, no trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(text: str) -> str:
    return "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    """A sign in half width; a raised or ringed figure, as of a note, is no digit and stays."""
    is_figure = unicodedata.numeric(sign, None) is not None and not sign.isdecimal()
    return sign if is_figure else unicodedata.normalize("NFKC", sign)


def _states(words: str, found: tuple[Decimal, ...], number: Decimal) -> bool:
    stated = abs(number)  # a sign in front of a figure may be a dash
    same = stated in found or ("%" in words and stated * 100 in found)
    return same or _RATE_OF.search(words) is not None or _RANGE.search(words) is not None


def _direction(words: str) -> str:
    more = _MORE.search(_LESS_WORDS.sub("", words)) is not None
    less = _LESS.search(_MORE_WORDS.sub("", words)) is not None
    if more != less:
        return UP if more else DOWN
    return EQUAL if not more and _SAME.search(words) else ""
