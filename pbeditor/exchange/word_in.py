"""Word files (.docx): package in, sheet out. The XML is read as a stream, one paragraph or table at a time."""

from collections.abc import Iterator
from itertools import takewhile

from pbeditor.exchange import limits
from pbeditor.exchange.about import about_in
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.markup import Element, W, events, parse, refuse_doctype
from pbeditor.exchange.passed import Passed
from pbeditor.exchange.relations import CUSTOM, DOCUMENT, NUMBERING, STYLES, related
from pbeditor.exchange.word_in_beside import pass_over
from pbeditor.exchange.word_in_blocks import BOOKMARK, Blocks, outer_blocks
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_pruning import ALTERNATIVES, DELETED, MOVED_AWAY, remove
from pbeditor.exchange.word_in_styles import Styles
from pbeditor.exchange.word_in_text import TBL, P
from pbeditor.sheet.sheet import Block, Sheet

_BODY = f"{W}body"
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_INSIDE = (P, DELETED, MOVED_AWAY, ALTERNATIVES)  # a table in one of these is read with what it lies in
_KEPT = (f"{W}sdtPr",)  # says of what follows that it is a table of contents
_CONTENTS = "Table of Contents"
_BELOW = ("footnotes", "endnotes")  # relations to what stands at the foot of a page or behind the text


def read_word(package: Package) -> Sheet:
    """The sheet in a Word file. Raises UnreadableError for what is no Word file, is damaged or asks for too much."""
    outer = related(package)
    main = outer.get(DOCUMENT, "word/document.xml")
    if main not in package:
        raise package.damaged()
    parts = related(package, main)
    styles = Styles(lambda: package.read(parts.get(STYLES, "")))
    lists = Lists(lambda: package.read(parts.get(NUMBERING, "")))
    passed = Passed()
    with damage_is_told(package.name), package.damage_is_told(), package.stream(main, limits.BLOCK) as stream:
        blocks = Blocks(styles, lists, passed)
        body = tuple(_blocks(stream, blocks))
        below = [block for kind in _BELOW for block in _below(package.read(parts.get(kind, "")), blocks)]
        about = about_in(package.read(outer.get(CUSTOM, "")))
        pass_over(package, main, passed, ours=bool(about.form))
        return Sheet((*body, *below), about, notes=passed.notes())


def _below(data: bytes, blocks: Blocks) -> Iterator[Block]:
    """The texts of footnotes or endnotes; the lines between them and the text are notes of a type."""
    for note in parse(data) if data else ():
        if note.get(f"{W}type") in (None, "normal"):
            for element in outer_blocks(note):
                yield from blocks.of(element)


def _blocks(stream: Stream, blocks: Blocks) -> Iterator[Block]:
    bookmarks: list[str] = []
    for element in _outermost(stream):
        if element.tag == BOOKMARK:
            bookmarks.append(element.get(f"{W}name", ""))
            continue
        yield from blocks.of(element, contents=_is_in_contents(element), bookmarks=tuple(bookmarks))
        bookmarks.clear()


def _outermost(stream: Stream) -> Iterator[Element]:
    """Each paragraph, table and bookmark that lies in no other, as soon as a table is complete or the text ends.

    Asking the parser for tables only is much faster than for paragraphs, too. What was read is let go.
    """
    depth = 0
    done: Element | None = None
    for event, element in events(stream, (TBL, _BODY)):
        depth += 1 if event == "start" else -1
        if event == "start" or depth > 1 or next(element.iterancestors(*_INSIDE), None) is not None:
            continue
        refuse_doctype(element)
        for block in _complete(element):
            if block is not done:
                yield block
        done = element
        element.clear()
        stream.go_on(limits.BLOCK)


def _complete(element: Element) -> Iterator[Element]:
    """What stands before `element` and was not let go before, then what it is or holds itself.

    The parser may already be further; what comes after `element` is not touched.
    """
    chain = (element, *takewhile(lambda above: above.tag != _BODY, element.iterancestors()))
    for inner in reversed(chain):
        for before in reversed(list(inner.itersiblings(preceding=True))):
            yield from outer_blocks([before])
            if before.tag not in _KEPT:
                remove(before)
    yield from outer_blocks(element if element.tag == _BODY else [element])


def _is_in_contents(element: Element) -> bool:
    controls = (above for above in element.iterancestors(f"{W}sdt"))
    return any(gallery.get(f"{W}val") == _CONTENTS for control in controls for gallery in control.iterfind(_GALLERY))
