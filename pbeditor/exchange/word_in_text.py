"""The text of a paragraph of a Word file, and of the parts that float above it.

Runs may lie in links, fields, content controls and insertions; deleted and moved-away text is left out, and so are
field instructions, which are elements of their own.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from pbeditor.exchange.markup import MC, Element, M, W
from pbeditor.exchange.word_in_styles import Styles
from pbeditor.exchange.word_names import RUN_ROLES
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Run

P, TBL, R, T = f"{W}p", f"{W}tbl", f"{W}r", f"{W}t"
RPR, PPR, RSTYLE, VAL = f"{W}rPr", f"{W}pPr", f"{W}rStyle", f"{W}val"
TEXT_BOX, ALTERNATIVES, FALLBACK = f"{W}txbxContent", f"{MC}AlternateContent", f"{MC}Fallback"
FLOATING = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", ALTERNATIVES))
# Deleted or moved-away text, and what describes the text around it.
_DELETED = ("del", "moveFrom")
_ABOUT = ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "sectPr")
LEFT_OUT = frozenset(W + name for name in (*_DELETED, *_ABOUT))
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
# The comparison signs of the Symbol font, which old files use for the value cell.
SYMBOLS = {0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×"}
_PRIVATE = range(0xE000, 0xF900)


class Piece(NamedTuple):
    """Text as it stands in the file, with the role that our own character style gives it."""

    text: str
    role: str = ""


def descend(element: Element) -> Iterator[Element]:
    """The children of an element, with those of every container between in their order; never a deleted one."""
    stack: list[Iterator[Element]] = [iter(element)]
    while stack:
        for child in stack[-1]:
            if child.tag in _LEAVES:
                yield child
            elif child.tag == ALTERNATIVES:
                stack.append(chain.from_iterable(branch(child)))
                break
            elif child.tag not in LEFT_OUT and len(child):
                stack.append(iter(child))
                break
        else:
            stack.pop()


def pieces(paragraph: Element, styles: Styles, boxes: list[Element]) -> Iterator[Piece]:
    """The text of a paragraph run by run; what floats beside it is put into `boxes`."""
    for child in descend(paragraph):
        if child.tag == R:
            yield from _run(child, styles, boxes)
        elif child.tag == _MATH_TEXT:
            yield Piece(child.text or "")


def joined(found: Iterable[Piece]) -> tuple[Run, ...]:
    """Cleaned runs: neighbours of one role are one, however the file had cut them."""
    merged: list[tuple[str, list[str]]] = []
    for piece in found:
        if merged and (merged[-1][0] == piece.role or not piece.text.strip()):
            merged[-1][1].append(piece.text)
        elif piece.text:
            merged.append((piece.role, [piece.text]))
    return tuple(Run(text, role) for role, texts in merged if (text := clean("".join(texts))))


def text_boxes(floating: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing, of one branch where the file offers two."""
    stack = [floating]
    while stack:
        element = stack.pop()
        if element.tag == TEXT_BOX:
            yield element
        elif element.tag == ALTERNATIVES:
            stack.extend(branch(element))
        else:
            stack.extend(reversed(element))


def branch(alternatives: Element) -> list[Element]:
    """The one branch of mc:AlternateContent to read: the first that holds text, else the first; none of none."""
    branches = list(alternatives)
    return [one for one in branches if next(one.iter(T), None) is not None][:1] or branches[:1]


def _run(run: Element, styles: Styles, boxes: list[Element]) -> Iterator[Piece]:
    role = ""
    for child in run:
        if child.tag == T:
            yield Piece(child.text or "", role)
        elif child.tag == RPR:
            style = child.find(RSTYLE)
            role = "" if style is None else RUN_ROLES.get(styles.own(style.get(VAL, "")), "")
        elif child.tag in SIGNS:
            yield Piece(SIGNS[child.tag], role)
        elif child.tag == _SYMBOL:
            yield Piece(_symbol(child), role)
        elif child.tag in FLOATING:
            boxes.extend(text_boxes(child))
        elif child.tag == _RUBY:
            yield from (Piece(base.text or "", role) for part in child.iter(_RUBY_BASE) for base in part.iter(T))


def _symbol(element: Element) -> str:
    """A sign given by its number in a font; pictures of the private area mean nothing as text."""
    code = element.get(f"{W}char", "")
    number = int(code, 16) if _CODE.fullmatch(code) else 0
    sign = SYMBOLS.get(number & 0xFF, "") if number in _PRIVATE or element.get(f"{W}font") == "Symbol" else ""
    return sign or ("" if number in _PRIVATE else chr(number))


_CODE = re.compile("[0-9A-Fa-f]{4}")
_MATH_TEXT, _SYMBOL, _RUBY, _RUBY_BASE = f"{M}t", f"{W}sym", f"{W}ruby", f"{W}rubyBase"
_LEAVES = frozenset((P, TBL, R, _MATH_TEXT, f"{W}tr", f"{W}tc", f"{W}bookmarkStart", f"{W}bookmarkEnd"))
