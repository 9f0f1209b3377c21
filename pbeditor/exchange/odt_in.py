"""OpenDocument text (.odt): package in, sheet out. The XML is read as a stream, one paragraph or table at a time."""

from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import Allowance, ExcessError, damage_is_told
from pbeditor.exchange.markup import Element, events, let_go, refuse_doctype
from pbeditor.exchange.odf_styles import LIST_STYLE, STYLE_TAG, STYLES, Styles
from pbeditor.exchange.odf_text import (
    CELL,
    CONTENT,
    COVERED,
    LEFT_OUT,
    ROW,
    TBL,
    H,
    P,
    paragraphs,
    repeated,
    spanned,
    text_of,
)
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph, Sheet, Table


def read_odt(package: Package) -> Sheet:
    """The sheet in a text document. Raises UnreadableError."""
    with damage_is_told(package.name), package.damage_is_told(), package.stream(CONTENT, limits.BLOCK) as stream:
        return Sheet(tuple(_counted(_blocks(stream, Styles(package.read(STYLES))))))


def _counted(blocks: Iterator[Block]) -> Iterator[Block]:
    room = Allowance(limits.CELLS)
    for block in blocks:
        yield block
        room.take(sum(len(row.cells) for row in block.rows) if isinstance(block, Table) else 1)


def _blocks(stream: Stream, styles: Styles) -> Iterator[Block]:
    """Each paragraph and table that lies in no other; after use it is let go together with what stood before it."""
    depth = 0
    for event, element in events(stream, (P, H, TBL, STYLE_TAG, LIST_STYLE)):
        if element.tag in (STYLE_TAG, LIST_STYLE):
            if event == "end":
                styles.learn(element)
            continue
        depth += 1 if event == "start" else -1
        if depth:
            continue
        refuse_doctype(element)
        if not any(above.tag in LEFT_OUT for above in element.iterancestors()):
            yield from _blocks_of(element, styles)
        stream.go_on(limits.BLOCK)
        let_go(element)


def _blocks_of(element: Element, styles: Styles) -> Iterator[Block]:
    """A paragraph or table, then the boxes and tables inside it."""
    waiting = [element]
    while waiting:
        first = waiting.pop()
        apart: list[Element] = []
        if first.tag == TBL:
            yield _table(first, apart, styles)
        elif first.tag in (P, H):
            yield Paragraph(clean(_line(first, apart, styles)))
        else:
            apart.extend(_inside(first))
        waiting.extend(reversed(apart))


def _line(paragraph: Element, apart: list[Element], styles: Styles) -> str:
    return styles.label(paragraph) + text_of(paragraph, apart, styles.hidden)


def _inside(box: Element) -> Iterator[Element]:
    """The paragraphs and tables of a box in their order."""
    for element in box.iter(P, H, TBL):
        around = next(element.iterancestors(P, H, TBL, box.tag), box)
        if around is box:
            yield element


def _table(table: Element, apart: list[Element], styles: Styles) -> Table:
    placed: list[Placed] = []
    height = 0
    for row in _rows(table):
        cells = [*_cells(row, height, apart, styles)]
        times = repeated(row, "rows")
        if len(placed) + len(cells) * times > limits.PLACES or height + times > limits.PLACES:
            raise ExcessError(limits.PLACES)
        placed.extend(cell._replace(row=height + more) for more in range(times) for cell in cells)
        height += times
    return table_of(placed, height)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table in their groups, not those of tables inside it."""
    return (row for row in table.iter(ROW) if next(row.iterancestors(TBL), None) is table)


def _cells(row: Element, number: int, apart: list[Element], styles: Styles) -> Iterator[Placed]:
    column = 0
    for cell in row:
        times = min(repeated(cell, "columns"), limits.COLUMNS)
        if cell.tag == CELL and column < limits.COLUMNS:
            text = clean("\n".join(_line(one, apart, styles) for one in paragraphs(cell, apart)))
            spans = spanned(cell, "columns"), spanned(cell, "rows")
            yield from (Placed(number, column + more, text, *spans) for more in range(times))
        column += times if cell.tag in (CELL, COVERED) else 0
