"""The pages of a sheet. Preview, print and PDF draw these; Word gets their numbers for its table of contents."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from msgspec.structs import replace

from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.fitting import number_room
from pbeditor.sheet.flow import Lines, Placed, flow
from pbeditor.sheet.geometry import MM_A_POINT, PAGE_NUMBER, pitch, text_of, type_area
from pbeditor.sheet.measure import EmMeasure, Measure
from pbeditor.sheet.page import FOOT, LEADER, NUMBER, Page, PlacedText, Rule
from pbeditor.sheet.placing import anchors_of, marks_of
from pbeditor.sheet.sheet import Paragraph, Sheet

_FOOT = 7.0  # mm from the type area down to the page number (GB/T 9704-2012)


def paginate(block_sheet: Sheet, layout: Layout, measure: Measure) -> tuple[Page, ...]:
    """All pages with their texts and rules at their places; contents entries say the pages of these very breaks."""
    flowed = flow(block_sheet, layout, measure)
    drawing = _Drawing(layout, measure, _numbers(flowed))
    return tuple(drawing.page(number, blocks) for number, blocks in enumerate(flowed, 1))


def page_numbers(block_sheet: Sheet, layout: Layout, measure: Measure | None = None) -> dict[str, int]:
    """The page of each anchor; without a measure as near as signs of even width tell."""
    return _numbers(flow(block_sheet, layout, measure or EmMeasure()))


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

    def __init__(self, layout: Layout, measure: Measure, numbers: Mapping[str, int]) -> None:
        self._layout = layout
        self._measure = measure
        self._numbers = numbers
        self._left = layout.page.left
        self._width, self._height = type_area(layout.page)

    def page(self, number: int, blocks: Sequence[Placed]) -> Page:
        """One page, its number at the foot."""
        texts: list[PlacedText] = []
        rules: list[Rule] = []
        for one in blocks:
            more_texts, more_rules = marks_of(one, self._left)
            texts += (*more_texts, *self._entry_number(one))
            rules += more_rules
        anchors = tuple(anchor for one in blocks for anchor in anchors_of(one))
        return Page(number, (*texts, self._foot(number)), tuple(rules), anchors)

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
        y = self._layout.page.top + self._height + _FOOT - pitch(self._layout, PAGE_NUMBER) / 2
        align = "right" if number % 2 else "left"
        text = f"— {number} —"
        return PlacedText(text, PAGE_NUMBER, self._left + em, y, self._width - 2 * em, align=align, kind=FOOT)
