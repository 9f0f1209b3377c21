"""Text of OpenDocument files, which Writer and Calc share."""

import re
from collections.abc import Container, Iterator

from pbeditor.exchange.markup import Element, whole
from pbeditor.exchange.signs import PLAIN

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, DRAW, STYLE = (f"{_OASIS}{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style"))
P, H, LIST, ITEM = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TEXT}list-item"
TBL, ROW, CELL, COVERED = (f"{TABLE}{name}" for name in ("table", "table-row", "table-cell", "covered-table-cell"))
CONTENT = "content.xml"
# Text that stands elsewhere on the page, is about the text, or was deleted.
LEFT_OUT = frozenset((
    f"{TEXT}note",
    f"{TEXT}ruby-text",
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
    f"{TABLE}tracked-changes",
    f"{TABLE}shapes",
    f"{TEXT}hidden-text",
    f"{TEXT}hidden-paragraph",
))  # fmt: skip
_SPACES, _TAB, _BREAK = f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"
_WHITE = re.compile("[ \t\r\n]+")
_MOST_SPACES = 20  # in one element: fewer than the letters that it takes itself


def repeated(element: Element, what: str) -> int:
    """How many times the file says that one of its `rows` or `columns` stands."""
    return max(whole(element.get(f"{TABLE}number-{what}-repeated", ""), 1), 1)


def spanned(cell: Element, what: str) -> int:
    """How many `rows` or `columns` a cell reaches over, as the file says it."""
    return whole(cell.get(f"{TABLE}number-{what}-spanned", ""), 1)


def paragraphs(element: Element, apart: list[Element]) -> Iterator[Element]:
    """The paragraphs in a cell or box in their order; tables and boxes inside are put into `apart`."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            if child.tag in (P, H):
                yield child
            elif child.tag == TBL:
                apart.append(child)
            elif child.tag not in LEFT_OUT:
                stack.append(iter(child))
                break
        else:
            stack.pop()


def text_of(paragraph: Element, apart: list[Element], hidden: Container[str] = ()) -> str:
    """The text as shown, not yet cleaned; what floats beside it is put into `apart`, text in hidden styles left out."""
    return "".join(_pieces(paragraph, apart, hidden)).translate(PLAIN)


def _pieces(paragraph: Element, apart: list[Element], hidden: Container[str]) -> Iterator[str]:
    """Depth first without recursion: an element's text, its children, the text behind each."""
    stack: list[Element | str] = [paragraph]
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            yield _WHITE.sub(" ", top)
        elif top.tag in _SIGNS:
            yield _SIGNS[top.tag] * min(whole(top.get(f"{TEXT}c", ""), 1), _MOST_SPACES)
        elif str(top.tag).startswith(DRAW):
            apart.append(top)
        elif top.tag not in LEFT_OUT and top.get(f"{TEXT}style-name", "") not in hidden:
            stack.extend(reversed([*_parts(top)]))


def _parts(element: Element) -> Iterator[Element | str]:
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


_SIGNS = {_SPACES: " ", _TAB: "\t", _BREAK: "\n"}
