"""Automatic numbers of a Word file: "1、" that stands in numbering.xml and not in the text."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from pbeditor.exchange.markup import Element, W, parse, setting, whole
from pbeditor.exchange.numerals import numeral
from pbeditor.exchange.word_in_styles import Numbering

_PLACE = re.compile("%([1-9])")


class Level(Struct, frozen=True):
    """One level of a list: `text` such as "%1、" with the kind of numeral and where it starts."""

    text: str = ""
    numeral: str = "decimal"
    start: int = 1
    spaced: bool = False


class Lists:
    """Counts the numbered paragraphs of one file in their order."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load
        self._counts: dict[str, dict[int, int]] = {}  # abstract list -> level -> the last number shown
        self._started: set[tuple[str, int]] = set()

    def __bool__(self) -> bool:
        """Whether the file has any lists."""
        return self._root is not None

    def label(self, numbering: Numbering) -> str:
        """The number that Word shows before the next paragraph of this list and level, "" for none or a bullet."""
        abstract, restarts = self._abstract.get(numbering.number, ("", {}))
        depth = int(numbering.level) if numbering.level.isdecimal() else 0
        level = self._levels.get((abstract, depth))
        if level is None:
            return ""
        self._count(abstract, depth, level, numbering.number, restarts)
        label = _PLACE.sub(lambda found: self._numeral(abstract, int(found[1]) - 1), level.text)
        return f"{label} " if label and (level.spaced or label[-1].isalnum()) else label

    def _count(self, abstract: str, depth: int, level: Level, number: str, restarts: dict[int, int]) -> None:
        counts = self._counts.setdefault(abstract, {})
        if depth in restarts and (number, depth) not in self._started:
            self._started.add((number, depth))
            counts[depth] = restarts[depth]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]

    def _numeral(self, abstract: str, depth: int) -> str:
        level = self._levels.get((abstract, depth), Level())
        count = self._counts[abstract].get(depth, level.start)
        return numeral(level.numeral, count)

    @cached_property
    def _root(self) -> Element | None:
        data = self._load()
        return parse(data) if data else None

    @cached_property
    def _abstract(self) -> dict[str, tuple[str, dict[int, int]]]:
        """A list's number -> the abstract list that it shows, and where its levels start anew."""
        numbers = () if self._root is None else self._root.iter(f"{W}num")
        return {
            number.get(f"{W}numId", ""): (setting(number, "abstractNumId"), dict(_restarts(number)))
            for number in numbers
        }

    @cached_property
    def _levels(self) -> dict[tuple[str, int], Level]:
        return {} if self._root is None else dict(_levels(self._root))


def _levels(root: Element) -> Iterator[tuple[tuple[str, int], Level]]:
    for abstract in root.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            numeral = setting(level, "numFmt") or "decimal"
            text = "" if numeral in ("bullet", "none") else setting(level, "lvlText")
            start = whole(setting(level, "start"), 1)
            key = abstract.get(f"{W}abstractNumId", ""), whole(level.get(f"{W}ilvl", ""), 0)
            yield key, Level(text, numeral, start, setting(level, "suff") == "space")


def _restarts(number: Element) -> Iterator[tuple[int, int]]:
    for override in number.iter(f"{W}lvlOverride"):
        start = setting(override, "startOverride")
        if start:
            yield whole(override.get(f"{W}ilvl", ""), 0), whole(start, 1)
