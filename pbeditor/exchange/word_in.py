"""Word files (.docx): package in, sheet out. The XML is read as a stream, one paragraph or table at a time."""

from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.markup import Element, W, events, parse, refuse_doctype, whole
from pbeditor.exchange.relations import CUSTOM, DOCUMENT, NUMBERING, STYLES, related
from pbeditor.exchange.word_in_blocks import Blocks, TooMuchError
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_styles import Styles
from pbeditor.exchange.word_in_text import FALLBACK, TBL, P
from pbeditor.exchange.word_names import PROPERTIES
from pbeditor.model.text import clean_line
from pbeditor.sheet.sheet import About, Block, Sheet

_BODY, _BOOKMARK, _GALLERY = f"{W}body", f"{W}bookmarkStart", f"{W}docPartGallery"
_LEFT_OUT = (f"{W}del", f"{W}moveFrom", FALLBACK)
_CONTENTS = "Table of Contents"


def read_word(data: bytes, name: str) -> Sheet:
    """The sheet in a Word file. Raises UnreadableError for what is no Word file, is damaged or asks for too much."""
    package = Package(data, name)
    main = related(package).get(DOCUMENT, "word/document.xml")
    if main not in package:
        raise package.damaged()
    parts = related(package, main)
    styles = Styles(lambda: package.read(parts.get(STYLES, "")))
    lists = Lists(lambda: package.read(parts.get(NUMBERING, "")))
    try:
        with package.damage_is_told(), package.stream(main, limits.BLOCK) as stream:
            return Sheet(tuple(_blocks(stream, Blocks(styles, lists))), _about(package))
    except TooMuchError as error:
        raise package.excess() from error


def _blocks(stream: Stream, blocks: Blocks) -> Iterator[Block]:
    for element in _outermost(stream):
        bookmarks = tuple(mark.get(f"{W}name", "") for mark in element.itersiblings(_BOOKMARK, preceding=True))
        around = () if _in_body(element) else tuple(element.iterancestors())
        if not any(above.tag in _LEFT_OUT for above in around):
            contents = any(above.tag == f"{W}sdt" and _is_contents(above) for above in around)
            yield from blocks.of(element, contents=contents, bookmarks=bookmarks)


def _outermost(stream: Stream) -> Iterator[Element]:
    """Each paragraph and table that lies in no other; after use it is let go together with what stood before it."""
    depth = 0
    for event, element in events(stream, (P, TBL)):
        depth += 1 if event == "start" else -1
        if depth:
            continue
        refuse_doctype(element)
        yield element
        stream.go_on(limits.BLOCK)
        element.clear(keep_tail=False)
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _in_body(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _BODY


def _is_contents(control: Element) -> bool:
    return any(gallery.get(f"{W}val") == _CONTENTS for gallery in control.iter(_GALLERY))


def _about(package: Package) -> About:
    """What our own files carry as document properties; blank for a foreign file."""
    data = package.read(related(package).get(CUSTOM, ""))
    found = {} if not data else {item.get("name", ""): "".join(map(str, item.itertext())) for item in parse(data)}
    values = {field: clean_line(found.get(key, "")) for field, key in PROPERTIES.items()}
    year = values.pop("year")
    return About(year=whole(year), **values)
