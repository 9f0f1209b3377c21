"""What the styles of a Word file mean to us: which are ours, which are contents entries, which number."""

import re
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from pbeditor.exchange.markup import Element, W, parse, setting
from pbeditor.exchange.word_names import OWN, PARAGRAPHS
from pbeditor.sheet import sheet

_ENTRY_NAME = re.compile(r"(toc|目录)\s*[0-9]", re.IGNORECASE)
_HEADING_NAME = re.compile(r"toc heading|toc 标题|目录标题", re.IGNORECASE)
_ID_BY_NAME = {name: style_id for style_id, name in OWN}
_DEEPEST = 20  # styles based on styles based on styles; a circle ends here


class Numbering(Struct, frozen=True):
    """A place in numbering.xml: a list and a level, as a paragraph or its style names them."""

    number: str = ""
    level: str = ""


class Style(Struct, frozen=True):
    """One style: its name, what it is based on, and its numbering."""

    name: str = ""
    based_on: str = ""
    numbering: Numbering = Numbering()


class Styles:
    """The styles of one file, parsed only when one is met that is not ours: often they outweigh the text."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load
        self._own = {style_id: style_id for style_id, _ in OWN}

    def own(self, style_id: str) -> str:
        """The id of our style that this one is, "" if it is foreign."""
        known = self._own.get(style_id)
        if known is None:
            known = self._own[style_id] = self._recognised(style_id)
        return known

    def numbering(self, style_id: str) -> Numbering:
        """The numbering that a foreign style or one it is based on brings."""
        if not style_id or self.own(style_id):
            return Numbering()
        number = level = ""
        for _ in range(_DEEPEST):
            style = self._all.get(style_id, Style())
            number, level = number or style.numbering.number, level or style.numbering.level
            style_id = style.based_on
        return Numbering(number, level)

    def _recognised(self, style_id: str) -> str:
        name = self._all.get(style_id, Style(style_id)).name
        if _ENTRY_NAME.match(name):
            return PARAGRAPHS[sheet.ENTRY][0]
        if _HEADING_NAME.match(name):
            return PARAGRAPHS[sheet.CONTENTS][0]
        return _ID_BY_NAME.get(name, "")

    @cached_property
    def _all(self) -> dict[str, Style]:
        data = self._load()
        found = parse(data).iter(f"{W}style") if data else ()
        return {style.get(f"{W}styleId", ""): _style(style) for style in found}


def _style(style: Element) -> Style:
    return Style(
        setting(style, "name"),
        setting(style, "basedOn"),
        Numbering(setting(style, "pPr", "numPr", "numId"), setting(style, "pPr", "numPr", "ilvl")),
    )
