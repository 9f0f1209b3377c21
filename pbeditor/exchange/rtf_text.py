"""Characters of RTF: bytes in the character set of their font, and code numbers."""

import sys

from pbeditor.exchange.signs import PLAIN, PRIVATE, sign_in
from pbeditor.model.patterns import pattern

_SYMBOL_SET = 2
_LONGEST_NAME = 64
# \fcharset, which is the character set number of Windows fonts -> Python's codec.
_BY_CHARSET = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
# \ansicpg, where Python's name differs from "cp" and the number.
_BY_PAGE = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 10000: "mac_roman"}
_PAGES = frozenset((437, 850, 874, 932, 949, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258))
_LAST_RESORT = "gb18030"


class Alphabet:
    """How bytes and numbers of one file become text; fonts are told as the font table is read."""

    def __init__(self) -> None:
        self._page = _LAST_RESORT
        self._charsets: dict[int, int] = {}
        self._names: dict[int, str] = {}

    def set_page(self, number: int) -> None:
        """The code page of the whole file."""
        self._page = _BY_PAGE.get(number) or (f"cp{number}" if number in _PAGES else self._page)

    def set_charset(self, font: int, charset: int) -> None:
        """The character set of a font."""
        self._charsets[font] = charset

    def add_name(self, font: int, data: bytes) -> None:
        """The name of a font, or a piece of it; fonts of signs have plain ones."""
        self._names[font] = (self._names.get(font, "") + data.decode("latin-1"))[:_LONGEST_NAME]

    def _sign(self, number: int, font: int) -> str:
        return sign_in(self._names.get(font, "").strip("; "), number)

    def decoded(self, data: bytes, font: int) -> str:
        """The text of bytes in a font; Chinese where neither the font nor the file says something that fits."""
        charset = self._charsets.get(font, 0)
        if charset == _SYMBOL_SET:
            return "".join(self._sign(number, font) for number in data)
        for codec in (_BY_CHARSET.get(charset, self._page), self._page, _LAST_RESORT):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
        return data.decode(_LAST_RESORT, "replace").replace("\ufffd", "")

    def character(self, number: int, font: int) -> str:
        """The character of a code number, which RTF may write as a negative one; "" for what is none."""
        number = number + 0x10000 if number < 0 else number
        if number in PRIVATE:
            return self._sign(number, font) if self._charsets.get(font) == _SYMBOL_SET else PLAIN.get(number, "")
        return chr(number) if 0 <= number <= sys.maxunicode else ""


_HALF = pattern("[\ud800-\udfff]")


def whole_signs(text: str) -> str:
    """The text with every two halves of a sign joined; RTF counts in units of 16 bits."""
    if not text.isascii() and _HALF.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return text
