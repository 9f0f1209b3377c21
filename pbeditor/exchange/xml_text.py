"""Text as it may stand in XML; without the parser, which takes its time to load."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_ATTRIBUTE = {**_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def legal(text: str) -> str:
    """The text without what XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """As the content of an element."""
    return text.translate(_TEXT)


def quoted(text: str) -> str:
    """As the content of an attribute in double quotes."""
    return text.translate(_ATTRIBUTE)
