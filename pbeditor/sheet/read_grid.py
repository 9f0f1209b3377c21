"""The indicator grid, read by the labels of its columns."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.sheet.columns import Columns
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_end import grid_end
from pbeditor.sheet.grid_left_over import beside_fields, left_over, unfilled
from pbeditor.sheet.grid_lines import GridLines
from pbeditor.sheet.group_heads import heads_over
from pbeditor.sheet.row_items import items
from pbeditor.sheet.row_levels import are_moved, is_off, placed_levels
from pbeditor.sheet.sheet import TARGET_PARTS, Row, Table
from pbeditor.sheet.value_parts import from_columns, from_runs, unit_doubts, unit_in_head, with_unit

_OTHER_TERM = "指标按中期（长期）和年度分列，已取年度的，这几行未导入，请核对"


class GridRow(Struct, frozen=True):
    """One indicator as read: texts by field, the value's parts where the file tells them, and what has no column."""

    index: int
    texts: dict[str, str]
    target: Target | None
    extra: tuple[tuple[str, str], ...] = ()  # with the heads
    moved: bool = False  # whether its levels stood in other columns
    lost: str = ""  # the name of a level that the form does not have
    parts: tuple[str, ...] = ()  # texts of cells that begin here and were put together to the value, or taken apart
    apart: str = ""  # the name cell of several indicators, of which this is one


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
        self._grid = grid
        self._labels = labels
        self._lines = GridLines(grid, header, labels, above or {}, found)
        self._columns = self._lines.columns
        self.doubt, self.doubted = self._lines.found.doubt, "、".join(self._lines.found.heads)
        value = self._columns.get("target")
        self._unit = unit_in_head(value.text)[0] if value and not grid.own else ""
        self._has_parts = not self._columns.keys().isdisjoint(TARGET_PARTS)

    def rows(self) -> Iterator[GridRow]:
        """The indicators; blank rows and repeated headers of foreign files are passed over."""
        if self._grid.own:
            for index in range(self._lines.header + 1, len(self._grid.rows)):
                texts = self._lines.texts(index)
                yield GridRow(index, texts, self._target(index, texts)[0])
            return
        off = any(is_off(texts, self._labels) for _, texts in self._lines.lines)
        for index, texts in self._lines.lines:
            if self._lines.is_indicator(texts):
                yield from self._foreign(index, texts, off=off)

    @property
    def levels(self) -> dict[str, str]:
        """The levels that a table goes on with which is cut off from this one."""
        return self._lines.levels

    def rest(self) -> Table | None:
        """The rows of the table below the indicators."""
        rows = self._grid.rows[self._lines.end :]
        return Table(rows) if any(cell.text for row in rows for cell in row.cells) else None

    def left_over(self) -> Iterator[str]:
        """What stands in no indicator."""
        return left_over(self._lines)

    def unfilled(self) -> Iterator[str]:
        """The categories that have a row and no indicator."""
        return unfilled(self._lines)

    def doubts(self) -> Iterator[tuple[str, str]]:
        """What may be wrong with the rows that were taken, and the head for which it may."""
        for beside, _ in self._lines.other_terms:
            yield _OTHER_TERM, beside
        if "target" not in self._columns or self._grid.own:
            return
        head = self._columns["target"].text
        values = [texts["target"] for _, texts in self._lines.lines if texts.get("target")]
        for doubt in unit_doubts(head, values):
            yield doubt, head

    def heads_over(self) -> Iterator[str]:
        """The heads of a foreign table that stand over those of its columns, or beside them for the rows below."""
        lines = self._lines
        if not self._grid.own:
            yield from heads_over(self._grid, lines.header, lines.below, self._labels)
            yield from (beside for beside, _ in lines.terms if beside)

    def goes_on(self, grid: Grid, *, told: bool = False, below: bool = False) -> bool:
        """Whether a table without labels goes on with the rows of this one: its categories stand in the same columns.

        So it is where a page or a blank row cut a table and did not repeat its header; `told` says that the text
        between them speaks of such a cut, `below` that it is of the same table, where other rows stand between.
        One that begins with what ends the rows goes on with none.
        """
        labels = self._labels
        widths = (_width(self._grid.rows), _width(self._grid.rows[self._lines.header : self._lines.end]))
        levels = [self._columns[field].column for field in ("level1", "level2") if field in self._columns]
        cells = [grid.at(index, column) for index in range(len(grid.rows)) for column in levels]
        known = any(cell and (labels.is_level1(cell.text) or labels.is_level2(cell.text)) for cell in cells)
        if not (known or told) or self._grid.own or grid.own or not (below or _width(grid.rows) in widths):
            return False
        return grid_end(grid, 0, self._columns, labels) > 0

    def with_rows(self, grid: Grid) -> "HeadedGrid":
        """The header over the rows of a table that goes on with it."""
        heads = self._grid.rows[self._lines.header : self._lines.first]
        return HeadedGrid(Grid(Table((*heads, *grid.rows))), 0, self._labels, self.levels, self._lines.found)

    def _foreign(self, index: int, texts: Mapping[str, str], *, off: bool) -> Iterator[GridRow]:
        """The indicator of a row, or those that are lines of its cells; what stands beside them goes with the first."""
        labels = self._labels
        placed = placed_levels(texts, labels, off=off, has_names="name" in self._columns)
        lost = texts.get("level1", "") if off and placed["level1"] == labels.whole(texts.get("level2", "")) else ""
        moved = are_moved(texts, placed, labels)
        extra, parts = (*beside_fields(self._lines, index),), (*self._parts(index),)
        found = items(placed)
        apart = placed["name"] if len(found) > 1 else ""
        if apart:
            several = (cell.text for cell in self._grid.rows[index].cells if "\n" in cell.text)
            parts = (*(text for text in parts if "\n" not in text), *several)
        for each in found:
            target, unit = self._target(index, each)
            unplaced = ((self._columns["words"].text, unit),) if unit else ()
            yield GridRow(index, each, target, (*extra, *unplaced), moved, lost, parts, apart)
            extra, parts = (), ()

    def _target(self, index: int, texts: dict[str, str]) -> tuple[Target | None, str]:
        """The value where its parts stand apart, as runs or as columns, and a unit that does not fit it.

        It is None where it has to be split. The texts of part columns are taken out of `texts`.
        """
        if self._has_parts:
            operator, number, words, value = (texts.pop(part, "") for part in (*TARGET_PARTS, "target"))
            return from_columns(operator, number, words, value, self._unit)
        if "target" not in texts:
            return Target(), ""
        target = from_runs(self._grid.at(index, self._columns["target"].column))
        return (with_unit(texts["target"], self._unit) if target is None and self._unit else target), ""

    def _parts(self, index: int) -> Iterator[str]:
        """The texts of cells that are parts of a value in columns of their own, or hold two categories."""
        levels = {self._columns[field].column for field in ("level1", "level2") if field in self._columns}
        row = self._grid.rows[index].cells
        yield from (cell.text for cell in row if cell.column in levels and self._labels.levels(cell.text))
        if self._has_parts:
            columns = {self._columns[part].column for part in (*TARGET_PARTS, "target") if part in self._columns}
            cells = (cell for cell in self._grid.rows[index].cells if cell.column in columns and cell.text)
            yield from (cell.text for cell in cells if self._grid.at(index, cell.column) is cell)  # else it is covered


def _width(rows: Iterable[Row]) -> int:
    return max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
