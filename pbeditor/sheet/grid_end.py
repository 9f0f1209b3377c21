"""Where the rows of indicators end: what stands below them in the same table belongs to the head or to nobody."""

from collections.abc import Mapping

from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import FILLERS, Grid, Labels, label_key
from pbeditor.sheet.read_paragraphs import CONTINUED
from pbeditor.sheet.sheet import Cell

# The first words of lines below a table that say who filled it in, what it adds up to, or a remark.
_FOOT = pattern(
    r"[^:]{2,12}:.*|(?:填表|填报|制表|复核|审核)(?:人|单位|部门|日期|时间)?|(?:项目|单位|财务|部门)?(?:负责人|经办人|联系人)|联系(?:电话|方式)"
    r"|[合总小]计|[备附]?注.*|(?:其他|其它|需要)*说明(?:的?(?:问题|事项|情况))?",
)


def grid_end(grid: Grid, first: int, columns: Mapping[str, Cell], labels: Labels, least: int) -> int:
    """The row below the last indicator of the rows from `first` on.

    A label of the head at the left ends them; so does, below the last row of a category, one that starts with another
    word there and has no indicator in it, and any such row with a header right below. `least` labels make a header.
    """
    levels = [columns[field].column for field in ("level1", "level2") if field in columns]
    if not levels:
        return len(grid.rows)
    left = min(cell.column for cell in columns.values())
    rows = range(first, len(grid.rows))
    known = {index for index in rows if _has_category(grid, index, levels, labels)}
    last = max(known, default=len(grid.rows))
    for index in rows:
        lead = next((cell for cell in grid.rows[index].cells if cell.text), None)
        if lead is None or lead.column > left or index in known or CONTINUED.fullmatch(lead.text):
            continue
        if labels.head(grid, lead) or labels.glued(grid, lead):
            return index
        below = index > last or (index > first and _is_header(grid, index + 1, labels, least))
        if below and _closes(grid, index, lead, columns):
            return index
    return len(grid.rows)


def _has_category(grid: Grid, index: int, levels: list[int], labels: Labels) -> bool:
    cells = (grid.at(index, column) for column in levels)
    return any(cell and (labels.is_level1(cell.text) or labels.is_level2(cell.text)) for cell in cells)


def _is_header(grid: Grid, index: int, labels: Labels, least: int) -> bool:
    cells = grid.rows[index].cells if index < len(grid.rows) else ()
    return sum(bool(labels.column(grid, cell)) for cell in cells) >= least


def _closes(grid: Grid, index: int, lead: Cell, columns: Mapping[str, Cell]) -> bool:
    """Whether a row starts as lines below a table do, or has neither name nor value of an indicator."""
    if lead.text in FILLERS:
        return False
    name = "name" if "name" in columns else "level2"
    cells = (grid.at(index, columns[field].column) for field in (name, "target", "number") if field in columns)
    own = [cell.text for cell in cells if cell and cell is not lead and _starts_in(columns, cell)]
    return _FOOT.fullmatch(label_key(lead.text)) is not None or all(not text or text in FILLERS for text in own)


def _starts_in(columns: Mapping[str, Cell], cell: Cell) -> bool:
    """Whether a cell has one column for itself; a wide one is a remark's."""
    covered = [each for each in columns.values() if cell.column <= each.column < cell.column + cell.columns]
    return len(covered) == 1
