"""RTF files: control words in, sheet out. Word, WPS and LibreOffice write it; many .doc files are RTF inside."""

import re
from collections.abc import Callable, Iterator

from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.rtf_story import Rtf
from pbeditor.exchange.rtf_words import COUNTED, DESTINATIONS, STARRED, TEXTS, WORDS
from pbeditor.model.progress import READING, tick
from pbeditor.sheet.sheet import Sheet

_BINARY = re.compile(rb"(?<!\\)(?:\\\\)*\\bin([0-9]{1,9}) ?")
_KNOWN = b"|".join(sorted({*WORDS, *TEXTS, *DESTINATIONS, *STARRED}))
# Most of a file is control words about looks: a run of them is one token, which nobody takes.
_TOKEN = re.compile(
    rb"(?:\\(?!(?:" + _KNOWN + rb")(?![a-zA-Z]))[a-zA-Z]+-?[0-9]* ?|[\r\n]+)+"
    rb"|\\([a-zA-Z]{1,32})(-?[0-9]{1,9})?[0-9]* ?|((?:\\'[0-9a-fA-F]{2})+)|([{}])|([^\\{}\r\n]+)"
    rb"|\\\*[\r\n]*(?:\\([a-zA-Z]{1,32})[0-9]* ?)?|\\([^a-zA-Z'])|.",
    re.DOTALL,
)
_WORD, _NUMBER, _HEX, _BRACE, _PLAIN, _STARRED, _SYMBOL = range(1, 8)
_OFTEN = 4_096  # tokens between two ticks
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}


def read_rtf(data: bytes, name: str) -> Sheet:
    """The sheet in an RTF file. Raises UnreadableError for one that asks for too much; damage costs only its place."""
    rtf = Rtf()
    with damage_is_told(name):
        for number, found in enumerate(_TOKEN.finditer(_without_binary(data))):
            if not number % _OFTEN:
                tick(READING, found.start(), len(data))
            kind = found.lastindex
            if kind is not None:
                _TAKE[_WORD if kind == _NUMBER else kind](rtf, found)
        blocks = rtf.blocks()
        return Sheet(blocks, notes=rtf.passed.notes())


def _without_binary(data: bytes) -> bytes:
    """The file without its raw pictures, whose bytes look like anything."""
    return b"".join(_between_binaries(data)) if b"\\bin" in data else data


def _between_binaries(data: bytes) -> Iterator[bytes]:
    start = 0
    while found := _BINARY.search(data, start):
        yield data[start : found.start()]
        start = found.end() + int(found[1])
    yield data[start:]


def _take_word(rtf: Rtf, found: re.Match[bytes]) -> None:
    word = found[_WORD]
    if word in DESTINATIONS:
        rtf.skip_group(COUNTED.get(word, ""))
    elif word in TEXTS:
        rtf.add(TEXTS[word])
    elif word in WORDS:
        WORDS[word](rtf, int(found[_NUMBER]) if found[_NUMBER] else None)


def _take_starred(rtf: Rtf, found: re.Match[bytes]) -> None:
    """A group that a reader may pass over if it does not know the word."""
    word = found[_STARRED]
    if word not in STARRED:
        rtf.skip_group(COUNTED.get(word, ""))
    elif word in WORDS:
        WORDS[word](rtf, None)


def _take_symbol(rtf: Rtf, found: re.Match[bytes]) -> None:
    symbol = found[_SYMBOL]
    if symbol in b"\r\n":
        rtf.end_paragraph()
    else:
        rtf.add(_SYMBOLS.get(symbol, ""))


def _take_brace(rtf: Rtf, found: re.Match[bytes]) -> None:
    if found[_BRACE] == b"{":
        rtf.begin_group()
    else:
        rtf.end_group()


_TAKE: dict[int, Callable[[Rtf, re.Match[bytes]], None]] = {
    _WORD: _take_word,
    _HEX: lambda rtf, found: rtf.add_bytes(bytes.fromhex(found[_HEX].replace(b"\\'", b"").decode())),
    _BRACE: _take_brace,
    _PLAIN: lambda rtf, found: rtf.add_bytes(found[_PLAIN]),
    _STARRED: _take_starred,
    _SYMBOL: _take_symbol,
}
