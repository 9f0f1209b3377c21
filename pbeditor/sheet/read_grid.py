"""The indicator grid, read by the labels of its columns."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import FILLERS, Grid, Labels
from pbeditor.sheet.sheet import Cell, Table
from pbeditor.sheet.value_parts import joined, unit_in_head, with_unit

_MINIMUM = 3  # column labels that make a row the header of a grid
_PARTS = {sheet.OPERATOR: 0, sheet.NUMBER: 1, sheet.WORDS: 2}


class GridRow(Struct, frozen=True):
    """One indicator as read: texts by field, the value's parts where the file tells them, and what has no column."""

    index: int
    texts: dict[str, str]
    target: Target | None
    extra: tuple[str, ...] = ()
    moved: bool = False  # whether its levels stood in other columns
    lost: str = ""  # the name of a level that the form does not have


def header_row(grid: Grid, labels: Labels) -> int | None:
    """The row that heads the indicator grid, or None where the table has none."""
    for index, row in enumerate(grid.rows):
        fields = {labels.column(grid, cell) for cell in row.cells} - {""}
        if len(fields) >= _least(labels) and fields & {"name", "target", "number"}:
            return index
    return None


def _least(labels: Labels) -> int:
    """In a layout that a person has explained, fewer labels are enough."""
    return _MINIMUM - 1 if labels.form.base else _MINIMUM


class HeadedGrid:
    """The rows below one header. A view that never changes after it is made."""

    def __init__(self, grid: Grid, header: int, labels: Labels) -> None:
        self._grid = grid
        self._header = header
        self._labels = labels
        self._below = [] if grid.own else subheads(grid, header, labels)
        self._columns = self._placed_columns()
        ends = {cell.column for cell in self._below}
        places = (
            [cell.column]
            if cell.column in ends
            else [place for place in range(cell.column, cell.column + cell.columns) if place not in ends]
            for cell in self._columns.values()
        )
        self._used = frozenset(chain.from_iterable(places))
        value = self._columns.get("target")
        self._unit, self._unknown = unit_in_head(value.text) if value and not grid.own else ("", "")

    def rows(self) -> Iterator[GridRow]:
        """The indicators; blank rows and repeated headers of foreign files are passed over."""
        if self._grid.own:
            for index in range(self._header + 1, len(self._grid.rows)):
                texts = self._texts(index)
                yield GridRow(index, texts, self._target(index, texts))
            return
        above: dict[str, str] = {}
        lines = []
        for index, texts in self._lines:
            above = _continued(texts, above)
            lines.append((index, above))
        off = any(_is_off(texts, self._labels) for _, texts in lines)
        for index, texts in lines:
            yield self._foreign(index, dict(texts), off=off)

    def left_over(self) -> Iterator[str]:
        """What stands in no indicator: heads of blank columns that no field stands for, rows with nothing else."""
        below = range(self._header + 1, len(self._grid.rows))
        for cell in (*self._grid.rows[self._header].cells, *self._below):
            if cell.text and cell.column not in self._used and not self._grid.own:
                filled = (self._grid.at(index, cell.column) for index in below)
                if not any(each and each.text and each not in (cell, *self._below) for each in filled):
                    yield cell.text
        if not self._grid.own:
            indicators = {index for index, _ in self._lines}
            for index in below:
                if index not in indicators and not (self._below and index == self._header + 1):
                    yield from (text for text in self._extra(index) if not self._is_header(index))

    def doubts(self) -> Iterator[tuple[str, str]]:
        """What may be wrong with the values for a unit in the head of their column, and that head."""
        if not (self._unit or self._unknown):
            return
        head = self._columns["target"].text
        values = [texts["target"] for _, texts in self._lines if texts.get("target")]
        bare = sum(with_unit(value, "") is not None for value in values)
        if self._unknown and bare:
            yield f"表头括号里的“{self._unknown}”没有加到指标值后面，请核对", head
        if self._unit and 0 < bare < len(values):
            yield f"表头里的单位“{self._unit}”只加到了没有写单位的数值后面，请核对", head

    def goes_on(self, grid: Grid) -> bool:
        """Whether a table without labels goes on with the rows of this one: its categories stand in the same columns.

        So it is where a page or a blank row cut a table and did not repeat its header.
        """
        labels, width = self._labels, self._width(self._grid)
        levels = [self._columns[field].column for field in ("level1", "level2") if field in self._columns]
        cells = [grid.at(index, column) for index in range(len(grid.rows)) for column in levels]
        known = any(cell and (labels.is_level1(cell.text) or labels.is_level2(cell.text)) for cell in cells)
        return known and not (self._grid.own or grid.own) and self._width(grid) == width

    def with_rows(self, grid: Grid) -> "HeadedGrid":
        """The header over the rows of a table that goes on with it."""
        head = self._grid.rows[self._header]
        return HeadedGrid(Grid(Table((head, *grid.rows))), 0, self._labels)

    @staticmethod
    def _width(grid: Grid) -> int:
        return max((cell.column + cell.columns for row in grid.rows for cell in row.cells), default=0)

    def _placed_columns(self) -> dict[str, Cell]:
        """The first cell of the header for each field; heads below it are more exact than the one they share."""
        columns: dict[str, Cell] = {}
        ignored = {cell.column for cell in self._below if self._labels.is_ignored(cell)}
        heads = (cell for cell in self._grid.rows[self._header].cells if cell.column not in ignored)
        for cell in (*self._below, *heads):
            columns.setdefault(self._labels.column(self._grid, cell), cell)
        columns.pop("", None)
        return columns

    @cached_property
    def _lines(self) -> list[tuple[int, dict[str, str]]]:
        """The rows that hold an indicator, with its texts."""
        lines = []
        for index in range(self._header + 1 + bool(self._below), len(self._grid.rows)):
            texts = self._texts(index)
            if any(text and text not in FILLERS for text in texts.values()) and not self._is_header(index):
                lines.append((index, texts))
        return lines

    def _foreign(self, index: int, texts: dict[str, str], *, off: bool) -> GridRow:
        labels = self._labels
        placed = _with_name(_with_plain_categories(texts, labels, off=off), labels, has_names="name" in self._columns)
        lost = texts.get("level1", "") if off and placed["level1"] == labels.whole(texts.get("level2", "")) else ""
        moved = any(
            placed[field] != "".join(texts.get(field, "").split())
            for field in ("level1", "level2")
            if placed[field] or texts.get(field)
        )
        target, unit = self._foreign_target(index, placed)
        extra = (f"{self._columns['words'].text}：{unit}",) if unit else ()
        return GridRow(index, placed, target, (*self._extra(index), *extra), moved, lost)

    def _texts(self, index: int) -> dict[str, str]:
        cells = {field: self._grid.at(index, cell.column) for field, cell in self._columns.items()}
        return {field: cell.text if cell else "" for field, cell in cells.items()}

    def _is_header(self, index: int) -> bool:
        return sum(bool(self._labels.column(self._grid, cell)) for cell in self._grid.rows[index].cells) >= _least(
            self._labels
        )

    def _target(self, index: int, texts: dict[str, str]) -> Target | None:
        """The value where its parts stand apart, as runs or as columns; None where it has to be split.

        The texts of part columns are taken out of `texts`.
        """
        if not self._columns.keys() & {"operator", "number", "words"}:
            return _runs_of(self._grid.at(index, self._columns["target"].column)) if "target" in texts else Target()
        operator, number, words = (texts.pop(part, "") for part in ("operator", "number", "words"))
        value = texts.pop("target", "")
        return Target(operator, number or value, f"{value}{words}" if number and value else words)

    def _foreign_target(self, index: int, texts: dict[str, str]) -> tuple[Target | None, str]:
        """The same in a file of other hands, and a unit that does not fit the value."""
        if self._columns.keys() & {"operator", "number", "words"} and not (texts.get("number") and texts.get("target")):
            number, value = texts.pop("number", ""), texts.pop("target", "")
            return joined(texts.pop("operator", ""), number or value, texts.pop("words", ""))
        target = self._target(index, texts)
        return (with_unit(texts["target"], self._unit) if target is None and self._unit else target), ""

    def _extra(self, index: int) -> Iterator[str]:
        """Cells of columns that no field of ours stands for, with the head of their column."""
        for cell in self._grid.rows[index].cells:
            if cell.text and cell.column not in self._used:
                heads = (head for head in self._below if head.column == cell.column)
                head = next(heads, self._grid.at(self._header, cell.column))
                yield f"{head.text if head else ''}：{cell.text}"


