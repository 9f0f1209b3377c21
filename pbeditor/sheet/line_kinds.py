"""What lines of running text are told by: numbers, parts, titles of projects, lines of a table of contents."""

import re

from pbeditor.model.numerals import NUMERAL
from pbeditor.model.patterns import pattern

NUMBERED = pattern(rf"[（(]?(?:{NUMERAL.pattern}|[0-9]{{1,2}})[）)、.．]\s*(?P<rest>.+)", re.DOTALL)
PART = pattern(rf"第{NUMERAL.pattern}部分\s*(?P<rest>.*)")
# 1、某某绩效目标表, however it is numbered. Digits may touch the name, unless they begin it as 2024年 and 5G do;
# 三 may not, or 三公经费 would lose its first sign.
_ORDINAL = r"""
    [（(][0-9０-９一二三四五六七八九十]{1,4}[）)][、.．]?
    |[0-9０-９]{1,4}(?:[、.．]|(?![0-9０-９年A-Za-z]))
    |[一二三四五六七八九十]{1,4}(?:[、.．]|(?=\s))
"""
LONGEST = 300  # signs of a title or a heading: a line may be as long as a file
PROJECT_TITLE = pattern(rf"(?:{''.join(_ORDINAL.split())})?\s*(?P<name>.{{1,{LONGEST}}}?)绩效目标(?:申报)?表")
CONTENTS_LINE = pattern(r"[.…·\t\s]*[0-9]*$")
# What stands over the second part of a table that a page has cut.
CONTINUED = pattern(
    r"[（(]?(?:(?:续|接)(?:上|前)?(?:表|页)[一二三四五六七八九十0-9]*|续[一二三四五六七八九十0-9]*)[）)]?\s*[：:]?"
)
BOOKMARK = pattern(r"\[bookmark:\s*[^\]\s]*\s*\]")  # left over by converters
