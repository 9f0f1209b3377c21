"""Columns of a grid that their head alone does not tell, and what stands below it does."""

from collections.abc import Iterator, Mapping, Sequence

from pbeditor.model.fillers import says_something
from pbeditor.model.measuring_units import is_unit
from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.passing_line import says_year
from pbeditor.sheet.sheet import Cell

_ROWS = 40  # below the heads that are looked at
_UNIT = "单位"  # of measure, or the one that has to reach the value
_FOURTH = "四级指标"
_DOUBTS = {
    "level1": "“{}”一栏已分作一级和二级指标，请核对",
    "target": "“{}”一栏已作指标值，请核对",
    "name": "“{}”一栏已作指标名称，请核对",
}


def told_by_rows(
    grid: Grid, header: int, heads: Sequence[Cell], known: Mapping[str, object], labels: Labels
) -> dict[str, list[Cell]]:
    """Heads for fields beyond the `known` ones: years alone for values, 单位 over units of measure.

    So is the one over texts that name both categories, as 产出指标-数量指标 does.
    """
    found: dict[str, list[Cell]] = {}
    if "level1" not in known and "level2" not in known:
        found["level1"] = [cell for cell in heads if _are_levels([*_filled(grid, header, cell)], labels)]
    if "target" not in known and "number" not in known:
        found["target"] = [cell for cell in heads if says_year(cell.text)]
    if "words" not in known:
        units = (cell for cell in heads if label_key(cell.text) == _UNIT)
        found["words"] = [cell for cell in units if _are_units([*_filled(grid, header, cell)])]
    return {field: cells for field, cells in found.items() if cells}


def with_fourth_level(grid: Grid, header: int, placed: dict[str, Cell], labels: Labels) -> dict[str, Cell]:
    """The columns of a grid with a filled 四级指标: it has the names, and the categories may stand one column off."""
    fourth = next((cell for cell in grid.covering(header) if label_key(cell.text) == _FOURTH), None)
    if fourth is None or "name" not in placed or next(_filled(grid, header, fourth), None) is None:
        return placed
    third = [*_filled(grid, header, placed["name"])]
    if "level2" in placed and third and all(map(labels.is_level2, third)):
        return placed | {"level1": placed["level2"], "level2": placed["name"], "name": fourth}
    return placed | {"name": fourth}


def doubt_of(placed: Mapping[str, Cell], labels: Labels) -> tuple[str, tuple[str, ...]]:
    """What a person should look at for what the rows told, and the heads."""
    by_rows = {field: cell.text for field, cell in placed.items() if not labels.says_column(cell.text)}
    found = [(message, by_rows[field]) for field, message in _DOUBTS.items() if field in by_rows]
    return "；".join(message.format(text) for message, text in found), tuple(text for _, text in found)


def _are_units(texts: Sequence[str]) -> bool:
    return bool(texts) and all(map(is_unit, texts))


def _are_levels(texts: Sequence[str], labels: Labels) -> bool:
    return bool(texts) and all(map(labels.levels, texts))


def _filled(grid: Grid, header: int, head: Cell) -> Iterator[str]:
    """What stands below a head and says something."""
    rows = range(header + 1, min(header + 1 + _ROWS, len(grid.rows)))
    cells = (grid.at(index, head.column) for index in rows)
    yield from (cell.text for cell in cells if cell and cell is not head and says_something(cell.text))
