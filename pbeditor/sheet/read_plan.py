"""The spending plan in the head table of a project: periods, and below each its percentage."""

from collections.abc import Callable, Iterator, Sequence

from pbeditor.model.amount import narrowed, number
from pbeditor.model.patterns import pattern
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import UNIT_IN_LABEL, Grid, label_key
from pbeditor.sheet.read_amount import stored
from pbeditor.sheet.sheet import Cell

_TWO_NUMBERS = pattern(r"[0-9]\s+[0-9]")
Line = tuple[list[Cell], list[Cell]]  # cells with periods, and those with percentages below them


class PlanRead:
    """What stands beside one label of a plan; `right_of` gives the cells there in its row or one further down.

    A view that never changes after it is made.
    """

    def __init__(self, grid: Grid, place: tuple[int, Cell] | None, right_of: Callable[[int], list[Cell]]) -> None:
        self._grid, self._right_of = grid, right_of
        self._row, self._label = place or (0, Cell())

    def periods(self) -> tuple[str, ...]:
        """The labels over the percentages, as printed; blank ones behind the last percentage are none."""
        return tuple(cell.text for cells, values in self.lines() for cell in self._used(cells, values))

    def percentages(self) -> tuple[str, ...]:
        """The percentages without their sign, in % of the budget, "" for none; those of our own files as they are."""
        lines, plan = tuple(self.lines()), list[str]()
        for cells, below in lines if any(below for _, below in lines) else ():
            values = {cell.column: stored(cell) for cell in below}
            plan += [values.get(cell.column, "") for cell in self._used(cells, below)]
        return tuple(plan if self._grid.own else map(_percent, plan))

    def lines(self) -> Iterator[Line]:
        """The lines of the plan; a long one goes on beside the same label."""
        yield self._right_of(0), self._right_of(1)
        for down in range(2, self._label.rows - 1, 2):
            cells = self._right_of(down)
            is_same_label = self._grid.at(self._row + down + 1, self._label.column) is self._label
            if not is_same_label or any(map(self._is_figure, cells)) or self._says_again(cells):
                return
            yield cells, self._right_of(down + 1)

    def _used(self, cells: list[Cell], below: list[Cell]) -> list[Cell]:
        values = {cell.column: cell.text for cell in below}
        used = [place for place, cell in enumerate(cells, 1) if self._grid.own or cell.text or values.get(cell.column)]
        return cells[: max(used, default=0)]

    def _says_again(self, cells: Sequence[Cell]) -> bool:
        """Whether a foreign table names periods of the first line again, for amounts below the percentages."""
        known = {_bare(cell.text) for cell in self._right_of(0) if cell.text}
        return not self._grid.own and any(_bare(cell.text) in known for cell in cells)

    def _is_figure(self, cell: Cell) -> bool:
        return cell.role == sheet.VALUE if self._grid.own else number(_percent(cell.text)) is not None


def _bare(label: str) -> str:
    """What a label is known by without the unit in its brackets."""
    return UNIT_IN_LABEL.sub("", label_key(label))


def _percent(text: str) -> str:
    """A percentage without its sign and in plain digits; anything else as it is."""
    plain = narrowed(text).removesuffix("%")
    return text if number(plain) is None or _TWO_NUMBERS.search(text) else plain
