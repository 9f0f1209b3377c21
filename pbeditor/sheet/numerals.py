"""Chinese numerals for the numbers of headings."""

import re

_DIGITS = "零一二三四五六七八九"
NUMERAL = re.compile("[一二三四五六七八九十百]+")


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
