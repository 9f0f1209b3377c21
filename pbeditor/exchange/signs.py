"""Signs that old files tell by their number in a symbol font, above all the comparison signs of the value cell."""

from pbeditor.exchange.word_in_text import SYMBOLS

__all__ = ["PLAIN", "SYMBOLS", "sign"]

_PRIVATE = 0xF000  # where programs put the signs of symbol fonts
# As they stand in text whose font got lost, for `str.translate`; a hyphen that does not break is a hyphen.
PLAIN = {ord("\u2011"): "-", **{_PRIVATE + number: sign for number, sign in SYMBOLS.items()}}


def sign(number: int) -> str:
    """The sign with this number in the Symbol font, "" for a picture or a letter that is another there."""
    number = number - _PRIVATE if number >= _PRIVATE else number
    return SYMBOLS.get(number, " " if number == ord(" ") else "")
