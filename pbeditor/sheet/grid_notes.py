"""What the import report says of an indicator grid: what was guessed in it, and what has no place."""

from collections.abc import Iterator, Sequence

from pbeditor.sheet.project_notes import NO_FIELD
from pbeditor.sheet.read_grid import GridRow, HeadedGrid
from pbeditor.sheet.sheet import Note

_NO_COLUMN = "这一列没有对应的栏目，未导入"
_NO_COLUMN_OF_ROWS = "这一列没有对应的栏目，{} 行的内容未导入"
_MOVED = "这张表的指标级次与表样不同，已按类别名称归位，请核对一级、二级指标"
_APART = "一格里有几条指标，已按行分成几条，请核对"
_UNFILLED = "这个类别下没有指标，未导入"


def grid_notes(grid: HeadedGrid, rows: Sequence[GridRow], first: int, where: str, project_id: str) -> Iterator[Note]:
    """What to say of a grid that was read into `rows`, the first of which is that of number `first` of its project."""
    place = f"projects/{project_id}/indicators"
    yield from _beside(rows, first, where, place)
    if any(row.moved for row in rows):
        given_up = dict.fromkeys(row.lost for row in rows if row.lost)
        yield Note(where, "guessed", _MOVED, "、".join(given_up), place)
    for text in dict.fromkeys(row.apart for row in rows if row.apart):
        yield Note(where, "guessed", _APART, text, place)
    for message, text in grid.doubts():
        yield Note(where, "guessed", message, text, place)
    if grid.doubt:
        yield Note(where, "guessed", grid.doubt, grid.doubted, place)
    for text in grid.left_over():
        yield Note(where, "ignored", NO_FIELD, text, place)
    for text in grid.unfilled():
        yield Note(where, "ignored", _UNFILLED, text, place)


def _beside(rows: Sequence[GridRow], first: int, where: str, place: str) -> Iterator[Note]:
    """A line for each column without a field, such as 备注 or 权重, however many rows have something there."""
    columns: dict[str, list[tuple[int, str]]] = {}
    for number, row in enumerate(rows, first):
        for head, text in row.extra:
            columns.setdefault(head, []).append((number, text))
    for head, cells in columns.items():
        (start, _), (stop, _), count = cells[0], cells[-1], len(cells)
        message = _NO_COLUMN if count == 1 else _NO_COLUMN_OF_ROWS.format(count)
        numbers = f"{start}—{stop}" if count > 1 else f"{start}"
        texts = " / ".join(text for _, text in cells)
        yield Note(f"{where}绩效指标第{numbers}行", "ignored", message, f"{head}：{texts}", place)
