"""Words that only keep a place: 无, 略, ……, 待补充. Where something has to be written they are as good as nothing."""

from functools import lru_cache

from pbeditor.check import words
from pbeditor.check.lines import unnumbered
from pbeditor.check.names import alternatives
from pbeditor.check.problem import quoted
from pbeditor.model.patterns import pattern

_LONGEST = 40  # a text that is longer says something
_NO_WORDS = pattern(r"[\W_]+")
_PLACE = pattern(f"(?:{alternatives(words.PLACEHOLDERS)}|[xX]+)*")


def is_placeholder(text: str) -> bool:
    """Whether no line of a text says anything; a blank one is no placeholder."""
    return 0 < len(text) <= _LONGEST and _is_placeholder(text)


def is_unwritten(text: str) -> bool:
    """Whether a text is blank or only keeps its place."""
    return not text or is_placeholder(text)


def unwritten(label: str, text: str) -> str:
    """The sentence about a text that `is_unwritten`."""
    return f"{label}只写了{quoted(text)}，还没有填写内容" if text else f"{label}没有填写"


@lru_cache(maxsize=4096)
def _is_placeholder(text: str) -> bool:
    return _PLACE.fullmatch(_NO_WORDS.sub("", unnumbered(text))) is not None
