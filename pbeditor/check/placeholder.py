"""Words that only keep a place: 无, 略, ……, 待补充. Where something has to be written they are as good as nothing."""

from pbeditor.check import words
from pbeditor.check.names import alternatives
from pbeditor.check.problem import quoted
from pbeditor.model.patterns import pattern

_LONGEST = 40  # a text that is longer says something
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_NUMBER = rf"\d{{1,2}}\s*[、.．)）]|{_NUMERAL}、|[(（]{_NUMERAL}[)）]|[①-⑳⑴-⒇]"  # of a line
_LETTERS = frozenset({word[0] for word in words.PLACEHOLDERS} | set("一二三四五六七八九十xX"))  # that can begin one
_PLACE = pattern(rf"(?:{_NUMBER}|{alternatives(words.PLACEHOLDERS)}|[\W_xX])*")


def is_placeholder(text: str) -> bool:
    """Whether no line of a text says anything; a blank one is no placeholder."""
    if text[:1].isalpha() and text[0] not in _LETTERS:  # nearly all texts, and all are asked about several times
        return False
    return 0 < len(text) <= _LONGEST and _PLACE.fullmatch(text.replace(" ", "")) is not None


def is_unwritten(text: str) -> bool:
    """Whether a text is blank or only keeps its place."""
    return not text or is_placeholder(text)


def unwritten(label: str, text: str) -> str:
    """The sentence about a text that `is_unwritten`."""
    return f"{label}只写了{quoted(text)}，还没有填写内容" if text else f"{label}没有填写"
