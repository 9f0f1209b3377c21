"""Where a section of running text goes on behind something that stands in between: a table, the end of a worksheet."""

from pbeditor.model.patterns import pattern
from pbeditor.model.text import fold
from pbeditor.sheet.line_kinds import CONTINUED

_SENTENCE = pattern(r"[。，,]|[；;！!？?…]\s*$")  # what a text has and no heading of something else
# Of what is enclosed, and of who signs.
_FORMAL = pattern(r"^附[件表录]|^.{0,8}(?:意见|签字|签章|签名|盖章)[）)]?\s*(?:[（(][^（()）]*[）)])?\s*[:：]")
_COUNT = "0123456789一二三四五六七八九十续上中下第页张_-()"  # what a name ends with that only counts
_NAMELESS = ("", "sheet", "工作表", "表")


def is_sentence(text: str) -> bool:
    """Whether a line can go on with a text; a heading of another one cannot, nor who signs or what is enclosed."""
    return _SENTENCE.search(text) is not None and not _FORMAL.search(text)


def goes_on_in(name: str, before: str) -> bool:
    """Whether a worksheet may go on with the one before it: it is called alike, as the next one, or not at all."""
    stem, stem_before = (fold(each).rstrip(_COUNT) for each in (name, before))
    return stem in _NAMELESS or stem == stem_before or CONTINUED.fullmatch(name) is not None
