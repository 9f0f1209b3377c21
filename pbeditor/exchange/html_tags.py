"""The tags of a web page: what they hide, where they break lines, which of them make tables and lists."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.html_page import Page
from pbeditor.exchange.signs import sign
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
_FONT = re.compile(r"font-family\s*:\s*[\"']?\s*([\w ]+)", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(pre|break-spaces)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9]{1,6})")
_NUMERALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Open(NamedTuple):
    """What holds inside an element that is not closed yet."""

    hidden: bool = False
    pre: bool = False
    symbol: bool = False  # in a font whose letters are signs


class Tags:
    """The target of an HTML parser. Raises ExcessError."""

    def __init__(self) -> None:
        self._page = Page()
        self._open = [Open()]

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._open.append(_inside(self._open[-1], tag, attributes))
        if self._open[-1].hidden:
            return
        if tag in _BLOCKS:
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
        if inside.hidden:
            return
        if inside.symbol:
            text = "".join(sign(ord(letter)) if letter.strip() else letter for letter in text)
        self._page.add(text, kept=inside.pre)

    def comment(self, text: str) -> None:
        """Nothing: comments are not shown."""

    def close(self) -> tuple[Block, ...]:
        """All blocks of the page."""
        return self._page.close()


def _inside(around: Open, tag: str, attributes: Attributes) -> Open:
    style = attributes.get("style", "")
    hidden = around.hidden or tag in _UNSEEN or "hidden" in attributes or bool(_HIDING.search(style))
    hidden = hidden or (tag == "option" and "selected" not in attributes)
    font = _FONT.search(style)
    family = font[1] if font else attributes.get("face", "") if tag == "font" else ""
    symbol = family.strip().casefold() == "symbol" if family else around.symbol
    return Open(hidden, around.pre or tag in ("pre", "textarea") or bool(_PRE.search(style)), symbol)


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
