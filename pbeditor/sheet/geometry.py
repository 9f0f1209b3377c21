"""The paper, its type area and the spacing of each kind of text: one source for Word, print, PDF and preview.

Fonts and sizes are the form's; how lines and cells stand around them follows from the size (GB/T 9704-2012: 22 lines
of 三号 on 225 mm, two signs of indent).
"""

from msgspec import Struct

from pbeditor.model.form import Layout, Page, Text
from pbeditor.sheet import sheet

MM_A_POINT = 25.4 / 72
PAGE_NUMBER = "page_number"
CELL_X, CELL_Y = 1.2, 1.0  # mm between a rule and the text
LEAST_ROW = 7.5  # mm
GAP_LINE = 6.0  # pt, the blank line between two tables
RULE = 0.5  # pt, the thickness of the grid's lines
_FOOT = 7.0  # mm from the type area down to the dashes beside the page number (GB/T 9704-2012, 7.5)
_EDGE = 5.0  # mm of the paper's edge that printers leave blank
# The ideographic em box rises so far above the baseline, whatever a font says of its ascent: lines look centred.
_EM_ASCENT = 0.86


class Geometry(Struct, frozen=True):
    """`line`, `before` and `after` in units of the font size, `first` (indent of the first line) in signs."""

    text: str  # key of Layout.texts
    line: float = 1.4
    before: float = 0
    after: float = 0
    first: float = 0
    align: str = "left"  # left, center, right or justify
    keep_next: bool = False


_GEOMETRIES = {
    sheet.TITLE: Geometry("title", 1.6, before=0.5, after=1, align="center"),
    sheet.CONTENTS: Geometry("contents", 1.6, after=0.8, align="center", keep_next=True),
    sheet.ENTRY: Geometry("entry", 1.7),
    sheet.PART: Geometry("part", 1.75, after=0.5, align="center", keep_next=True),
    sheet.SECTION: Geometry("section", 1.8, first=2, keep_next=True),
    sheet.BODY: Geometry("body", 1.8, first=2, align="justify"),
    sheet.PROJECT: Geometry("project", 1.4, after=0.5, align="center", keep_next=True),
    sheet.COVER: Geometry("cover", 1.5, align="center"),
    sheet.COVER_LINE: Geometry("cover_line", 2.0, align="center"),
    sheet.COVER_GAP: Geometry("cover_line", 1.0),
    sheet.CAPTION: Geometry("part", 1.75, align="center", keep_next=True),
    sheet.LABEL: Geometry("label"),
    sheet.VALUE: Geometry("value"),
    sheet.LINE: Geometry("line"),
    PAGE_NUMBER: Geometry("page_number", 1.2),
}
_PLAIN = Geometry("value")
_STAND_INS = {
    "entry": "body",
    "contents": "part",
    "cover": "title",
    "cover_line": "section",
    "line": "value",
}  # where a form says nothing of its own
_PLAIN_TEXT = Text(("宋体", "SimSun"), 12)


def geometry_of(role: str) -> Geometry:
    """The spacing of a role of paragraphs or cells, or of the page number; others stand like values."""
    return _GEOMETRIES.get(role, _PLAIN)


def text_of(layout: Layout, role: str) -> Text:
    """How the text of a role looks; forms need not name them all."""
    key = geometry_of(role).text
    return layout.texts.get(key) or layout.texts.get(_STAND_INS.get(key, ""), _PLAIN_TEXT)


def pitch(layout: Layout, role: str) -> float:
    """From one line of a role to the next, in mm."""
    return text_of(layout, role).size * geometry_of(role).line * MM_A_POINT


def baseline(layout: Layout, role: str) -> float:
    """From the top of a line of a role down to its base line, in mm."""
    em = text_of(layout, role).size * MM_A_POINT
    return (pitch(layout, role) - em) / 2 + _EM_ASCENT * em


def foot(layout: Layout) -> float:
    """From the type area down to the middle of the page number, in mm; less where the margin has no room for it."""
    line = pitch(layout, PAGE_NUMBER)
    return max(min(_FOOT, layout.page.bottom - _EDGE - line / 2), line / 2)


def paper_size(page: Page) -> tuple[float, float]:
    """Width and height in mm as the paper lies: `landscape` turns it."""
    long, short = max(page.width, page.height), min(page.width, page.height)
    return (long, short) if page.landscape else (page.width, page.height)


def type_area(page: Page) -> tuple[float, float]:
    """Width and height in mm between the margins."""
    width, height = paper_size(page)
    return width - page.left - page.right, height - page.top - page.bottom
