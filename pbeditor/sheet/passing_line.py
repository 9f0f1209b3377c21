"""Lines between two tables that say nothing of whose the second one is: page numbers, remarks, who filled it in."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import label_key
from pbeditor.sheet.line_kinds import PROJECT_TITLE
from pbeditor.sheet.sheet import Row
from pbeditor.sheet.year_in_line import years_in_line

# The first words of lines below a table that say who filled it in, what it adds up to, or a remark.
FOOT = (
    "(?:填表|填报|制表|复核|审核)(?:人|单位|部门|日期|时间)?|(?:项目|单位|财务|部门)?(?:负责人|经办人|联系人)|联系(?:电话|方式)"
    "|[合总小]计|[备附]?注.*|(?:其他|其它|需要|填表|填报)*说明(?:的?(?:问题|事项|情况))?"
)
_FOOT_LINE = pattern(rf"(?:{FOOT})(?::.*)?", re.DOTALL)
_PAGE_NUMBER = pattern(r"[\s0-9第页共/·.\-‐-―—－]*")
_REMARK = pattern(r"[（(][^（()）]*[）)]")
_LONGEST = 20  # signs of a line that says only a year


def is_page_number(text: str) -> bool:
    """Whether a line at the edge of a page says nothing but where one is."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def is_remark(text: str) -> bool:
    """Whether a line is in brackets as a whole and no title."""
    return bool(_REMARK.fullmatch(text)) and not PROJECT_TITLE.match(text)


def goes_with_money(rest: str) -> bool:
    """Whether a line is a title, or a remark in brackets, beside the unit of money that it states."""
    return PROJECT_TITLE.fullmatch(rest) is not None or is_remark(rest)


def leads(rows: Sequence[Row]) -> Iterator[str]:
    """The first text of each row."""
    for row in rows:
        yield from islice((cell.text for cell in row.cells if cell.text), 1)


def says_year(text: str) -> bool:
    """Whether a line says a year and nothing else: （2019年度）."""
    return len(text) <= _LONGEST and any(year.is_alone for year in years_in_line(text))


def parts_nothing(text: str) -> bool:
    """Whether the line leaves a table that follows to the project before it."""
    text = text.strip()
    foot = bool(_FOOT_LINE.fullmatch(label_key(text))) and not PROJECT_TITLE.match(text)
    return foot or is_page_number(text) or is_remark(text) or says_year(text)
