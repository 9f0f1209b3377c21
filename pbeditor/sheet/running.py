"""What a person may have at the head and foot of the pages beside what the form prints there."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import paper_size, pitch, text_of, type_area
from pbeditor.sheet.measure import Measure
from pbeditor.sheet.page import FOOT, MARK, Page, PlacedText

TOTAL = "第 {number} 页  共 {count} 页"
_ABOVE = 6.0  # mm from the head down to the type area
_LEAST_TOP = 4.0  # mm that no printer reaches
_GAP = 5.0  # mm between the two texts of a head


class Running(Struct, frozen=True):
    """The texts at the two ends of the head, "" for none; `total` says of how many pages each one is."""

    left: str = ""
    right: str = ""
    total: bool = False


def with_running(pages: Iterable[Page], layout: Layout, measure: Measure, running: Running) -> tuple[Page, ...]:
    """The pages with these heads and feet; a cover, which bears no number, stays as it is."""
    pages = tuple(pages)
    if running == Running():
        return pages
    head = tuple(_head(layout, measure, running))
    return tuple(_dressed(page, head, running, len(pages)) for page in pages)


def _dressed(page: Page, head: tuple[PlacedText, ...], running: Running, count: int) -> Page:
    if all(text.kind != FOOT for text in page.texts):
        return page
    texts = (_foot(text, page.number, count) if running.total else text for text in page.texts)
    return Page(page.number, (*texts, *head), page.rules, page.anchors)


def _foot(text: PlacedText, number: int, count: int) -> PlacedText:
    if text.kind != FOOT:
        return text
    words = TOTAL.format(number=number, count=count)
    return PlacedText(words, text.role, text.x, text.y, text.width, align=text.align, kind=FOOT)


def _head(layout: Layout, measure: Measure, running: Running) -> Iterator[PlacedText]:
    """Both end on one line above the type area; a long text at the left takes more lines upward."""
    style, line = text_of(layout, sheet.LINE), pitch(layout, sheet.LINE)
    x, (width, _) = layout.page.left, type_area(layout.page)
    taken = min(measure.width(running.right, style) + _GAP, width / 2) if running.right else 0.0
    bottom = min(layout.page.top, paper_size(layout.page)[1]) - _ABOVE
    most = max(int((bottom - _LEAST_TOP) / line), 1)
    for text, room, align in ((running.left, width - taken, "left"), (running.right, width, "right")):
        if text:
            count = min(len(measure.lines(text, style, room)), most)
            yield PlacedText(text, sheet.LINE, x, bottom - count * line, room, 0, count, align, kind=MARK)
