"""Rows between the indicators of a foreign grid that are none themselves: what they add up to, and remarks."""

from collections.abc import Mapping

from pbeditor.model.fillers import says_something
from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.passing_line import is_page_number
from pbeditor.sheet.sheet import Cell

_SUM = r"(?:小计|合计|总计|总分)(?:\([^()]*\))?"
_ANY_SUM = pattern(rf"[^，。；、:]{{0,10}}{_SUM}")  # 产出指标小计
_ONLY_SUM = pattern(_SUM)  # 收入合计 may be the name of an indicator


def is_sum(text: str) -> bool:
    """Whether a text says that others add up and nothing else."""
    return _ONLY_SUM.fullmatch(label_key(text)) is not None


def across(grid: Grid, index: int, columns: Mapping[str, Cell]) -> Cell | None:
    """The cell of a row that lies over the categories and the names, where nothing is said of a value beside it."""
    if not {"level1", "name"} <= columns.keys():
        return None
    first = grid.at(index, columns["level1"].column)
    if first is None or first.columns == 1 or not first.text or grid.at(index, columns["name"].column) is not first:
        return None
    return None if _has_value(grid, index, columns, first) else first


def is_aside(grid: Grid, index: int, columns: Mapping[str, Cell], labels: Labels) -> bool:
    """Whether a row says what others add up to, the number of a page, or over all columns what is no category."""
    if (wide := across(grid, index, columns)) is not None:
        return not (labels.is_level1(wide.text) or labels.is_level2(wide.text))
    cells = {field: grid.at(index, columns[field].column) for field in ("level1", "level2", "name") if field in columns}
    begun = set(map(id, grid.rows[index].cells))
    texts = {field: cell.text for field, cell in cells.items() if cell and cell.text and id(cell) in begun}
    field, lead = next(iter(texts.items()), ("", ""))
    if not lead or any(text != lead for text in texts.values()):
        return False
    if field != "name":
        return _ANY_SUM.fullmatch(label_key(lead)) is not None or (is_page_number(lead) and len(texts) == 1)
    return is_sum(lead) and not _has_value(grid, index, columns, None)


def _has_value(grid: Grid, index: int, columns: Mapping[str, Cell], wide: Cell | None) -> bool:
    """Whether a row says a value in a cell that is not the wide one."""
    cells = (grid.at(index, columns[field].column) for field in ("target", "number") if field in columns)
    return any(cell and cell is not wide and says_something(cell.text) for cell in cells)
