"""OpenDocument text (.odt): package in, sheet out. The XML is read as a stream, one paragraph or table at a time."""

from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import Allowance, ExcessError, damage_is_told
from pbeditor.exchange.markup import Element, events, let_go, refuse_doctype
from pbeditor.exchange.odf_styles import LIST_STYLE, STYLES, Styles
from pbeditor.exchange.odf_text import (
    CELL,
    CONTENT,
    COVERED,
    DRAW,
    LEFT_OUT,
    NOTE,
    NOTE_BODY,
    ROW,
    STYLE_TAG,
    TBL,
    TEXT,
    Aside,
    H,
    P,
    paragraphs,
    repeated,
    spanned,
    text_of,
)
from pbeditor.exchange.passed import HEADING, OBJECT, PICTURE, Passed
from pbeditor.model.text import clean
from pbeditor.sheet.passing_line import is_page_number
from pbeditor.sheet.sheet import Block, Paragraph, Sheet, Table

_SHOWN = {f"{DRAW}image": PICTURE, f"{DRAW}object": OBJECT, f"{DRAW}object-ole": OBJECT}
_CLASSES = ("footnote", "endnote")  # in the order in which they follow the text


def read_odt(package: Package) -> Sheet:
    """The sheet in a text document. Raises UnreadableError."""
    with damage_is_told(package.name), package.damage_is_told(), package.stream(CONTENT, limits.BLOCK) as stream:
        reading = _Reading(Styles(package.read(STYLES)))
        body = tuple(_counted(reading.blocks(stream)))
        below = tuple(_counted(block for kind in _CLASSES for block in reading.below[kind]))
        return Sheet((*body, *below), notes=reading.aside.passed.notes())


def _counted(blocks: Iterator[Block]) -> Iterator[Block]:
    room = Allowance(limits.CELLS)
    for block in blocks:
        yield block
        room.take(sum(len(row.cells) for row in block.rows) if isinstance(block, Table) else 1)


class _Reading:
    """One file while it is read; `below` is what stands at the foot of a page or behind the text."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.aside = Aside(styles.left_out, Passed())
        headings = dict.fromkeys(line for line in styles.headings if not is_page_number(line))
        self.aside.passed.take((HEADING, line) for line in headings)
        self.below: dict[str, list[Paragraph]] = {kind: [] for kind in _CLASSES}

    def blocks(self, stream: Stream) -> Iterator[Block]:
        """Each paragraph and table that lies in no other; after use it is let go with what stood before it."""
        depth = 0
        for event, element in events(stream, (P, H, TBL, STYLE_TAG, LIST_STYLE)):
            if element.tag in (STYLE_TAG, LIST_STYLE):
                if event == "end":
                    self.styles.learn(element)
                continue
            depth += 1 if event == "start" else -1
            if depth:
                continue
            refuse_doctype(element)
            if not any(above.tag in LEFT_OUT for above in element.iterancestors()):
                yield from self._blocks_of(element)
            stream.go_on(limits.BLOCK)
            let_go(element)

    def line(self, paragraph: Element, apart: list[Element]) -> str:
        """The text of a paragraph with its number."""
        return self.styles.label(paragraph) + text_of(paragraph, apart, self.aside)

    def _blocks_of(self, element: Element) -> Iterator[Block]:
        """A paragraph or table, then the boxes and tables inside it."""
        waiting = [element]
        while waiting:
            first = waiting.pop()
            apart: list[Element] = []
            if first.tag == TBL:
                yield _table(first, apart, self)
            elif first.tag in (P, H):
                yield Paragraph(clean(self.line(first, apart)))
            elif first.tag == NOTE:
                self._set_below(first)
            else:
                self.aside.passed.take((kind, "") for kind in _shown_in(first))
                apart.extend(_inside(first))
            waiting.extend(reversed(apart))

    def _set_below(self, note: Element) -> None:
        kind = note.get(f"{TEXT}note-class", "")
        lines = self.below.get(kind, self.below[_CLASSES[0]])
        for body in note.iterchildren(NOTE_BODY):
            lines.extend(Paragraph(clean(text_of(one, [], self.aside))) for one in paragraphs(body, []))


def _shown_in(frame: Element) -> Iterator[str]:
    """What a frame shows that is no text; an object comes with a picture of itself."""
    kinds = [_SHOWN[child.tag] for child in frame if child.tag in _SHOWN]
    yield from (OBJECT,) if OBJECT in kinds else kinds[:1]


def _inside(box: Element) -> Iterator[Element]:
    """The paragraphs and tables of a box in their order."""
    for element in box.iter(P, H, TBL):
        around = next(element.iterancestors(P, H, TBL, box.tag), box)
        if around is box:
            yield element


def _table(table: Element, apart: list[Element], reading: _Reading) -> Table:
    placed: list[Placed] = []
    height = 0
    for row in _rows(table):
        cells = [*_cells(row, height, apart, reading)]
        times = repeated(row, "rows")
        if len(placed) + len(cells) * times > limits.PLACES or height + times > limits.PLACES:
            raise ExcessError(limits.PLACES)
        placed.extend(cell._replace(row=height + more) for more in range(times) for cell in cells)
        height += times
    return table_of(placed, height)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table in their groups, not those of tables inside it."""
    return (row for row in table.iter(ROW) if next(row.iterancestors(TBL), None) is table)


def _cells(row: Element, number: int, apart: list[Element], reading: _Reading) -> Iterator[Placed]:
    column = 0
    for cell in row:
        times = min(repeated(cell, "columns"), limits.COLUMNS)
        if cell.tag == CELL and column < limits.COLUMNS:
            text = clean("\n".join(reading.line(one, apart) for one in paragraphs(cell, apart)))
            spans = spanned(cell, "columns"), spanned(cell, "rows")
            yield from (Placed(number, column + more, text, *spans) for more in range(times))
        column += times if cell.tag in (CELL, COVERED) else 0
