"""Pinyin initials without a dictionary: GB 2312 has its 3,755 common characters in the order of their readings."""

from bisect import bisect_right
from functools import cache

# The code of the first character of each letter, GB 2312-80 level 1 (0xB0A1 to 0xD7F9); i, u and v begin no syllable.
_FIRSTS = (
    (0xB0A1, "a"),
    (0xB0C5, "b"),
    (0xB2C1, "c"),
    (0xB4EE, "d"),
    (0xB6EA, "e"),
    (0xB7A2, "f"),
    (0xB8C1, "g"),
    (0xB9FE, "h"),
    (0xBBF7, "j"),
    (0xBFA6, "k"),
    (0xC0AC, "l"),
    (0xC2E8, "m"),
    (0xC4C3, "n"),
    (0xC5B6, "o"),
    (0xC5BE, "p"),
    (0xC6DA, "q"),
    (0xC8BB, "r"),
    (0xC8F6, "s"),
    (0xCBFA, "t"),
    (0xCDDA, "w"),
    (0xCEF4, "x"),
    (0xD1B9, "y"),
    (0xD4D1, "z"),
    (0xD7FA, ""),
)
_CODES = [code for code, _ in _FIRSTS]
# The other reading of characters that are common in our words: 插入行, 重做, 会计, 增长, 调整, 表率.
_ALSO = {"行": "h", "重": "c", "会": "k", "长": "z", "调": "t", "率": "s"}


def has_initials(text: str, letters: str) -> bool:
    """Whether `letters` are the initials of neighbouring characters of `text`: crh for 插入行. Case does not count."""
    return find_initials(text, letters) >= 0


def find_initials(text: str, letters: str) -> int:
    """Where in `text` the characters begin whose initials are `letters`, -1 for nowhere."""
    wanted, spelled = letters.casefold(), [_letters(character) for character in text]
    places = range(len(spelled) - len(wanted) + 1) if wanted else ()
    return next((at for at in places if all(map(str.__contains__, spelled[at:], wanted))), -1)


@cache
def _letters(character: str) -> str:
    """The letters that a character may begin with; itself where it is none of GB 2312's common ones."""
    code = int.from_bytes(character.encode("gb2312", "ignore"))
    place = bisect_right(_CODES, code) - 1
    letter = _FIRSTS[place][1] if place >= 0 else ""
    return letter + _ALSO.get(character, "") or character.casefold()
