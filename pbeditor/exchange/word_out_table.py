"""Tables of a Word file as XML: fixed widths, merged cells, thin rules, a repeated header."""

from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from pbeditor.exchange.twips import twips
from pbeditor.exchange.word_names import CELLS, HOLE
from pbeditor.exchange.word_out_text import encoded_run, remarked
from pbeditor.model.form import Layout
from pbeditor.sheet.geometry import CELL_X, CELL_Y, LEAST_ROW, RULE, type_area
from pbeditor.sheet.sheet import Build, Cell, Run, Table
from pbeditor.sheet.tall_rows import TallRows

_RULE = f'w:val="single" w:sz="{round(RULE * 8)}" w:space="0" w:color="auto"'  # eighths of a point
_NONE = 'w:val="nil"'
_SIDES = ("top", "left", "bottom", "right")
_BORDERS = "".join(f"<w:{side} {_RULE}/>" for side in (*_SIDES, "insideH", "insideV"))
_MARGINS = (("top", CELL_Y), ("left", CELL_X), ("bottom", CELL_Y), ("right", CELL_X))
_CELL_MARGINS = "".join(f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in _MARGINS)
_SLOT = b"\0"  # no XML holds it
_JUSTIFY = {"center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}


class Stretch(NamedTuple):
    """Grid places of one row, from `start` up to `end`, and the cell there: one that begins, or one from above."""

    start: int
    end: int
    cell: Cell | None
    begins: bool = True


class _Texts(dict[tuple[Run, ...], bytes]):
    """The texts of cells in UTF-8, made as they are asked for: many cells say the same."""

    def __missing__(self, runs: tuple[Run, ...]) -> bytes:
        text = self[runs] = b"".join([encoded_run(part.text, part.role) for part in runs if part.text])
        return text


class Tables:
    """Writes the tables of one file. Most are built like one before: only their texts are new."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known: dict[Build, list[bytes]] = {}  # what stands around the texts of tables built so
        self._texts = _Texts()
        self._tall_rows = TallRows(layout)

    def xml(self, block: Table) -> bytes:
        """One table in UTF-8; nothing for a table without rows, which Word takes for damage."""
        if not block.rows:
            return b""
        known, remarked = self._texts, self._remarked
        texts = [remarked(c) if c.remarks else known[c.runs] for row in block.rows for c in row.cells]
        around = self._known.get(block.build)
        tall = self._tall_rows.of(block)
        if tall or (around is None and not _in_order(block)):
            return self._whole(block, texts, tall)  # a row that may be divided is not like others
        if around is None:
            around = self._known[block.build] = self._whole(block, [_SLOT] * len(texts)).split(_SLOT)
        pieces = [b""] * (2 * len(texts) + 1)
        pieces[::2], pieces[1::2] = around, texts
        return b"".join(pieces)

    def _whole(self, block: Table, texts: list[bytes], tall: Collection[int] = ()) -> bytes:
        return "".join(_pieces(block, self._layout, iter([text.decode() for text in texts]), tall)).encode()

    def _remarked(self, cell: Cell) -> bytes:
        return remarked(self._texts[cell.runs].decode(), cell.remarks).encode()


def _in_order(block: Table) -> bool:
    """Whether the cells of each row come from left to right, as their texts then do."""
    return all(left.column < right.column for row in block.rows for left, right in pairwise(row.cells))


def _pieces(block: Table, layout: Layout, texts: Iterator[str], tall: Collection[int]) -> Iterator[str]:
    rows = [list(stretches) for stretches in _rows(block)]
    count = max(len(block.widths), 1, *(stretches[-1].end for stretches in rows if stretches))
    edges = _edges(block, count, layout)
    framed = _framed(rows)
    yield _opening(edges)
    kept = range(block.sums_at - 1, len(rows) - 1)
    for number, (row, stretches) in enumerate(zip(block.rows, rows, strict=True)):
        yield _row_settings(stretches, edges, row.header, number not in tall)
        shown = {id(cell): text for cell, text in zip(row.cells, texts, strict=False)}
        for stretch in _with_holes(stretches, count):
            yield _cell(
                stretch, edges, _borders(stretch, number, framed), shown.get(id(stretch.cell), ""), kept=number in kept
            )
        yield "</w:tr>"
    yield "</w:tbl>"


def _rows(block: Table) -> Iterator[Iterator[Stretch]]:
    """The stretches of every row, left to right; cells that reach down appear again in the rows they cover."""
    reaching: list[tuple[Cell, int]] = []  # with the number of rows still to cover
    for row in block.rows:
        found = [(cell, True) for cell in row.cells] + [(cell, False) for cell, _ in reaching]
        reaching = [(cell, left - 1) for cell, left in reaching if left > 1]
        reaching += [(cell, cell.rows - 1) for cell in row.cells if cell.rows > 1]
        yield _stretches(sorted(found, key=lambda pair: pair[0].column))


def _stretches(found: list[tuple[Cell, bool]]) -> Iterator[Stretch]:
    place = 0
    for cell, begins in found:
        start = max(cell.column, place)  # where a foreign table overlaps itself, nothing is lost
        place = max(cell.column + cell.columns, start + 1)
        yield Stretch(start, place, cell, begins)


def _with_holes(stretches: list[Stretch], count: int) -> Iterator[Stretch]:
    """Open places at both ends are said by the row; one in the middle, or a whole row of them, needs a cell."""
    if not stretches:
        yield Stretch(0, count, None)
        return
    place = stretches[0].start
    for stretch in stretches:
        if stretch.start > place:
            yield Stretch(place, stretch.start, None)
        yield stretch
        place = stretch.end


def _edges(block: Table, count: int, layout: Layout) -> list[int]:
    """The grid lines in twips from the left; a table too wide for the paper is made narrower."""
    room = type_area(layout.page)[0]
    widths = block.widths if len(block.widths) >= count else (room / count,) * count
    scale = min(1.0, room / (sum(widths) or room))
    return [twips(edge * scale) for edge in accumulate(widths, initial=0.0)]


def _opening(edges: list[int]) -> str:
    # Word, LibreOffice and WPS each believe another width: all of them say the same.
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_CELL_MARGINS}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row_settings(stretches: list[Stretch], edges: list[int], header: bool, whole: bool) -> str:
    start, end, count = (stretches[0].start, stretches[-1].end, len(edges) - 1) if stretches else (0, 0, 0)
    parts = (
        f'<w:gridBefore w:val="{start}"/><w:wBefore w:w="{edges[start]}" w:type="dxa"/>' if start else "",
        f'<w:gridAfter w:val="{count - end}"/><w:wAfter w:w="{edges[-1] - edges[end]}" w:type="dxa"/>'
        if end < count
        else "",
        "<w:cantSplit/>" if whole else "",
        f'<w:trHeight w:val="{twips(LEAST_ROW)}" w:hRule="atLeast"/>',
        "<w:tblHeader/>" if header else "",
    )
    return f"<w:tr><w:trPr>{''.join(parts)}</w:trPr>"


def _cell(stretch: Stretch, edges: list[int], borders: str, text: str, *, kept: bool) -> str:
    start, end, cell, begins = stretch
    width = f'<w:tcW w:w="{edges[end] - edges[start]}" w:type="dxa"/>'
    span = f'<w:gridSpan w:val="{end - start}"/>' if end - start > 1 else ""
    if cell is None:
        return f'<w:tc><w:tcPr>{width}{span}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{HOLE[0]}"/></w:pPr></w:p></w:tc>'
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    keep = "<w:keepNext/>" if kept else ""
    style = f'<w:pStyle w:val="{CELLS[cell.role][0]}"/>{keep}{_JUSTIFY.get(cell.align, "")}'
    return (
        f'<w:tc><w:tcPr>{width}{span}{merge}{borders}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{style}</w:pPr>{text if begins else ''}</w:p></w:tc>"
    )


def _framed(rows: list[list[Stretch]]) -> frozenset[tuple[int, int]] | None:
    """The places with rules around them; None where every cell has them."""
    if all(stretch.cell is None or stretch.cell.frame for stretches in rows for stretch in stretches):
        return None
    return frozenset(
        (number, place)
        for number, stretches in enumerate(rows)
        for stretch in stretches
        if stretch.cell and stretch.cell.frame
        for place in range(stretch.start, stretch.end)
    )


def _borders(stretch: Stretch, row: int, framed: frozenset[tuple[int, int]] | None) -> str:
    """A cell without a frame keeps the rules that belong to its neighbours."""
    start, end, cell, _ = stretch
    if framed is None or cell is None or cell.frame:
        return ""
    beside = {
        "top": ((row - 1, place) for place in range(start, end)),
        "left": ((row, start - 1),),
        "bottom": ((row + 1, place) for place in range(start, end)),
        "right": ((row, end),),
    }
    rules = (f"<w:{side} {_RULE if any(place in framed for place in beside[side]) else _NONE}/>" for side in _SIDES)
    return f"<w:tcBorders>{''.join(rules)}</w:tcBorders>"
