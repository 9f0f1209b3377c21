"""The indicator grid, read by the labels of its columns."""

from collections.abc import Iterator

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Cell

_MINIMUM = 3  # column labels that make a row the header of a grid
_NOTHING = frozenset({"……", "...", "…", "无", "—", "-"})  # rows that hold only such fillers are no indicators
_PARTS = {sheet.OPERATOR: 0, sheet.NUMBER: 1, sheet.WORDS: 2}


class GridRow(Struct, frozen=True):
    """One indicator as read: texts by field, and the value's parts where the file tells them."""

    index: int
    texts: dict[str, str]
    target: Target | None


def header_row(grid: Grid, labels: Labels) -> int | None:
    """The row that heads the indicator grid, or None where the table has none."""
    for index, row in enumerate(grid.rows):
        fields = {labels.column(grid, cell) for cell in row.cells} - {""}
        if len(fields) >= _MINIMUM and fields & {"name", "target"}:
            return index
    return None


def grid_rows(grid: Grid, header: int, labels: Labels) -> Iterator[GridRow]:
    """The indicators below the header; blank rows and repeated headers of foreign files are passed over."""
    columns = {cell.column: labels.column(grid, cell) for cell in grid.rows[header].cells}
    above: dict[str, str] = {}
    for index in range(header + 1, len(grid.rows)):
        cells = {field: grid.at(index, place) for place, field in columns.items() if field}
        texts = {field: cell.text if cell else "" for field, cell in cells.items()}
        if not grid.own:
            if _is_header(grid, index, labels) or all(not text or text in _NOTHING for text in texts.values()):
                continue
            texts = _continued(texts, above)
            above = texts
        yield GridRow(index, texts, _parts(cells.get("target")))


def _is_header(grid: Grid, index: int, labels: Labels) -> bool:
    return sum(bool(labels.column(grid, cell)) for cell in grid.rows[index].cells) >= _MINIMUM


def _continued(texts: dict[str, str], above: dict[str, str]) -> dict[str, str]:
    """A blank category cell goes on with the one above; a blank 二级 only where 一级 goes on too."""
    level1 = texts.get("level1") or above.get("level1", "")
    same = level1 == above.get("level1")
    level2 = texts.get("level2") or (above.get("level2", "") if same else "")
    return {**texts, "level1": level1, "level2": level2}


def _parts(cell: Cell | None) -> Target | None:
    if cell is None or not cell.runs:
        return Target()
    if not all(run.role in _PARTS for run in cell.runs):
        return None
    parts = ["", "", ""]
    for run in cell.runs:
        parts[_PARTS[run.role]] += run.text
    return Target(*parts)
