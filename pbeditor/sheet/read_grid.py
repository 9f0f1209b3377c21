"""The indicator grid, read by the labels of its columns."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.model.fillers import DITTO, says_something
from pbeditor.sheet.columns import Columns, columns_of, is_head_again
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_aside import across, is_aside
from pbeditor.sheet.grid_end import grid_end
from pbeditor.sheet.group_heads import heads_over
from pbeditor.sheet.line_kinds import CONTINUED
from pbeditor.sheet.sheet import TARGET_PARTS, Cell, Table
from pbeditor.sheet.value_parts import from_columns, unit_doubts, unit_in_head, with_unit


class GridRow(Struct, frozen=True):
    """One indicator as read: texts by field, the value's parts where the file tells them, and what has no column."""

    index: int
    texts: dict[str, str]
    target: Target | None
    extra: tuple[str, ...] = ()
    moved: bool = False  # whether its levels stood in other columns
    lost: str = ""  # the name of a level that the form does not have
    parts: tuple[str, ...] = ()  # texts of cells that begin here and were put together to the value


class HeadedGrid:
    """The rows below one header. A view that never changes after it is made."""

    def __init__(
        self,
        grid: Grid,
        header: int,
        labels: Labels,
        above: Mapping[str, str] | None = None,
        found: Columns | None = None,
    ) -> None:
        """`above` are the levels that blank cells of the first rows go on with, `found` the columns where known."""
        self._above = above or {}
        self._grid = grid
        self._header = header
        self._labels = labels
        self._found = found = found or columns_of(grid, header, labels)
        self._below, self._columns = found.below, found.placed
        self._heads_below = {cell.column: cell for cell in reversed(found.below)}
        self.doubt, self.doubted = found.doubt, "、".join(found.heads)
        ends = {cell.column for cell in self._below}
        places = (
            [cell.column]
            if cell.column in ends
            else [place for place in range(cell.column, cell.column + cell.columns) if place not in ends]
            for cell in self._columns.values()
        )
        self._used = frozenset(chain.from_iterable(places))
        value = self._columns.get("target")
        self._unit = unit_in_head(value.text)[0] if value and not grid.own else ""

    def rows(self) -> Iterator[GridRow]:
        """The indicators; blank rows and repeated headers of foreign files are passed over."""
        if self._grid.own:
            for index in range(self._header + 1, len(self._grid.rows)):
                texts = self._texts(index)
                yield GridRow(index, texts, self._target(index, texts)[0])
            return
        off = any(_is_off(texts, self._labels) for _, texts in self._lines)
        for index, texts in self._lines:
            if self._is_indicator(texts):
                yield self._foreign(index, dict(texts), off=off)

    @property
    def levels(self) -> dict[str, str]:
        """The levels that a table goes on with which is cut off from this one."""
        texts = self._lines[-1][1] if not self._grid.own and self._lines else self._above
        return {field: texts.get(field, "") for field in ("level1", "level2")}

    def rest(self) -> Table | None:
        """The rows of the table below the indicators."""
        rows = self._grid.rows[self._end :]
        return Table(rows) if any(cell.text for row in rows for cell in row.cells) else None

    def left_over(self) -> Iterator[str]:
        """What stands in no indicator: heads of blank columns that no field stands for, rows with nothing else."""
        if self._grid.own:
            return
        below = range(self._header + 1, self._end)
        heads = set(map(id, self._below))
        for cell in (*self._grid.rows[self._header].cells, *self._below):
            if cell.text and cell.column not in self._used and not self._labels.column(self._grid, cell):
                filled = (self._grid.at(index, cell.column) for index in below)
                if not any(each and each.text and each is not cell and id(each) not in heads for each in filled):
                    yield cell.text
        yield from self._weighed()
        indicators = {index for index, texts in self._lines if self._is_indicator(texts)}
        for index in below:
            if index in self._asides:
                texts = (cell.text for cell in self._grid.rows[index].cells if cell.text)
                yield from (text for text in texts if not CONTINUED.fullmatch(text))
            elif index not in indicators and not (self._below and index == self._header + 1):
                yield from (text for text in self._extra(index) if not self._is_header(index))

    def _weighed(self) -> Iterator[str]:
        """The categories that say their weight, which has no place."""
        levels = {self._columns[field].column for field in ("level1", "level2") if field in self._columns}
        for row in self._grid.rows[self._first : self._end]:
            yield from (c.text for c in row.cells if c.column in levels and self._labels.says_weight(c.text))

    def doubts(self) -> Iterator[tuple[str, str]]:
        """What may be wrong with the values for a unit in the head of their column, and that head."""
        if "target" not in self._columns or self._grid.own:
            return
        head = self._columns["target"].text
        values = [texts["target"] for _, texts in self._lines if texts.get("target")]
        for doubt in unit_doubts(head, values):
            yield doubt, head

    def heads_over(self) -> Iterator[str]:
        """The heads of a foreign table that stand over those of its columns."""
        return iter(()) if self._grid.own else heads_over(self._grid, self._header, self._below, self._labels)

    def unfilled(self) -> Iterator[str]:
        """The categories that have a row and no indicator."""
        if self._grid.own:
            return
        told: set[tuple[str, str]] = set()
        blank: dict[tuple[str, str], None] = {}
        for _, texts in self._lines:
            levels = (texts["level1"], texts["level2"])
            if self._is_indicator(texts):
                told |= {levels, (texts["level1"], "")}
            else:
                blank[levels] = None
        for levels in blank:
            if levels not in told:
                yield " / ".join(filter(says_something, levels))

    def goes_on(self, grid: Grid, *, told: bool = False, below: bool = False) -> bool:
        """Whether a table without labels goes on with the rows of this one: its categories stand in the same columns.

        So it is where a page or a blank row cut a table and did not repeat its header; `told` says that the text
        between them speaks of such a cut, `below` that it is of the same table, where other rows stand between.
        One that begins with what ends the rows goes on with none.
        """
        labels, width = self._labels, self._width(self._grid)
        levels = [self._columns[field].column for field in ("level1", "level2") if field in self._columns]
        cells = [grid.at(index, column) for index in range(len(grid.rows)) for column in levels]
        known = any(cell and (labels.is_level1(cell.text) or labels.is_level2(cell.text)) for cell in cells)
        if not (known or told) or self._grid.own or grid.own or not (below or self._width(grid) == width):
            return False
        return grid_end(grid, 0, self._columns, labels) > 0

    def with_rows(self, grid: Grid) -> "HeadedGrid":
        """The header over the rows of a table that goes on with it."""
        heads = self._grid.rows[self._header : self._first]
        return HeadedGrid(Grid(Table((*heads, *grid.rows))), 0, self._labels, self.levels, self._found)

    @staticmethod
    def _width(grid: Grid) -> int:
        return max((cell.column + cell.columns for row in grid.rows for cell in row.cells), default=0)

    @property
    def _first(self) -> int:
        return self._header + 1 + bool(self._below)

    @cached_property
    def _end(self) -> int:
        if self._grid.own:
            return len(self._grid.rows)
        return grid_end(self._grid, self._first, self._columns, self._labels)

    @cached_property
    def _lines(self) -> list[tuple[int, dict[str, str]]]:
        """The rows that hold a category or an indicator, with their texts and the levels they go on with."""
        lines = []
        above = self._above
        for index in range(self._first, self._end):
            texts = self._texts(index)
            told = [*filter(says_something, texts.values())]
            if index in self._asides:
                continue
            if told and not self._is_header(index) and not all(map(CONTINUED.fullmatch, told)):
                texts = above = _continued(texts, above)
                lines.append((index, texts))
        return lines

    @cached_property
    def _asides(self) -> frozenset[int]:
        """The rows between the indicators that are none: sums, and remarks over all columns."""
        rows = range(self._first, self._end)
        return frozenset(index for index in rows if is_aside(self._grid, index, self._columns, self._labels))

    def _is_indicator(self, texts: Mapping[str, str]) -> bool:
        """Whether a row has more than its categories; one that says 无 behind them has no indicator."""
        if any(says_something(text) for field, text in texts.items() if field not in ("level1", "level2")):
            return True
        levels = (texts.get("level1", ""), texts.get("level2", ""))
        is_category = self._labels.is_level1, self._labels.is_level2
        return any(says_something(text) and not any(named(text) for named in is_category) for text in levels)

    def _foreign(self, index: int, texts: dict[str, str], *, off: bool) -> GridRow:
        labels = self._labels
        placed = _with_name(_with_plain_categories(texts, labels, off=off), labels, has_names="name" in self._columns)
        lost = texts.get("level1", "") if off and placed["level1"] == labels.whole(texts.get("level2", "")) else ""
        moved = any(
            placed[field] not in ("".join(texts.get(field, "").split()), labels.whole(texts.get(field, "")))
            for field in ("level1", "level2")
            if placed[field] or texts.get(field)
        )
        target, unit = self._target(index, placed)
        extra = (f"{self._columns['words'].text}：{unit}",) if unit else ()
        return GridRow(index, placed, target, (*self._extra(index), *extra), moved, lost, tuple(self._parts(index)))

    def _texts(self, index: int) -> dict[str, str]:
        cells = {field: self._grid.at(index, cell.column) for field, cell in self._columns.items()}
        wide = across(self._grid, index, self._columns)
        if wide and not self._grid.own:  # the category of the rows below, or else an aside
            level = "level2" if self._labels.is_level2(wide.text) and "level2" in cells else "level1"
            cells = {field: cell if field == level or cell is not wide else None for field, cell in cells.items()}
        return {field: cell.text if cell else "" for field, cell in cells.items()}

    def _is_header(self, index: int) -> bool:
        return is_head_again(self._grid, index, self._labels)

    def _target(self, index: int, texts: dict[str, str]) -> tuple[Target | None, str]:
        """The value where its parts stand apart, as runs or as columns, and a unit that does not fit it.

        It is None where it has to be split. The texts of part columns are taken out of `texts`.
        """
        if not self._columns.keys().isdisjoint(TARGET_PARTS):
            operator, number, words, value = (texts.pop(part, "") for part in (*TARGET_PARTS, "target"))
            return from_columns(operator, number, words, value, self._unit)
        if "target" not in texts:
            return Target(), ""
        target = _runs_of(self._grid.at(index, self._columns["target"].column))
        return (with_unit(texts["target"], self._unit) if target is None and self._unit else target), ""

    def _parts(self, index: int) -> Iterator[str]:
        """The texts of cells that are parts of a value in columns of their own."""
        if not self._columns.keys().isdisjoint(TARGET_PARTS):
            columns = {self._columns[part].column for part in (*TARGET_PARTS, "target") if part in self._columns}
            cells = (cell for cell in self._grid.rows[index].cells if cell.column in columns and cell.text)
            yield from (cell.text for cell in cells if self._grid.at(index, cell.column) is cell)  # else it is covered

    def _extra(self, index: int) -> Iterator[str]:
        """Cells of columns that no field of ours stands for, with the head of their column."""
        for cell in self._grid.rows[index].cells:
            if cell.column not in self._used and cell.text:
                head = self._heads_below.get(cell.column) or self._grid.at(self._header, cell.column)
                if not head or head.text != cell.text or not self._labels.column(self._grid, head):
                    yield f"{head.text if head else ''}：{cell.text}"


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


def _continued(texts: dict[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """A category that is blank or 同上 goes on with the one above; a blank 二级 only where 一级 goes on too."""
    own1, own2 = ("" if texts.get(field) in DITTO else texts.get(field, "") for field in ("level1", "level2"))
    level1 = own1 or above.get("level1", "")
    same = level1 == above.get("level1")
    level2 = own2 or (above.get("level2", "") if same else "")
    return {**texts, "level1": level1, "level2": level2}


def _runs_of(cell: Cell | None) -> Target | None:
    if cell is None or not cell.runs:
        return Target()
    if not all(run.role in TARGET_PARTS for run in cell.runs):
        return None
    parts = ["", "", ""]
    for run in cell.runs:
        parts[TARGET_PARTS.index(run.role)] += run.text
    return Target(*parts)
