"""The sections of a number format, which are for numbers of some sign or size, and the parts of each."""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pbeditor.exchange.date_formats import DATE_PART, Part

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].|(?P<general>General|G/通用格式)'
    r"|(?P<exponent>(?<=[0#?.])E[+-])|(?P<date>"
    + DATE_PART
    + r")|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_CURRENCY = str.maketrans("", "", "¥￥$")
_LONGEST = 255  # characters of a format
_ZERO = 2  # the section for it, after those for what is above and below
_NUMBERS = 3  # sections; the one after them is for texts
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)")
_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
    "<>": operator.ne,
}
# What sections without a condition are for where others have one.
_USUAL = (("<>", 0.0), ("<", 0.0), ("", 0.0))


class Section(NamedTuple):
    """The parts of a section, and the comparison and number for which it is; "" for none."""

    parts: tuple[Part, ...]
    compares: str = ""
    bound: float = 0.0

    def holds(self, value: float) -> bool:
        """Whether it is for this number."""
        return not self.compares or _HOLDS[self.compares](value, self.bound)


def section(code: str, value: float) -> tuple[Sequence[Part], float]:
    """The part of a format for a number, and the number to put into it; no parts where none is for it."""
    sections = _sections(code[:_LONGEST])
    if any(one.compares for one in sections):
        return _conditional(sections[:_NUMBERS], value)
    if value == 0 and len(sections) > _ZERO:
        return sections[_ZERO].parts, 0
    if value >= 0:
        return sections[0].parts, value
    return (sections[1].parts, -value) if len(sections) > 1 else _negative(sections[0].parts, value)


def _conditional(sections: Sequence[Section], value: float) -> tuple[Sequence[Part], float]:
    """The first section whose condition holds; the last one without a condition is for all others."""
    for place, one in enumerate(sections):
        is_last = place == len(sections) - 1
        usual = one if one.compares or is_last else Section(one.parts, *_USUAL[place])
        if usual.holds(value):
            has_sign = one.compares in ("<", "<=") and one.bound <= 0
            has_sign = has_sign or any(part.kind == "words" and part.text[:1] in ("-", "(") for part in one.parts)
            return (one.parts, abs(value)) if value >= 0 or has_sign else _negative(one.parts, value)
    return (), value


def _negative(parts: tuple[Part, ...], value: float) -> tuple[Sequence[Part], float]:
    return (Part("words", "-"), *parts), -value


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[Section, ...]:
    sections: list[list[Part]] = [[]]
    conditions: list[tuple[str, float]] = [("", 0.0)]
    for found in _TOKEN.finditer(code):
        if found["other"] == ";":
            sections.append([])
            conditions.append(("", 0.0))
        elif condition := _CONDITION.fullmatch(found["bracket"] or ""):
            conditions[-1] = condition[1], float(condition[2])
        else:
            sections[-1].extend(_part(found))
    return tuple(
        Section(tuple(_whole(parts)), *condition) for parts, condition in zip(sections, conditions, strict=True)
    )


def _whole(parts: Sequence[Part]) -> Iterator[Part]:
    """Digits with a point or comma of words between them as one: 0!.0 shows a tenth of the number."""
    left = list(parts)
    while left:
        first, *rest = left
        joint = rest[0].text if len(rest) > 1 and rest[0].kind == "words" else ""
        if first.kind == "digits" and joint in (".", ",") and rest[1].kind == "digits" and first.text[-1] != ",":
            second = rest[1].text
            places = sum(second.count(sign) for sign in "0#?")
            if joint == "." and "." not in first.text + second:
                yield Part("lowered", "0" * places)
            left = [Part("digits", first.text + joint + second), *rest[2:]]
            continue
        yield first
        left = rest


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
