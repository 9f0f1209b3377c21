"""Paragraphs and runs of a Word file as XML strings, the fastest way to write one."""

import re
from collections.abc import Iterator, Sequence

from pbeditor.exchange.word_names import PARAGRAPHS, RUNS
from pbeditor.exchange.xml_text import escaped, legal, quoted
from pbeditor.sheet.sheet import Block, Paragraph

_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}|_\w{1,39}")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
# Without what cannot stand in XML as it is, or would be lost at the ends.
_PLAIN = re.compile(r"(?!\s)[^&<>\x00-\x1f\ufffe\uffff\ud800-\udfff]*(?<!\s)")
_OPENINGS = {
    "": "<w:r>",
    **{role: f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>' for role, (style, _) in RUNS.items()},
}
_ENCODED = {role: f"{opening}<w:t>".encode() for role, opening in _OPENINGS.items()}
_TAB = "<w:r><w:tab/></w:r>"
# Each part of a field in a run of its own, or WPS shows no page number.
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


class Bookmarks:
    """Hands out bookmark numbers; a name counts once, as Word demands."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def around(self, anchor: str, inside: str) -> str:
        """`inside` between the marks of `anchor`; as it is where that is no name for a bookmark."""
        if not _BOOKMARK.fullmatch(anchor) or anchor in self._names:
            return inside
        self._names.add(anchor)
        number = len(self._names)
        return f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def remarked(inside: str, remarks: Sequence[int]) -> str:
    """`inside` as what these comments speak of."""
    start = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in remarks)
    end = "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in remarks
    )
    return f"{start}{inside}{end}"


def run(text: str, role: str = "") -> str:
    """One run; a line break in the text is one in Word."""
    opening = _OPENINGS[role]
    if not _PLAIN.fullmatch(text):
        text = escaped(legal(text)).replace("\n", _BREAK)
        return f'{opening}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"{opening}<w:t>{text}</w:t></w:r>"


def encoded_run(text: str, role: str = "") -> bytes:
    """`run` in UTF-8: what surrounds a plain text need not be encoded each time."""
    if text.isalnum() or _PLAIN.fullmatch(text):
        return b"%b%b</w:t></w:r>" % (_ENCODED[role], text.encode())
    return run(text, role).encode()


def paragraph(block: Paragraph, bookmarks: Bookmarks) -> str:
    """A paragraph of running text; its style says its role."""
    text = run(block.text) if block.text else ""
    return _with_settings(block, bookmarks.around(block.anchor, remarked(text, block.remarks)))


def contents(entries: Sequence[Paragraph], headed: str, bookmarks: Bookmarks) -> Iterator[str]:
    """A table of contents with its entries as they are, so that Word need not renew it to show it.

    `headed` is the instruction that lets Word renew it when asked.
    """
    last = len(entries) - 1
    for number, entry in enumerate(entries):
        begin = f"{_BEGIN}{_instruction(headed)}{_SEPARATE}" if number == 0 else ""
        end = _END if number == last else ""
        yield _with_settings(entry, begin + bookmarks.around(entry.anchor, _entry(entry)) + end)


def contents_instruction(blocks: Sequence[Block]) -> str:
    """The TOC field that gathers again the titles that the entries lead to."""
    wanted = {block.target for block in blocks if isinstance(block, Paragraph) and block.target}
    roles = {block.role for block in blocks if isinstance(block, Paragraph) and block.anchor in wanted}
    styles = ",".join(f"{PARAGRAPHS[role][1]},1" for role in PARAGRAPHS if role in roles)
    return f'TOC \\h \\z \\t "{styles}"' if styles else 'TOC \\o "1-2" \\h \\z \\u'


def _with_settings(block: Paragraph, inside: str) -> str:
    style = f'<w:pStyle w:val="{PARAGRAPHS[block.role][0]}"/>' if block.role else ""
    settings = style + ("<w:pageBreakBefore/>" if block.page_before else "")
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{inside}</w:p>"


def _entry(entry: Paragraph) -> str:
    text = run(entry.text) if entry.text else ""
    page = str(entry.page) if entry.page else ""
    if not entry.target:
        return f"{text}{_TAB}{run(page)}" if page else text
    page_reference = _instruction(f"PAGEREF {entry.target} {chr(92)}h")
    reference = f"{_BEGIN}{page_reference}{_SEPARATE}{run(page) if page else ''}{_END}"
    return f'<w:hyperlink w:anchor="{quoted(legal(entry.target))}" w:history="1">{text}{_TAB}{reference}</w:hyperlink>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escaped(legal(text))} </w:instrText></w:r>'
