"""Numbered lines: 1、 1. （1） 一、 （一）."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.numerals import number_of
from pbeditor.model.patterns import pattern

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# A sentence that opens with 1.5万元 or 3、4月份 has no number of a line; one that opens with 1.2020年 has.
_SEPARATOR = r"(?:、(?!\d{1,2}(?:、\d{1,2})*[月号日季层])|[.．](?!\d{1,3}(?!\d))|[)）])"
_NUMBERED = rf"\s*(?:(\d{{1,2}})\s*{_SEPARATOR}|[(（](\d{{1,2}})[)）]|({_NUMERAL})、|[(（]({_NUMERAL})[)）])\s*"
_HEAD = pattern(_NUMBERED)
_HEADS = pattern(rf"^(?:{_NUMBERED})+", re.MULTILINE)


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
    return tuple(found for index, line in enumerate(text.split("\n")) if (found := _numbered(index, line)))


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


def with_lines(text: str, new: list[Line]) -> str:
    """The text with these lines in place of those they came from."""
    lines = text.split("\n")
    for line in new:
        lines[line.index] = line.head + line.body
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def unnumbered(text: str) -> str:
    """The text without the numbers of its lines, doubled ones included."""
    return _HEADS.sub("", text)


def _numbered(index: int, line: str) -> Line | None:
    found = _HEAD.match(line)
    if not found:
        return None
    style = found.lastindex or 0
    return Line(index, style, number_of(found.group(style)) or 0, found.group(), line[found.end() :])
