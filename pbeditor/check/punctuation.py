"""How a Chinese text is punctuated: full-width marks, no stray spaces, 、 and 〔2019〕."""

import re
from collections.abc import Callable
from functools import lru_cache

from pbeditor.model.patterns import pattern

_HAN = "\u4e00-\u9fff"
_HALF_WIDTH = pattern(f"(?<=[{_HAN}”》）〕]) *[,;:!?]")
_FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")
_BRACKETS = pattern(rf"\([^()（）\n]*[{_HAN}][^()（）\n]*\)|（[^()（）\n]*\)|\([^()（）\n]*）")
_QUOTED_OR_SPACES = pattern(r"“[^”\n]*”|‘[^’\n]*’|《[^》\n]*》|(?P<spaces> +)")
_NEXT_TO_NO_SPACE = pattern(f"[{_HAN}，。；：、！？（）“”《》]")
_BACKSLASH = pattern(rf"(?<=[{_HAN}”》])\\(?=[{_HAN}“《])")
_NUMBER_YEAR = pattern(r"[\[［【(（]\s*((?:19|20)\d\d)\s*[\]］】)）](?=\s*第?\s*\d+\s*号)")
# One of these is in every text that `tidied` changes.
SUSPECTS = (",", ";", ":", "!", "?", "(", ")", " ", "\\", "[", "［", "【", "（19", "（20", "（ ")


@lru_cache(maxsize=8192)
def tidied(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it should be punctuated, and what was amiss."""
    amiss = []
    for label, tidy in _TIDYING:
        new = tidy(text)
        if new != text:
            amiss.append(label)
            text = new
    return text, tuple(amiss)


def _full_width(text: str) -> str:
    text = _HALF_WIDTH.sub(lambda found: found.group().strip().translate(_FULL_WIDTH), text)
    return _BRACKETS.sub(lambda found: f"（{found.group()[1:-1]}）", text)


def _without_spaces(text: str) -> str:
    def shortened(found: re.Match[str]) -> str:
        around = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        stray = found["spaces"] and all(map(_NEXT_TO_NO_SPACE.match, around))
        return "" if stray else found.group()

    return _QUOTED_OR_SPACES.sub(shortened, text) if " " in text else text


_TIDYING: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("不规范的文号括号", lambda text: _NUMBER_YEAR.sub(r"〔\1〕", text)),
    ("半角标点", _full_width),
    ("多余的空格", _without_spaces),
    ("反斜杠", lambda text: _BACKSLASH.sub("、", text)),
)
