"""The paragraphs and tables of a Word file, one after another."""

import re
from collections.abc import Iterable, Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.damage import Allowance
from pbeditor.exchange.markup import Element, W, whole
from pbeditor.exchange.passed import Passed
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_pruning import ALTERNATIVES, DELETED, MOVED_AWAY, branch, prune
from pbeditor.exchange.word_in_styles import Styles
from pbeditor.exchange.word_in_table import TableWalk
from pbeditor.exchange.word_in_text import TBL, P, Words, is_on
from pbeditor.exchange.word_names import BOOKMARKS, JOIN, PARAGRAPH_ROLES
from pbeditor.model.text import clean
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Block, Paragraph

BOOKMARK = f"{W}bookmarkStart"
_NAME = f"{W}name"
_PAGE_BREAK = f"{W}pPr/{W}pageBreakBefore"
_LEFT_OUT = (DELETED, MOVED_AWAY)
_REFERENCE = re.compile(r"PAGEREF\s+(\S+)")


class Blocks:
    """Reads the blocks of one file in their order, counting its numbered lists on the way."""

    def __init__(self, styles: Styles, lists: Lists, passed: Passed) -> None:
        self._words = Words(styles, lists, passed)
        self._passed = passed
        self._walk = TableWalk(self._words)
        self._room = Allowance(limits.CELLS)

    def of(self, element: Element, *, contents: bool = False, bookmarks: tuple[str, ...] = ()) -> Iterator[Block]:
        """A paragraph or table, then the text boxes and tables inside it, as blocks of their own.

        `contents` says that it stands in a table of contents, `bookmarks` which begin just before it.
        """
        apart = prune(element, self._passed)
        if element.tag == TBL:
            table = self._walk.read(element)
            self._room.take(sum(1 + len(row.cells) for row in table.rows))
            yield table
        elif (paragraph := self._paragraph(element, contents, bookmarks)) is not None:
            yield paragraph
        for part in apart:
            for block in (part,) if part.tag == TBL else outer_blocks(part):
                yield from self.of(block)

    def _paragraph(self, element: Element, contents: bool, bookmarks: tuple[str, ...]) -> Paragraph | None:
        self._room.take()
        words = self._words
        words.begin()
        words.gather(element.iter(*words.tags), {})
        if words.style == JOIN[0]:
            return None
        text = words.text()
        role = PARAGRAPH_ROLES.get(words.style, sheet.ENTRY if contents else "")
        anchor = _anchor(element, bookmarks)
        page_before = is_on(element.find(_PAGE_BREAK))
        if role != sheet.ENTRY:
            return Paragraph(clean(text), role, anchor, page_before=page_before)
        line, page = _entry(text)
        return Paragraph(clean(line), role, anchor, _target(element), page_before, page)


def outer_blocks(container: Iterable[Element]) -> Iterator[Element]:
    """The paragraphs, tables and bookmarks in a container and in the containers inside it, in their order."""
    stack: list[Iterator[Element]] = [iter(container)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in (P, TBL, BOOKMARK):
            yield child
        elif child.tag == ALTERNATIVES:
            stack.extend(iter(one) for one in branch(child))
        elif child.tag not in _LEFT_OUT:
            stack.append(iter(child))


def _anchor(paragraph: Element, bookmarks: tuple[str, ...]) -> str:
    inner = (mark.get(_NAME, "") for mark in paragraph.iter(BOOKMARK))
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
