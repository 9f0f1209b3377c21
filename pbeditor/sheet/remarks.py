"""Remarks put beside the cells and titles they speak of, by the paths of a document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.lay_out import anchor
from pbeditor.sheet.lay_out_project import placed_boxes
from pbeditor.sheet.plan_lines import PLAN
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Sheet, Table

# A place on the sheet: the block, and in a table row and grid column; -1 for the block itself.
_Spot = tuple[int, int, int]


class Remark(Struct, frozen=True):
    """`path` counts in the whole document: projects/0/indicators/3/target, overall/0/text, title."""

    path: str
    text: str


def with_remarks(block_sheet: Sheet, form: Form, remarks: Iterable[Remark]) -> Sheet:
    """The sheet with the remarks on what it shows; those on projects that it does not show are left out."""
    finding = _Spots(block_sheet.blocks, form)
    found = [(spot, remark.text) for remark in remarks if (spot := finding.of(remark.path)) is not None]
    found.sort(key=lambda pair: pair[0])
    at: dict[_Spot, list[int]] = defaultdict(list)
    for number, (spot, _) in enumerate(found):
        at[spot].append(number)
    touched = {spot[0] for spot in at}
    blocks = tuple(
        _remarked(number, block, at) if number in touched else block for number, block in enumerate(block_sheet.blocks)
    )
    return replace(block_sheet, blocks=blocks, remarks=tuple(text for _, text in found))


class _Spots:
    """Knows where each part of a document stands on one sheet."""

    def __init__(self, blocks: tuple[Block, ...], form: Form) -> None:
        self._blocks = blocks
        paragraphs = [(n, one) for n, one in enumerate(blocks) if isinstance(one, Paragraph)]
        self._anchors = {one.anchor: n for n, one in paragraphs if one.anchor}
        self._sections = [n for n, one in paragraphs if one.role == sheet.SECTION]
        self._title = next((n for n, one in paragraphs if one.role in (sheet.COVER, sheet.TITLE)), None)
        self._columns = {column.field: place for place, column in enumerate(form.columns)}
        self._height = len(form.layout.head)
        self._boxes: dict[str, tuple[int, int]] = {
            box.field: (row, place)
            for row, boxes in enumerate(placed_boxes(form.layout.head))
            for place, box in boxes
            if box.field
        }

    def of(self, path: str) -> _Spot | None:
        """Where the remark on a path belongs; the title for what has no place of its own."""
        steps = path.split("/")
        if steps[0] == "projects" and len(steps) > 1:
            return self._in_project(int(steps[1]), steps[2:])
        if steps[0] == "overall" and len(steps) > 1 and int(steps[1]) < len(self._sections):
            return self._sections[int(steps[1])], -1, -1
        return None if self._title is None else (self._title, -1, -1)

    def _in_project(self, index: int, steps: list[str]) -> _Spot | None:
        title = self._anchors.get(anchor(index + 1))
        if title is None:
            return None
        below = enumerate(self._blocks[title + 1 : title + 4], title + 1)
        tables = [(number, block) for number, block in below if isinstance(block, Table)]
        head, grid = tables[:2]
        if steps[:1] == ["indicators"] and len(steps) > 1:
            column = self._columns.get(steps[2] if len(steps) > 2 else "name", 0)  # noqa: PLR2004  projects/0/indicators/3/name
            return self._cell(grid, int(steps[1]) + 1, column)
        if steps[:1] == ["indicators"]:
            return self._cell(grid, 0, 0)
        field = steps[1] if steps[:1] == ["budget"] and len(steps) > 1 else steps[0] if steps else ""
        row, column = self._boxes.get(field, (-1, -1))
        if row > self._boxes.get(PLAN, (row, 0))[0]:
            row += len(head[1].rows) - self._height  # of the lines that a long plan takes
        return (title, -1, -1) if row < 0 else self._cell(head, row, column)

    def _cell(self, numbered: tuple[int, Table], row: int, column: int) -> _Spot:
        """The cell at a place, or the one above that covers it."""
        number, table = numbered
        column += any(cell.role == sheet.LINE for cell in table.rows[0].cells)
        while row > 0 and all(cell.column != column for cell in table.rows[row].cells):
            row -= 1
        return number, row, column


def _remarked(number: int, block: Block, at: Mapping[_Spot, list[int]]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, remarks=tuple(at[number, -1, -1]))
    rows = tuple(
        replace(row, cells=tuple(_cell(cell, at.get((number, place, cell.column), ())) for cell in row.cells))
        for place, row in enumerate(block.rows)
    )
    return Table(rows, block.widths)


def _cell(cell: Cell, remarks: Iterable[int]) -> Cell:
    return replace(cell, remarks=tuple(remarks)) if remarks else cell
