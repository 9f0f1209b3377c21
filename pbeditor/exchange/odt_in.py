"""OpenDocument text (.odt): package in, sheet out. The XML is read as a stream, one paragraph or table at a time."""

from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import ExcessError, damage_is_told
from pbeditor.exchange.markup import Element, events, refuse_doctype, whole
from pbeditor.exchange.odf_styles import LIST_STYLE, STYLE_TAG, STYLES, Styles
from pbeditor.exchange.odf_text import (
    CELL,
    CONTENT,
    COVERED,
    LEFT_OUT,
    ROW,
    TABLE,
    TBL,
    H,
    P,
    paragraphs,
    text_of,
)
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph, Sheet, Table


def read_odt(package: Package) -> Sheet:
    """The sheet in a text document. Raises UnreadableError."""
    with damage_is_told(package.name), package.damage_is_told(), package.stream(CONTENT, limits.BLOCK) as stream:
        return Sheet(tuple(_counted(_blocks(stream, Styles(package.read(STYLES))))))


def _counted(blocks: Iterator[Block]) -> Iterator[Block]:
    left: int = limits.CELLS
    for block in blocks:
        yield block
        left -= sum(len(row.cells) for row in block.rows) if isinstance(block, Table) else 1
        if left < 0:
            raise ExcessError(limits.CELLS)


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
        element.clear(keep_tail=False)
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


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
        times = max(whole(row.get(f"{TABLE}number-rows-repeated", ""), 1), 1)
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
        times = min(max(whole(cell.get(f"{TABLE}number-columns-repeated", ""), 1), 1), limits.COLUMNS)
        if cell.tag == CELL and column < limits.COLUMNS:
            text = clean("\n".join(_line(one, apart, styles) for one in paragraphs(cell, apart)))
            columns = whole(cell.get(f"{TABLE}number-columns-spanned", ""), 1)
            rows = whole(cell.get(f"{TABLE}number-rows-spanned", ""), 1)
            yield from (Placed(number, column + more, text, columns, rows) for more in range(times))
        column += times if cell.tag in (CELL, COVERED) else 0
