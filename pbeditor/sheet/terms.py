"""Words that tell this year's part of a form from those of other years, where both stand side by side."""

from functools import lru_cache

from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import label_key

_THIS_YEAR = pattern("年度|本年|当年|今年|全年")
_OTHER = pattern("中期|实施期|长期|上年|上一年|去年|往年|历史|实际|完成|半年|季度")
_YEAR = pattern(r"20[0-9]{2}")
# 中期目标（2019年—2021年）, 实施期资金总额: a label that no field stands for, though it looks like one.
_LABEL = pattern(r"(?:中|实施|长)期(?:绩效|总体)*(?:目标|资金|总额|资金总额|指标值?)(?:\([^()]*\))?")
_FARTHEST = -10_000  # farther than any year
_KEPT = 1_024  # texts; heads come again in each table


@lru_cache(_KEPT)
def nearness(text: str, year: int = 0) -> int:
    """How near to the document's own year a head is: 0 for no word that tells it, more for that year, less for others.

    Where `year`, the document's own, is 0, no one knows it: then the latest of several is the likeliest.
    """
    years = [int(each) for each in _YEAR.findall(text)]
    if _OTHER.search(text) or len(years) > 1:
        return _FARTHEST if year else -1
    if not years:
        return 1 if _THIS_YEAR.search(text) else 0
    if not year or years[0] == year:
        return years[0]
    return -2 * abs(years[0] - year) + (years[0] > year)


def is_other_term(text: str) -> bool:
    """Whether a text is a label of the part that is for several years."""
    return "期" in text and _LABEL.fullmatch(label_key(text)) is not None
