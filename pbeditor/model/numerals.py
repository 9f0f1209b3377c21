"""Chinese numerals, as headings and ordinals are numbered, and the digits of other scripts."""

from pbeditor.model.patterns import pattern

_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100}
NUMERAL = pattern("[一二三四五六七八九十百]+")


def chinese(number: int) -> str:
    """1–999 as 一, 十二, 一百零三."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def number_of(text: str) -> int | None:
    """The number that digits of any width or a Chinese numeral up to 999 say; None for anything else."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, None
    for sign in text:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign in _PLACES:
            total, digit = total + (1 if digit is None else digit) * _PLACES[sign], None
        else:
            return None
    return total + (digit or 0) if text else None
