"""The pages of a sheet. Preview, print and PDF draw these; Word gets their numbers for its table of contents."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import cast

from msgspec.structs import replace

from pbeditor.model.form import Layout
from pbeditor.model.progress import SETTING, tick
from pbeditor.model.steps import CountedSteps
from pbeditor.sheet import sheet
from pbeditor.sheet.fitting import number_room
from pbeditor.sheet.flow import Flow, Lines, Placed
from pbeditor.sheet.geometry import MM_A_POINT, PAGE_NUMBER, foot, pitch, text_of, type_area
from pbeditor.sheet.measure import Measure
from pbeditor.sheet.page import FOOT, LEADER, MARK, NUMBER, Page, PlacedText, Rule
from pbeditor.sheet.placing import anchors_of, marks_of
from pbeditor.sheet.sheet import Paragraph, Sheet

COUNTED = (sheet.SECTION, sheet.BODY)  # whose lines get numbers in a mark-up draft
_BESIDE, _NUMBER_WIDTH = 4.0, 8.0  # mm from the text to the number of its line


def paginate(block_sheet: Sheet, layout: Layout, measure: Measure) -> tuple[Page, ...]:
    """All pages with their texts and rules at their places; contents entries say the pages of these very breaks."""
    steps = paginating(block_sheet, layout, measure)
    while True:
        try:
            tick(SETTING, *next(steps))
        except StopIteration as end:
            return cast("tuple[Page, ...]", end.value)


def paginating(block_sheet: Sheet, layout: Layout, measure: Measure) -> CountedSteps[tuple[Page, ...]]:
    """As `paginate`, in steps of a few milliseconds that tell how many of how many are done."""
    count = len(block_sheet.blocks)
    flowing = Flow(block_sheet.blocks, layout, measure)
    for number in range(count):
        flowing.take(number)
        yield number, 2 * count
    drawing = _Drawing(block_sheet, layout, measure, _numbers(flowing.pages))
    pages = []
    for number, blocks in enumerate(flowing.pages, 1):
        pages.append(drawing.page(number, blocks))
        yield count + count * number // len(flowing.pages), 2 * count
    return tuple(pages)


def with_page_numbers(block_sheet: Sheet, numbers: Mapping[str, int]) -> Sheet:
    """The sheet with the page of its target in each entry of the contents."""
    blocks = tuple(
        replace(block, page=numbers.get(block.target, 0)) if isinstance(block, Paragraph) and block.target else block
        for block in block_sheet.blocks
    )
    return replace(block_sheet, blocks=blocks)


def _numbers(flowed: Sequence[Sequence[Placed]]) -> dict[str, int]:
    return {
        anchor.name: number for number, blocks in enumerate(flowed, 1) for one in blocks for anchor in anchors_of(one)
    }


class _Drawing:
    """Makes pages of what flowed onto them."""

    def __init__(self, block_sheet: Sheet, layout: Layout, measure: Measure, numbers: Mapping[str, int]) -> None:
        self._has_cover = block_sheet.has_cover
        self._counts_lines = block_sheet.markup == sheet.LINES
        self._layout = layout
        self._measure = measure
        self._numbers = numbers
        self._left = layout.page.left
        self._width, self._height = type_area(layout.page)

    def page(self, number: int, blocks: Sequence[Placed]) -> Page:
        """One page, its number at the foot; a cover bears none."""
        texts: list[PlacedText] = []
        rules: list[Rule] = []
        for one in blocks:
            more_texts, more_rules = marks_of(one, self._left)
            texts += (*more_texts, *self._entry_number(one))
            rules += more_rules
        anchors = tuple(anchor for one in blocks for anchor in anchors_of(one))
        foot = () if number == 1 and self._has_cover else (self._foot(number),)
        return Page(number, (*texts, *self._line_numbers(blocks), *foot), tuple(rules), anchors)

    def _line_numbers(self, blocks: Sequence[Placed]) -> Iterator[PlacedText]:
        """A number before each line of running text, as Word counts them: from 1 on each page."""
        if not self._counts_lines:
            return
        lines = (
            (one.y + place * one.text.pitch, one.text.paragraph.role)
            for one in blocks
            if isinstance(one, Lines) and one.text.paragraph.role in COUNTED
            for place in range(one.count)
        )
        for number, (y, role) in enumerate(lines, 1):
            lower = (pitch(self._layout, role) - pitch(self._layout, sheet.LINE)) / 2
            x = self._left - _BESIDE - _NUMBER_WIDTH
            yield PlacedText(str(number), sheet.LINE, x, y + lower, _NUMBER_WIDTH, align="right", kind=MARK)

    def _entry_number(self, one: Placed) -> Iterator[PlacedText]:
        if isinstance(one, Lines) and one.first + one.count == one.text.lines:
            block = one.text.paragraph
            number = self._numbers.get(block.target, block.page)
            if block.role == sheet.ENTRY and number:
                yield from self._entry_end(one, number)

    def _entry_end(self, one: Lines, number: int) -> Iterator[PlacedText]:
        """Dots from the end of an entry to its page number at the right edge of the type area."""
        style, block = text_of(self._layout, sheet.ENTRY), one.text.paragraph
        y = one.y + (one.count - 1) * one.text.pitch
        last = self._measure.lines(block.text, style, one.text.width, one.text.indent)[-1]
        gap, dot, right = style.size * MM_A_POINT / 2, self._measure.width(".", style), self._left + self._width
        start = self._left + self._measure.width(last, style) + gap
        # Whole dots from the right edge, so that the dots of all entries stand below one another.
        end = right - ceil((self._measure.width(str(number), style) + gap) / dot) * dot
        dots, room = "." * int((end - start) / dot), number_room(self._layout)
        if dots:
            yield PlacedText(dots, sheet.ENTRY, start, y, end - start, align="right", kind=LEADER, target=block.target)
        x = right - room
        yield PlacedText(str(number), sheet.ENTRY, x, y, room, align="right", kind=NUMBER, target=block.target)

    def _foot(self, number: int) -> PlacedText:
        """— 1 — below the type area, one sign from the outer edge."""
        style = text_of(self._layout, PAGE_NUMBER)
        em = style.size * MM_A_POINT
        y = self._layout.page.top + self._height + foot(self._layout) - pitch(self._layout, PAGE_NUMBER) / 2
        align = "right" if number % 2 else "left"
        text = f"— {number} —"
        return PlacedText(text, PAGE_NUMBER, self._left + em, y, self._width - 2 * em, align=align, kind=FOOT)
