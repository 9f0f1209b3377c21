"""The rows below one header that hold a category or an indicator, told from heads, sums and remarks between them."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from pbeditor.model.fillers import says_something
from pbeditor.sheet.columns import Columns, columns_of, is_head_again
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.grid_aside import across, is_aside
from pbeditor.sheet.grid_end import grid_end
from pbeditor.sheet.joined_levels import with_levels
from pbeditor.sheet.line_kinds import CONTINUED
from pbeditor.sheet.row_levels import continued
from pbeditor.sheet.terms import is_other_term, nearness


class GridLines:
    """What stands in which row of a grid. A view that never changes after it is made.

    `above` are the levels that blank cells of the first rows go on with, `found` the columns where they are known.
    """

    def __init__(
        self, grid: Grid, header: int, labels: Labels, above: Mapping[str, str], found: Columns | None = None
    ) -> None:
        self.grid = grid
        self.header = header
        self.labels = labels
        self.found = found or columns_of(grid, header, labels)
        self.columns, self.below = self.found.placed, self.found.below
        self.heads_below = {cell.column: cell for cell in reversed(self.below)}
        self.first = header + 1 + bool(self.below)
        self._above = above

    @cached_property
    def end(self) -> int:
        """The row below the last indicator."""
        if self.grid.own:
            return len(self.grid.rows)
        return grid_end(self.grid, self.first, self.columns, self.labels)

    @cached_property
    def used(self) -> frozenset[int]:
        """The grid columns that a field stands for; heads below a wide one have theirs for themselves."""
        ends = {cell.column for cell in self.below}
        places = (
            [cell.column]
            if cell.column in ends
            else [place for place in range(cell.column, cell.column + cell.columns) if place not in ends]
            for cell in self.columns.values()
        )
        return frozenset(chain.from_iterable(places))

    @cached_property
    def lines(self) -> list[tuple[int, dict[str, str]]]:
        """The rows with their texts by field, a level that goes on with the one above filled in."""
        lines = []
        above = self._above
        for index in range(self.first, self.end):
            if index in self.asides:
                continue
            texts = self.texts(index)
            told = [*filter(says_something, texts.values())]
            if told and not self.is_header(index) and not all(map(CONTINUED.fullmatch, told)):
                texts = above = continued(texts, above)
                lines.append((index, texts))
        return lines

    @property
    def levels(self) -> dict[str, str]:
        """The levels that a table goes on with which is cut off from this one."""
        texts = self.lines[-1][1] if not self.grid.own and self.lines else self._above
        return {field: texts.get(field, "") for field in ("level1", "level2")}

    @cached_property
    def asides(self) -> frozenset[int]:
        """The rows between the indicators that are none of the year's: sums, remarks over all columns, other terms."""
        rows = range(self.first, self.end)
        asides = {index for index in rows if is_aside(self.grid, index, self.columns, self.labels)}
        return frozenset(asides.union(*(rows for _, rows in self.other_terms)))

    @property
    def other_terms(self) -> list[tuple[str, range]]:
        """The rows for more years, each with what stands beside their heads, where other rows are for the year."""
        others = [(beside, rows) for beside, rows in self.terms if is_other_term(beside)]
        return others if any(nearness(beside) > 0 for beside, _ in self.terms) else []

    @cached_property
    def terms(self) -> list[tuple[str, range]]:
        """The rows below each row of heads, with what stands beside these: 年度绩效指标."""
        if self.grid.own:
            return []
        heads = [self.header, *(index for index in range(self.first, self.end) if self.is_header(index))]
        parts: list[tuple[str, range]] = []
        for index, end in zip(heads, [*heads[1:], self.end], strict=True):
            beside = self._beside_heads(index) or (parts[-1][0] if parts else "")
            parts.append((beside, range(index + 1, end)))
        return parts

    def _beside_heads(self, index: int) -> str:
        """What a row of heads says at their side of the rows below it."""
        sides = (cell.text for cell in self.grid.covering(index) if cell.column not in self.used)
        return next((text for text in sides if is_other_term(text) or nearness(text) > 0), "")

    def texts(self, index: int) -> dict[str, str]:
        """What a row says by field."""
        cells = {field: self.grid.at(index, cell.column) for field, cell in self.columns.items()}
        wide = across(self.grid, index, self.columns)
        if wide and not self.grid.own:  # the category of the rows below, or else an aside
            level = "level2" if self.labels.is_level2(wide.text) and "level2" in cells else "level1"
            cells = {field: cell if field == level or cell is not wide else None for field, cell in cells.items()}
        texts = {field: cell.text if cell else "" for field, cell in cells.items()}
        return texts if self.grid.own else with_levels(texts, self.labels.levels)

    def is_header(self, index: int) -> bool:
        """Whether a row says the heads again."""
        return is_head_again(self.grid, index, self.labels)

    def is_indicator(self, texts: Mapping[str, str]) -> bool:
        """Whether a row has more than its categories; one that says 无 behind them has no indicator."""
        if any(says_something(text) for field, text in texts.items() if field not in ("level1", "level2")):
            return True
        levels = (texts.get("level1", ""), texts.get("level2", ""))
        is_category = self.labels.is_level1, self.labels.is_level2
        return any(says_something(text) and not any(named(text) for named in is_category) for text in levels)
