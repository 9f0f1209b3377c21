"""What the styles of an OpenDocument text say that its paragraphs do not: hidden text and automatic numbers."""

from typing import NamedTuple

from pbeditor.exchange.markup import Element, parse, whole
from pbeditor.exchange.numerals import numeral
from pbeditor.exchange.odf_text import ITEM, LIST, STYLE, STYLE_TAG, TEXT, paragraphs, text_of
from pbeditor.exchange.passed import HIDDEN, STRUCK

STYLES, LIST_STYLE = "styles.xml", f"{TEXT}list-style"
_NAME, _STYLE_NAME, _START = f"{STYLE}name", f"{TEXT}style-name", f"{TEXT}start-value"
_NUMBERED, _PROPERTIES = f"{TEXT}list-level-style-number", f"{STYLE}text-properties"
_EDGES = tuple(f"{STYLE}{edge}{page}" for edge in ("header", "footer") for page in ("", "-left", "-first"))
_THROUGH = ("style", "type")  # LibreOffice writes both
# style:num-format, which shows how one, two, three … look -> the name that Word has for it.
_NUMERALS = {
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
    "一, 二, 三, ...": "chineseCounting",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
    "01, 02, 03, ...": "decimalZero",
}


class Level(NamedTuple):
    """How one level of a list shows its number; no numeral shows none."""

    numeral: str = ""
    before: str = ""
    after: str = ""
    start: int = 1


class Styles:
    """The styles of one file, and the counts of its lists."""

    def __init__(self, named: bytes) -> None:
        self.left_out: dict[str, str] = {}  # the name of a style whose text counts as deleted -> the kind of it
        self._levels: dict[tuple[str, int], Level] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._last: dict[str, Element] = {}
        self.headings: list[str] = []  # the lines above and below the text of each page
        for element in parse(named).iter(STYLE_TAG, LIST_STYLE, *_EDGES) if named else ():
            if element.tag in _EDGES:
                self.headings.extend(text_of(line, []) for line in paragraphs(element, []))
            else:
                self.learn(element)

    def learn(self, style: Element) -> None:
        """A style of the text, or one of its lists."""
        name = style.get(_NAME, "")
        for properties in style.iter(_PROPERTIES):
            if properties.get(f"{TEXT}display") == "none":
                self.left_out[name] = HIDDEN
            elif any(properties.get(f"{STYLE}text-line-through-{what}", "none") != "none" for what in _THROUGH):
                self.left_out[name] = STRUCK
        for level in style.iter(_NUMBERED):
            look = level.get(f"{STYLE}num-format", "")
            kind = _NUMERALS.get(look, "decimal" if look else "")
            before, after = level.get(f"{STYLE}num-prefix", ""), level.get(f"{STYLE}num-suffix", "")
            depth = whole(level.get(f"{TEXT}level", ""), 1)
            self._levels[name, depth] = Level(kind, before, after, whole(level.get(_START, ""), 1))

    def label(self, paragraph: Element) -> str:
        """The number before a paragraph: that of its list item, whose first paragraph it is."""
        item = paragraph.getparent()
        if item is None or item.tag != ITEM or paragraph.getprevious() is not None:
            return ""
        lists = _lists(item)
        name = next((one.get(_STYLE_NAME, "") for one in lists if one.get(_STYLE_NAME)), "")
        level = self._levels.get((name, len(lists)), Level())
        if not level.numeral:
            return ""
        self._restart(name, lists[-1])
        number = self._counted(name, len(lists), level, whole(item.get(_START, "")))
        label = f"{level.before}{numeral(level.numeral, number)}{level.after}"
        return f"{label} " if label[-1].isalnum() else label

    def _restart(self, name: str, outermost: Element) -> None:
        """A new list begins to count anew unless it says that it goes on."""
        if self._last.get(name) is not outermost and not _goes_on(outermost):
            self._forget(name, 0)
        self._last[name] = outermost

    def _counted(self, name: str, depth: int, level: Level, start: int) -> int:
        self._forget(name, depth)
        number = start or self._counts.get((name, depth), level.start - 1) + 1
        self._counts[name, depth] = number
        return number

    def _forget(self, name: str, depth: int) -> None:
        for key in [key for key in self._counts if key[0] == name and key[1] > depth]:
            del self._counts[key]


def _lists(item: Element) -> list[Element]:
    """The lists around an item from the inside out, within its cell or box."""
    lists: list[Element] = []
    for above in item.iterancestors():
        if above.tag == LIST:
            lists.append(above)
        elif above.tag != ITEM:
            break
    return lists


def _goes_on(element: Element) -> bool:
    return element.get(f"{TEXT}continue-numbering") == "true" or f"{TEXT}continue-list" in element.attrib
