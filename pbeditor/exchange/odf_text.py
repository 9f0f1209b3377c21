"""Text of OpenDocument files, which Writer and Calc share."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pbeditor.exchange.markup import Element, whole
from pbeditor.exchange.passed import COMMENT, Passed
from pbeditor.exchange.signs import PLAIN

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, DRAW, STYLE = (f"{_OASIS}{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style"))
P, H, LIST, ITEM = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TEXT}list-item"
TBL, ROW, CELL, COVERED = (f"{TABLE}{name}" for name in ("table", "table-row", "table-cell", "covered-table-cell"))
STYLE_TAG, COMMENT_TAG = f"{STYLE}style", f"{OFFICE}annotation"
NOTE, NOTE_BODY = f"{TEXT}note", f"{TEXT}note-body"
CONTENT = "content.xml"
# Text that stands elsewhere on the page, is about the text, or was deleted.
LEFT_OUT = frozenset((
    NOTE,
    f"{TEXT}ruby-text",
    f"{TEXT}tracked-changes",
    COMMENT_TAG,
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


def text_of(paragraph: Element, apart: list[Element], aside: "Aside | None" = None) -> str:
    """The text as shown, not yet cleaned; what floats beside it and footnotes are put into `apart`.

    `aside` names the styles whose text is left out, and is told of it.
    """
    return "".join(_pieces(paragraph, apart, aside or Aside({}, Passed()))).translate(PLAIN)


class Aside(NamedTuple):
    """Styles whose text counts as deleted, with the kind of it, and who is told of what is left out."""

    styles: Mapping[str, str]
    passed: Passed


def _pieces(paragraph: Element, apart: list[Element], aside: Aside) -> Iterator[str]:
    """Depth first without recursion: an element's text, its children, the text behind each."""
    stack: list[Element | str] = [paragraph]
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            yield _WHITE.sub(" ", top)
        elif top.tag in _SIGNS:
            yield _SIGNS[top.tag] * min(whole(top.get(f"{TEXT}c", ""), 1), _MOST_SPACES)
        elif top.tag == NOTE or str(top.tag).startswith(DRAW):
            apart.append(top)
        elif not _is_left_out(top, aside):
            stack.extend(reversed([*_parts(top)]))


def _is_left_out(element: Element, aside: Aside) -> bool:
    """Whether an element's text does not count; `aside` is told of what a reader of the file might miss."""
    kind = aside.styles.get(element.get(f"{TEXT}style-name", ""))
    if element.tag == COMMENT_TAG:
        aside.passed.add(COMMENT, "\n".join(text_of(one, []) for one in paragraphs(element, [])))
    elif kind and (text := "".join(map(str, element.itertext())).strip()):
        aside.passed.add(kind, text)
    return bool(kind) or element.tag in LEFT_OUT


def _parts(element: Element) -> Iterator[Element | str]:
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


_SIGNS = {_SPACES: " ", _TAB: "\t", _BREAK: "\n"}
