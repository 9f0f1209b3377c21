"""Numbered lines: 1、 1. （1） 一、 （一） ①; and lists that were written on within a line."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.numerals import number_of
from pbeditor.model.patterns import pattern

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# A sentence that opens with 1.5万元 or 3、4月份 has no number of a line; one that opens with 1.2020年 has.
_SEPARATOR = r"(?:、(?!\d{1,2}(?:、\d{1,2})*[月号日季层])|[.．](?!\d{1,3}(?!\d))|[)）])"
_RINGED = "[①-⑳⑴-⒇]"
_NUMBERED = (
    rf"\s*(?:(\d{{1,2}})\s*{_SEPARATOR}|[(（](\d{{1,2}})[)）]|({_NUMERAL})、|[(（]({_NUMERAL})[)）]|({_RINGED}))\s*"
)
_HEAD = pattern(_NUMBERED)
_HEADS = pattern(rf"(?:{_NUMBERED})*")
# 2.5场 is two and a half, but below a line 1. it is the second one.
_NEXT = pattern(r"\s*(\d{1,2})\s*[、.．](?=\d)")
_PLAIN_STYLE = 1
# Within a line a number is one of a list behind the end of what went before; behind a colon the first one is.
_WITHIN_HEAD = (
    rf"(?:\d{{1,2}}\s*(?:[、.．](?!\d)|[)）])|[(（]\d{{1,2}}[)）]|{_NUMERAL}、(?!{_NUMERAL})|[(（]{_NUMERAL}[)）])"
)
_WITHIN = pattern(
    rf"(?<=[。；;！])\s*(?={_WITHIN_HEAD})|(?<=[：:])(?<!\d[：:])\s*(?=[(（]?[1一]\D)(?={_WITHIN_HEAD})|(?<!^)(?={_RINGED})",
    re.MULTILINE,
)


class Line(Struct, frozen=True, gc=False):
    """One numbered line of a text. `style` tells 1、 from （1） and 一、; `head` and `body` make up the line."""

    index: int  # among all lines
    style: int
    number: int
    head: str
    body: str


@lru_cache(maxsize=4096)
def numbered_lines(text: str) -> tuple[Line, ...]:
    """The lines that open with a number."""
    found: list[Line] = []
    plain: Line | None = None  # the last one that is numbered 1、 or 1.
    for index, line in enumerate(text.split("\n")):
        numbered = _numbered(index, line) or _next_to(plain, index, line)
        if numbered:
            found.append(numbered)
            plain = numbered if numbered.style == _PLAIN_STYLE else plain
    return tuple(found)


def numbered_twice(text: str) -> list[Line]:
    """The lines with several numbers, only the first kept: of 1、1.甲 the line 1、甲."""
    twice = ((line, _numbered(line.index, line.body)) for line in numbered_lines(text))
    return [replace(line, body=unnumbered(line.body)) for line, inner in twice if inner]


def out_of_order(text: str) -> Iterator[tuple[Line, int]]:
    """(line, number expected) wherever the numbers do not run on. Only inner lists may begin again at 1."""
    last: dict[int, int] = {}
    outer = 0  # the style of the first line
    for line in numbered_lines(text):
        outer = outer or line.style
        expected = last.get(line.style, 0) + 1
        if line.number != expected and (line.style == outer or line.number != 1):
            yield line, expected
        last[line.style] = line.number


def jumps(text: str) -> list[tuple[Line, int]]:
    """What is out of order, lists within a line looked at where they matter: some write the whole list on one line."""
    found = list(out_of_order(text))
    is_list_of_lines = len(numbered_lines(text)) > 1
    return found if is_list_of_lines and not found else list(out_of_order(broken(text)))


@lru_cache(maxsize=4096)
def broken(text: str) -> str:
    """The text with each number of a list on a line of its own."""
    return _WITHIN.sub("\n", text)


def with_lines(text: str, new: list[Line]) -> str:
    """The text with these lines in place of those they came from."""
    lines = text.split("\n")
    for line in new:
        lines[line.index] = line.head + line.body
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def unnumbered(text: str) -> str:
    """The text without the numbers of its lines, doubled ones included."""
    bodies = [replace(line, head="", body=_HEADS.sub("", line.body, count=1)) for line in numbered_lines(text)]
    return with_lines(text, bodies)


def _numbered(index: int, line: str) -> Line | None:
    found = _HEAD.match(line)
    if not found:
        return None
    style = found.lastindex or 0
    return Line(index, style, _value(found.group(style)), found.group(), line[found.end() :])


def _next_to(last: Line | None, index: int, line: str) -> Line | None:
    """The line as the one that follows on `last`, whose number a digit follows: "2.5场培训" below "1.开展活动"."""
    found = _NEXT.match(line) if last else None
    if not last or not found or int(found[1]) != last.number + 1 or found.group()[-1] != last.head.rstrip()[-1]:
        return None
    return Line(index, _PLAIN_STYLE, last.number + 1, found.group(), line[found.end() :])


def _value(numeral: str) -> int:
    return number_of(numeral) or int(unicodedata.numeric(numeral[0], 0))
