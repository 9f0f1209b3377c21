"""The text of a paragraph or cell of a Word file, gathered element by element in the order of the file.

Only the elements in `Words.tags` matter; what lies around them (links, fields, content controls, insertions) need not
be looked at, and what must not be read was pruned before. That is several times as fast as walking from parent to
child.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from pbeditor.exchange.markup import Element, M, W, setting
from pbeditor.exchange.passed import HIDDEN, STRUCK, Passed
from pbeditor.exchange.signs import BOXES, SYMBOLS
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_styles import Numbering, Styles
from pbeditor.exchange.word_names import RUN_ROLES
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Run

Taker = Callable[[Element], None]
Piece = tuple[str, str]  # text as it stands in the file, and the role that our own character style gives it

P, TBL, R, T, VAL = f"{W}p", f"{W}tbl", f"{W}r", f"{W}t", f"{W}val"
STYLE, JUSTIFICATION = f"{W}pStyle", f"{W}jc"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TABS = f"{W}tabs"
_OFF = ("0", "false", "off", "none")
_LEFT_OUT = {f"{W}strike": STRUCK, f"{W}dstrike": STRUCK, f"{W}vanish": HIDDEN}
_RUN_STYLE = f"{W}rStyle"
_FACTS = (STYLE, JUSTIFICATION)
_CODE = re.compile("[0-9A-Fa-f]{4}")
_PRIVATE = range(0xE000, 0xF900)
_ALIGN = {"center": "center", "right": "right", "end": "right"}


class Words:
    """Gathers one paragraph or cell after another; `begin` starts the next.

    What is struck out or hidden counts as deleted: `passed` tells of it. `facts` holds the w:val of the first element
    of each other kind that was met.
    """

    def __init__(self, styles: Styles, lists: Lists, passed: Passed) -> None:
        self._takers: dict[str, Taker] = {
            f"{M}t": self._take_mathematics,
            f"{W}sym": self._take_symbol,
            f"{W}numPr": self._take_numbering,
            **{f"{W}{name}": self._take_sign for name in _SIGNS},
            **dict.fromkeys(_LEFT_OUT, self._take_look),
        }
        if lists:
            self._takers[STYLE] = self._take_style
        self.tags = (P, R, T, _RUN_STYLE, *_FACTS, *self._takers)
        self._styles = styles
        self._lists = lists
        self._passed = passed
        self._known: dict[tuple[Piece, ...], tuple[Run, ...]] = {}  # most cells say what another cell says
        self.begin()

    def begin(self) -> None:
        """Forget what was gathered."""
        self.facts: dict[str, str] = {}
        self._pieces: list[Piece] = []
        self._role = self._left_out = ""
        self._last_left_out = -1, ""
        self._in_paragraph = False
        self._label_at = 0
        self._numbering: Numbering | None = None

    def gather(self, elements: Iterable[Element], marks: Mapping[str, Taker]) -> None:
        """Take elements in the order of the file; those in `marks` are for the caller."""
        takers = {**self._takers, **marks}
        for element in elements:
            tag = element.tag
            if tag == T:
                self._add(element.text or "")
            elif tag == R:
                self._role = self._left_out = ""
            elif tag == P:
                self._begin_paragraph()
            elif tag in takers:
                takers[tag](element)
            elif tag == _RUN_STYLE:
                self._role = RUN_ROLES.get(self._styles.own(element.get(VAL, "")), "")
            else:
                self.facts.setdefault(tag, element.get(VAL, ""))

    @property
    def style(self) -> str:
        """The id of our style of what was gathered, "" for a foreign one."""
        style_id = self.facts.get(STYLE)
        return self._styles.own(style_id) if style_id else ""

    @property
    def align(self) -> str:
        """left, center or right."""
        return _ALIGN.get(self.facts.get(JUSTIFICATION, ""), "left")

    def runs(self) -> tuple[Run, ...]:
        """What was gathered as cleaned runs: neighbours of one role are one, however the file had cut them."""
        self._end_paragraph()
        pieces = tuple(self._pieces)
        found = self._known.get(pieces)
        if found is None:
            found = self._known[pieces] = _joined(pieces)
        return found

    def text(self) -> str:
        """What was gathered, as it stands in the file."""
        self._end_paragraph()
        return "".join(text for text, _ in self._pieces)

    def _begin_paragraph(self) -> None:
        if self._in_paragraph:
            self._end_paragraph()
            self._pieces.append(("\n", self._role))
            self._label_at = len(self._pieces)
        self._in_paragraph = True

    def _end_paragraph(self) -> None:
        """The automatic number of a paragraph stands before its text."""
        if self._numbering is not None:
            label = self._lists.label(self._numbering)
            self._numbering = None
            if label:
                self._pieces.insert(self._label_at, (label, ""))

    def _take_style(self, element: Element) -> None:
        style_id = element.get(VAL, "")
        self.facts.setdefault(STYLE, style_id)
        self._number(self._styles.numbering(style_id))

    def _take_numbering(self, element: Element) -> None:
        self._number(Numbering(setting(element, "numId"), setting(element, "ilvl")))

    def _number(self, numbering: Numbering) -> None:
        """A paragraph's own numbering comes after that of its style and adds to it."""
        before = self._numbering or Numbering()
        number, level = numbering.number or before.number, numbering.level or before.level
        self._numbering = Numbering(number, level) if number else None

    def _take_mathematics(self, element: Element) -> None:
        self._pieces.append((element.text or "", self._role))

    def _take_sign(self, element: Element) -> None:
        parent = element.getparent()
        if parent is None or parent.tag != _TABS:  # there w:tab says where a tab leads
            self._add(_SIGNS[element.tag[len(W) :]])

    def _take_symbol(self, element: Element) -> None:
        self._add(_symbol(element))

    def _take_look(self, element: Element) -> None:
        """Of a run: what is said of the mark at the end of a paragraph holds for no text."""
        parent = element.getparent()
        around = None if parent is None else parent.getparent()
        if around is not None and around.tag == R and is_on(element):
            self._left_out = self._left_out or _LEFT_OUT[element.tag]

    def _add(self, text: str) -> None:
        if not self._left_out:
            self._pieces.append((text, self._role))
            return
        place = len(self._pieces), self._left_out
        take = self._passed.go_on if place == self._last_left_out else self._passed.add
        take(self._left_out, text)
        self._last_left_out = place


def is_on(element: Element | None) -> bool:
    """A switch of Word: on where it stands without a value."""
    return element is not None and element.get(VAL, "") not in _OFF


def _joined(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    merged: list[tuple[str, list[str]]] = []
    for text, role in pieces:
        if merged and (merged[-1][0] == role or not text.strip()):
            merged[-1][1].append(text)
        elif text:
            merged.append((role, [text]))
    return tuple(Run(text, role) for role, texts in merged if (text := clean("".join(texts))))


def _symbol(element: Element) -> str:
    """A sign given by its number in a font; pictures of the private area mean nothing as text."""
    code = element.get(f"{W}char", "")
    number = int(code, 16) if _CODE.fullmatch(code) else 0
    font = element.get(f"{W}font", "")
    signs = BOXES.get(font, SYMBOLS)
    sign = signs.get(number & 0xFF, "") if number in _PRIVATE or font == "Symbol" or font in BOXES else ""
    return sign or ("" if number in _PRIVATE else chr(number))