def subheads(grid: Grid, header: int, labels: Labels, *, any_head: bool = False) -> list[Cell]:
    """The cells of a second row of heads, which tells apart the columns below a wide head; () for none.

    In such a row nothing stands under heads of one column only, and several texts under a wide one. That must be one of
    the form's unless a person has explained the layout or `any_head` will do.
    """
    if header + 1 >= len(grid.rows):
        return []
    below = [cell for cell in grid.rows[header + 1].cells if cell.text]
    any_head = any_head or bool(labels.form.base)
    wide = [
        cell
        for cell in grid.rows[header].cells
        if cell.columns > 1 and cell.text and (any_head or labels.column(grid, cell))
    ]
    spans = [range(cell.column, cell.column + cell.columns) for cell in wide]
    under = [cell for cell in below if any(cell.column in span for span in spans)]
    return below if len(under) > 1 and len(under) == len(below) else []


def _with_plain_categories(texts: dict[str, str], labels: Labels, *, off: bool) -> dict[str, str]:
    """Category labels that spaces or line breaks have torn apart, made whole; levels that stand one column off, moved.

    `off` says that the table has a level of its own above the form's: then a 二级 that names a 一级 is one.
    """
    level1, level2 = (labels.whole(texts.get(field, "")) for field in ("level1", "level2"))
    if off and labels.is_level1(level2):
        level1, level2 = level2, ""
    return {**texts, "level1": level1, "level2": level2}


def _is_off(texts: dict[str, str], labels: Labels) -> bool:
    """Whether a 二级 can only be one of the form's 一级."""
    level2 = texts.get("level2", "")
    return labels.is_level1(level2) and not labels.is_level2(level2)


def _with_name(texts: dict[str, str], labels: Labels, *, has_names: bool) -> dict[str, str]:
    """In a table of two levels the second one is the indicator's name, unless it is a category."""
    if has_names or labels.is_level2(texts["level2"]):
        return texts
    return {**texts, "level2": "", "name": texts["level2"]}


def _continued(texts: dict[str, str], above: dict[str, str]) -> dict[str, str]:
    """A blank category cell goes on with the one above; a blank 二级 only where 一级 goes on too."""
    level1 = texts.get("level1") or above.get("level1", "")
    same = level1 == above.get("level1")
    level2 = texts.get("level2") or (above.get("level2", "") if same else "")
    return {**texts, "level1": level1, "level2": level2}


def _runs_of(cell: Cell | None) -> Target | None:
    if cell is None or not cell.runs:
        return Target()
    if not all(run.role in _PARTS for run in cell.runs):
        return None
    parts = ["", "", ""]
    for run in cell.runs:
        parts[_PARTS[run.role]] += run.text
    return Target(*parts)
