"""The years that a line of a foreign document tells, and how surely they are the document's own.

Years of 文号 and of versions of laws, dates of compiling and codes of units are none of it.
"""

from collections.abc import Callable

from msgspec import Struct

from pbeditor.model.patterns import pattern
from pbeditor.model.years import written_in

_KINDS = ("year", "range", "bare", "short")  # of `model.years`, beside a number in round brackets alone
# Behind a year these say that a budget is meant by it.
BUDGETED = pattern(
    r"\s*年?度?(?:[0-9]{1,2}月)?\s*(?:省级|市级|县级|区级|市?本级)?"
    r"(?:部门|单位|项目|预算|绩效|整体|财政|专项|重点|支出)"
)
_DATED = pattern(r"\s*年\s*[0-9]{1,2}\s*月")
_OPENS, _CLOSES = pattern(r"[（(]\s*$"), pattern(r"\s*年?度?\s*[）)]")
# Before and behind a year that is all a line or a cell says.
_LABEL = pattern(r"(?:预算|填报|填表|申报|编制|所属)?年度\s*[：:]")
_NOTHING_MORE = pattern(r"\s*年?\s*度?\s*[）)]?\s*")
_CODE = pattern(r"\s*(?:[0-9]{3}){1,3}(?=20[0-9]{2}\s*年)")  # of a unit, glued to the year behind it
_SENSIBLE = range(2000, 2100)


class Year(Struct, frozen=True):
    """A year in a line, and what stands around its digits."""

    year: int
    kind: str
    before: str
    after: str

    @property
    def is_in_brackets(self) -> bool:
        """Whether it has brackets of its own: …申报表（2019年度）."""
        return bool(_OPENS.search(self.before) and _CLOSES.match(self.after))

    @property
    def is_budgeted(self) -> bool:
        """Whether a budget or its targets are said to be of it."""
        return bool(BUDGETED.match(self.after))

    @property
    def is_plain(self) -> bool:
        """Whether it is no date, nor two digits that may count something."""
        return not _DATED.match(self.after) and (self.kind != "short" or self.is_in_brackets)

    @property
    def is_alone(self) -> bool:
        """Whether the line says nothing else: （2019年度）, 2019年 or 填报年度：2019."""
        if not _NOTHING_MORE.fullmatch(self.after):
            return False
        before = self.before.strip()
        return before in ("（", "(") or bool(_LABEL.fullmatch(before)) or (not before and self.kind == "year")


def title_year(title: str) -> int:
    """The year of a title, 0 where it has none: that of a budget before any other, a date last."""
    return first_year(title, lambda one: one.is_budgeted, lambda one: one.is_plain, lambda one: one.kind != "short")


def years_in_line(text: str) -> list[Year]:
    """The years of this century that may be a document's."""
    text = text[code.end() :] if (code := _CODE.match(text)) else text
    years = []
    for one in written_in(text):
        start, end = one.start, one.end
        if one.kind == "number" and text[start] in "（(" and text[end - 1] in "）)":
            start, end = start + 1, end - 1
        elif one.kind not in _KINDS:
            continue
        if one.numbers[0] in _SENSIBLE:
            years.append(Year(one.numbers[0], one.kind, text[:start], text[end:]))
    return years


def first_year(text: str, *ways: Callable[[Year], bool]) -> int:
    """The first year that is told in the first of these ways that any year is told in."""
    years = years_in_line(text)
    return next((one.year for is_told in ways for one in years if is_told(one)), 0)
