"""Web archives (.mht, .mhtml): a page and its parts in one file, as mail packs them. Word, WPS and Excel save such."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.html_in import only_frames, read_html
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet

_TABS = re.compile(r"(^|[/\\])tabstrip\.htm$", re.IGNORECASE)  # names of sheets, as links
_NO_PAGE = "里没有网页内容。请用 Word 或浏览器打开它，另存为 .docx 或 .html 后再导入。"


def read_mht(data: bytes, name: str) -> Sheet:
    """The sheet in a web archive: that of all its pages, one after another. Raises UnreadableError."""
    with damage_is_told(name):
        pages = tuple(_pages(message_from_bytes(data, policy=policy.compat32), name))
    blocks = tuple(block for page in pages for block in page.blocks)
    if not blocks:
        raise UnreadableError(name, _NO_PAGE)
    return Sheet(blocks, notes=tuple(note for page in pages for note in page.notes))


def _pages(message: Message, name: str) -> Iterator[Sheet]:
    for part in message.walk():
        if part.get_content_type() == "text/html" and not _TABS.search(str(part.get("Content-Location", ""))):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and not only_frames(content):
                yield read_html(content, name, str(part.get_content_charset("")))
