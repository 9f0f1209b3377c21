"""The cleaning that every door applies: keyboard, clipboard, importers and the project file."""

import re
import unicodedata
from functools import lru_cache

from pbeditor.model.originals import remember
from pbeditor.model.patterns import pattern

_BREAKS = pattern("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_LATIN_BREAK = pattern(r"(?<=[!-~])\n+(?=[!-~])")
_SPACES = pattern("[\t\u00a0\u2000-\u200a\u202f\u205f]")
# Controls, lone surrogates and non-characters cannot be written to XML; zero-width and direction marks are invisible
# and make equal-looking texts differ.
_INVISIBLE = pattern(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff"
    "\ufff9-\uffff\ud800-\udfff]|["
    + "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(1, 17))
    + "]"
)
# Kangxi radicals and CJK compatibility ideographs come out of PDF text layers; they mean the plain character.
_COMPATIBILITY = pattern("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
# What a person does not see go: of odd spaces those inside the text, for at its ends blanks go anyway.
_UNSEEN = pattern(f"{_INVISIBLE.pattern}|{_COMPATIBILITY.pattern}|[\u00a0\u2000-\u200a\u202f\u205f]")
_SHORT = 40  # signs; labels, which are asked for again and again, are no longer


def clean(text: str) -> str:
    """Text of one or several lines as the document keeps it; idempotent.

    Line ends become "\\n", odd spaces a plain one, invisible characters and blanks around each line go, and so do
    blank lines at both ends.
    """
    # Most texts are clean: what Python calls printable has no control or odd space in it, nor a break of another kind.
    if text.replace("\n", "").isprintable() and not _COMPATIBILITY.search(text):
        return _stripped(text)
    original = text
    text = _SPACES.sub(" ", _BREAKS.sub("\n", text))
    text = _stripped(_COMPATIBILITY.sub(_plain, _INVISIBLE.sub("", text)))
    if _UNSEEN.search(original.strip()):
        remember(original, text)
    return text


def _stripped(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n") if "\n" in text else text.strip()


def clean_line(text: str) -> str:
    """Text that has one line only: a break between Latin words becomes a space, between Chinese ones nothing."""
    lines = clean(text)
    return _LATIN_BREAK.sub(" ", lines).replace("\n", "") if "\n" in lines else lines


def fold(text: str) -> str:
    """A key for comparing labels and names: width, case and spaces do not count."""
    return _folded(text) if len(text) <= _SHORT else _fold(text)


def byte_count(text: str) -> int:
    """The length that the budget systems limit: 1 for an ASCII character, 2 for any other."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


_folded = lru_cache(8_192)(_fold)


def _plain(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())
