"""Web pages (.htm, .html), Word and Excel files saved as such, and tables from the clipboard: text in, sheet out."""

import codecs
import re
from typing import Any

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError, damage_is_told
from pbeditor.exchange.decoding import decoded
from pbeditor.model.errors import UnreadableError
from pbeditor.model.progress import READING, tick
from pbeditor.sheet.sheet import Sheet

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page names its character set
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "unicode": "utf-16"}
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)
_CLIPBOARD_HEADER = re.compile(r"Version:[0-9.]+\s*(?:\w+:[^\r\n]*[\r\n]+)+")
_ONLY_FRAMES = "只是网页的框架，内容在同名的文件夹里。请用 Excel 或 Word 打开它，另存为 .xlsx 或 .docx 后再导入。"
_PIECE = 1 << 16


def read_html(data: bytes, name: str, charset: str = "") -> Sheet:
    """The sheet in a web page. `charset` is what came with it. Raises UnreadableError."""
    with damage_is_told(name):
        sheet = _sheet(page_text(data, charset))
    if not sheet.blocks and only_frames(data):
        raise UnreadableError(name, _ONLY_FRAMES)
    return sheet


def only_frames(data: bytes) -> bool:
    """Whether a page shows other pages and has no text of its own."""
    return bool(_FRAMES.search(data))


def html_sheet(text: str) -> Sheet:
    """The sheet in HTML from the clipboard. Raises UnreadableError."""
    header = _CLIPBOARD_HEADER.match(text)
    with damage_is_told(""):
        return _sheet(text[header.end() :] if header else text)


def page_text(data: bytes, charset: str = "") -> str:
    """The text of a page: by its mark, by what came with it, by what it says itself, else as any text file."""
    if data.startswith(_MARKED):
        return decoded(data) or data.decode("utf-8", "ignore")
    named = _CHARSET.search(data[:_HEAD])
    for encoding in (charset, named[1].decode("latin-1") if named else ""):
        text = _decoded(data, encoding.casefold())
        if text is not None:
            return text
    return decoded(data) or data.decode("gb18030", "replace")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(_ALIASES.get(encoding, encoding)) if encoding else None
    except (LookupError, ValueError):
        return None


def _sheet(text: str) -> Sheet:
    from lxml import etree

    from pbeditor.exchange.html_tags import Tags

    tags = Tags()
    parser: Any = etree.HTMLParser(target=tags, encoding="utf-8", no_network=True, huge_tree=True)  # type: ignore[arg-type]
    data = text.replace("\0", "").encode("utf-8", "ignore")
    # What is far beyond the limit need not be read up to it first.
    lower = data.lower()
    if lower.count(b"<td") + lower.count(b"<th") > limits.CELLS:
        raise ExcessError(limits.CELLS)
    for start in range(0, len(data), _PIECE):
        tick(READING, start, len(data))
        parser.feed(data[start : start + _PIECE])
    return Sheet(tuple(parser.close()), notes=tags.passed.notes()) if data.strip() else Sheet()
