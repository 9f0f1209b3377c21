"""The paragraphs and tables of a Word file, one after another."""

import re
from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.markup import Element, W, setting, whole
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_styles import Numbering, Styles
from pbeditor.exchange.word_in_table import Content, is_on, read_table
from pbeditor.exchange.word_in_text import TBL, P, Piece, descend, joined, pieces
from pbeditor.exchange.word_names import BOOKMARKS, CELL_ROLES, HOLE, JOIN, PARAGRAPH_ROLES
from pbeditor.model.text import clean
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Block, Paragraph, Table

_PPR, _JC, _STYLE, _NUMBERS = f"{W}pPr", f"{W}jc", f"{W}pStyle", f"{W}numPr"
_ALIGN = {"center": "center", "right": "right", "end": "right"}
_REFERENCE = re.compile(r"PAGEREF\s+(\S+)")


class TooMuchError(Exception):
    """More paragraphs and cells than any document of this kind has."""


class Blocks:
    """Reads the blocks of one file in their order, counting its numbered lists on the way."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._left = limits.CELLS

    def of(self, element: Element, *, contents: bool = False, bookmarks: tuple[str, ...] = ()) -> Iterator[Block]:
        """A paragraph or table, then the text boxes and tables inside it, as blocks of their own.

        `contents` says that it stands in a table of contents, `bookmarks` which begin just before it.
        """
        inside: list[Element] = []
        if element.tag == TBL:
            yield self._table(element, inside)
        elif (paragraph := self._paragraph(element, inside, contents, bookmarks)) is not None:
            yield paragraph
        for floating in inside:
            for block in (floating,) if floating.tag == TBL else descend(floating):
                if block.tag in (P, TBL):
                    yield from self.of(block)

    def _table(self, element: Element, inside: list[Element]) -> Table:
        return read_table(element, lambda tc: self._content(tc, inside))

    def _content(self, tc: Element, inside: list[Element]) -> Content:
        found: list[Piece] = []
        own, align = "", ""
        for number, block in enumerate(child for child in descend(tc) if child.tag in (P, TBL)):
            self._count()
            if block.tag == TBL:
                inside.append(block)
                continue
            if number:
                found.append(Piece("\n", found[-1].role if found else ""))
            style, jc = self._begin(block, found)
            own, align = own or style, align or jc
            found.extend(pieces(block, self._styles, inside))
        return Content(joined(found), CELL_ROLES.get(own, ""), align or "left", own in CELL_ROLES, own == HOLE[0])

    def _begin(self, paragraph: Element, found: list[Piece]) -> tuple[str, str]:
        """Our style and the alignment of a paragraph; its automatic number goes before its text."""
        properties = paragraph.find(_PPR)
        if properties is None:
            return "", ""
        style = setting(properties, "pStyle")
        label = self._label(properties, style)
        if label:
            found.append(Piece(label))
        return self._styles.own(style) if style else "", _ALIGN.get(setting(properties, "jc"), "")

    def _label(self, properties: Element, style: str) -> str:
        from_style = self._styles.numbering(style)
        numbers = properties.find(_NUMBERS)
        if numbers is None and not from_style.number:
            return ""
        number = "" if numbers is None else setting(numbers, "numId")
        level = "" if numbers is None else setting(numbers, "ilvl")
        return self._lists.label(Numbering(number or from_style.number, level or from_style.level))

    def _paragraph(
        self, element: Element, inside: list[Element], contents: bool, bookmarks: tuple[str, ...]
    ) -> Paragraph | None:
        self._count()
        found: list[Piece] = []
        style, _ = self._begin(element, found)
        if style == JOIN[0]:
            return None
        found.extend(pieces(element, self._styles, inside))
        text = "".join(piece.text for piece in found)
        role = PARAGRAPH_ROLES.get(style, sheet.ENTRY if contents else "")
        anchor = _anchor(element, bookmarks)
        page_before = is_on(element.find(f"{_PPR}/{W}pageBreakBefore"))
        if role != sheet.ENTRY:
            return Paragraph(clean(text), role, anchor, page_before=page_before)
        words, page = _entry(text)
        return Paragraph(clean(words), role, anchor, _target(element), page_before, page)

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooMuchError


def _anchor(paragraph: Element, bookmarks: tuple[str, ...]) -> str:
    inner = (mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart"))
    return next((name for name in (*bookmarks, *inner) if name.startswith(BOOKMARKS)), "")


def _entry(text: str) -> tuple[str, int]:
    """The words of a line of contents and its page number, which a tab sets apart."""
    words, tab, page = text.rpartition("\t")
    page = page.strip()
    if not tab or (page and whole(page, -1) < 0):
        return text, 0
    return words, whole(page)


def _target(paragraph: Element) -> str:
    """The bookmark that a line of contents leads to, as its link or its page reference names it."""
    linked = next((link.get(f"{W}anchor", "") for link in paragraph.iter(f"{W}hyperlink")), "")
    if linked:
        return linked
    instructions = "".join(part.text or "" for part in paragraph.iter(f"{W}instrText"))
    reference = _REFERENCE.search(instructions)
    return reference[1] if reference else ""
