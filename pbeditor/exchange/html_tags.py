"""The tags of a web page: what they hide, where they break lines, which of them make tables and lists."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.html_page import Page
from pbeditor.exchange.passed import HIDDEN, STRUCK, Passed
from pbeditor.exchange.signs import BOXES, sign_in
from pbeditor.sheet.sheet import Block

Attributes = Mapping[str, str]

_BLOCKS = frozenset(
    # A list of sixty quoted words is hard to read.
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
# What no browser shows, and what stands above or instead of the text.
_UNSEEN = frozenset(
    "script style head template noscript noframes object iframe svg rp rt del datalist title".split()  # noqa: SIM905
)
_NO_TEXT = frozenset(("hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file", "password"))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_ITEM = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_STRUCK = ("s", "strike")
# Links from the text to a footnote or comment, and back: as LibreOffice and Word name them.
_MARK_CLASSES = frozenset(
    "sdfootnoteanc sdfootnotesym sdendnoteanc sdendnotesym msocomanchor msocomoff".split()  # noqa: SIM905
)
_MARK = re.compile(r"#?_(?:(?:ftn|edn)(?:ref)?|msocom_|msoanchor_)[0-9]+", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?\s*([\w ]+)", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(pre|break-spaces)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9]{1,6})")
_NUMERALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Open(NamedTuple):
    """What holds inside an element that is not closed yet. `left_out` is a kind of text that counts as deleted."""

    hidden: bool = False
    left_out: str = ""
    pre: bool = False
    symbol: str = ""  # a font whose letters are signs
    bullet: bool = False  # what Word puts before an item of a list


class Tags:
    """The target of an HTML parser. Raises ExcessError."""

    def __init__(self) -> None:
        self.passed = Passed()
        self._page = Page()
        self._open = [Open()]
        self._goes_on = False  # nothing came since text that was left out

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._open.append(_inside(self._open[-1], tag, attributes))
        if self._open[-1].hidden:
            return
        if tag in _BLOCKS:
            self._goes_on = False
            self._page.end_line()
        if tag in _STARTS:
            _STARTS[tag](self._page, attributes)

    def end(self, tag: str) -> None:
        """The element that began last ends."""
        ended = self._open.pop() if len(self._open) > 1 else Open()
        if ended.hidden:
            return
        if tag in _BLOCKS:
            self._page.end_line()
        if tag in _ENDS:
            _ENDS[tag](self._page)

    def data(self, text: str) -> None:
        """Text between tags."""
        inside = self._open[-1]
        if inside.left_out:
            self._leave_out(inside.left_out, text)
        if inside.hidden or inside.left_out:
            return
        self._goes_on = False
        if inside.symbol:
            text = "" if inside.bullet else "".join(_sign(letter, inside.symbol) for letter in text)
        self._page.add(text, kept=inside.pre)

    def _leave_out(self, kind: str, text: str) -> None:
        """Text that counts as deleted; a parser gives a long one in pieces."""
        if text.strip():
            take = self.passed.go_on if self._goes_on else self.passed.add
            take(kind, text)
            self._goes_on = True

    def comment(self, text: str) -> None:
        """Nothing: comments are not shown."""

    def close(self) -> tuple[Block, ...]:
        """All blocks of the page."""
        return self._page.close()


def _inside(around: Open, tag: str, attributes: Attributes) -> Open:
    style = attributes.get("style", "")
    unseen = tag in _UNSEEN or (tag == "option" and "selected" not in attributes) or _is_mark(tag, attributes)
    hiding = "hidden" in attributes or bool(_HIDING.search(style))
    struck = tag in _STRUCK or bool(_STRIKING.search(style))
    left_out = "" if unseen else around.left_out or (HIDDEN if hiding else STRUCK if struck else "")
    if around.hidden and not around.left_out:
        left_out = ""
    pre = around.pre or tag in ("pre", "textarea") or bool(_PRE.search(style))
    bullet = around.bullet or bool(_ITEM.search(style))
    return Open(around.hidden or unseen or hiding, left_out, pre, _symbol(around, tag, attributes, style), bullet)


def _is_mark(tag: str, attributes: Attributes) -> bool:
    """Whether it is the number of a footnote, which is no part of the text that it stands in."""
    if tag != "a":
        return False
    named = attributes.get("class", "").casefold() in _MARK_CLASSES
    return named or any(_MARK.fullmatch(attributes.get(name, "")) for name in ("href", "name"))


def _symbol(around: Open, tag: str, attributes: Attributes, style: str) -> str:
    font = _FONT.search(style)
    family = (font[1] if font else attributes.get("face", "") if tag == "font" else "").strip()
    if not family:
        return around.symbol
    return family if family.casefold() == "symbol" or family in BOXES else ""


def _sign(letter: str, font: str) -> str:
    return sign_in(font, ord(letter)) if letter.strip() else letter


def _count(attributes: Attributes, name: str, otherwise: int = 1) -> int:
    found = _NUMBER.match(attributes.get(name, ""))
    return int(found[1]) if found else otherwise


def _begin_cell(page: Page, attributes: Attributes) -> None:
    """A rowspan of 0 reaches to the end of the table."""
    page.begin_cell(_count(attributes, "colspan"), _count(attributes, "rowspan") or limits.PLACES)


def _begin_numbers(page: Page, attributes: Attributes) -> None:
    page.begin_list(_NUMERALS.get(attributes.get("type", ""), "decimal"), _count(attributes, "start"))


def _begin_item(page: Page, attributes: Attributes) -> None:
    page.begin_item(_count(attributes, "value") if "value" in attributes else None)


def _add_input(page: Page, attributes: Attributes) -> None:
    if attributes.get("type", "").casefold() not in _NO_TEXT:
        page.add(attributes.get("value", ""), kept=True)


_STARTS: dict[str, Callable[[Page, Attributes], None]] = {
    "table": lambda page, _: page.begin_table(),
    "tr": lambda page, _: page.begin_row(),
    "td": _begin_cell,
    "th": _begin_cell,
    "br": lambda page, _: page.add("\n", kept=True),
    "ol": _begin_numbers,
    "ul": lambda page, _: page.begin_list("", 0),
    "li": _begin_item,
    "input": _add_input,
}
_ENDS: dict[str, Callable[[Page], None]] = {
    "table": Page.end_table,
    "tr": Page.end_cell,
    "td": Page.end_cell,
    "th": Page.end_cell,
    "ol": Page.end_list,
    "ul": Page.end_list,
}
