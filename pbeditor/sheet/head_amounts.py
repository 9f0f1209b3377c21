"""The amounts in the head table of a project, with the units of money that its labels and corners state."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import asdict, astuple

from pbeditor.model.amount import BUDGET_PARTS, MONEY_UNITS, number
from pbeditor.model.document import Budget
from pbeditor.model.fillers import says_something
from pbeditor.model.patterns import pattern
from pbeditor.sheet.amount_parts import amount_parts
from pbeditor.sheet.grid import Labels, label_key
from pbeditor.sheet.head_places import HeadPlaces
from pbeditor.sheet.money_line import money_said
from pbeditor.sheet.read_amount import read_amount, stored
from pbeditor.sheet.sheet import Cell

# A label over all amounts of a table: 项目资金（万元）.
_OVER_AMOUNTS = pattern(r"[^，。；、]{0,10}(?:资金|预算|金额|经费|投资)[^，。；、]{0,4}")
_AMOUNTS = pattern(r"(?:项目|预算|年度|支出)*(?:资金|预算|金额|经费)(?:情况|来源|构成|安排)?(?:\(\))?")


class HeadAmounts:
    """What stands beside the labels of amounts. A view that never changes after it is made.

    `above` are the cells above all labels, `outside` is the unit of money of the text above the table, or the corner of
    a table before it.
    """

    def __init__(self, places: HeadPlaces, labels: Labels, above: Sequence[Cell], outside: str) -> None:
        self._places = places
        self._above = above
        self._budgets: dict[str, Budget] = {}  # by the unit of money: each is asked for several times
        self._grid, self._found = places.grid, places.found
        self._labels = labels
        self._outside = outside

    def budget(self, money_unit: str) -> Budget:
        """The amounts in `money_unit`."""
        found = self._budgets.get(money_unit)
        if found is None:
            found = Budget(*(self._amount(field, money_unit) for field in BUDGET_PARTS))
            self._budgets[money_unit] = found
        return found

    def converted(self, money_unit: str) -> str:
        """The amounts as printed when they are not read letter by letter: put into another unit, plain digits."""
        printed = [self._beside(field) for field in BUDGET_PARTS]
        read = list(astuple(self.budget(money_unit)))
        return "" if printed == read else " / ".join(text for text in printed if text)

    def unread(self, money_unit: str) -> Iterator[tuple[str, str]]:
        """Fields and texts of amounts in which no number could be read."""
        for field, text in asdict(self.budget(money_unit)).items():
            if says_something(text) and number(text) is None:
                yield field, text

    def unknown_units(self) -> str:
        """What the table states as the unit of its amounts where that is none that can be reckoned with."""
        units = dict.fromkeys(self._unit_of(field) for field in BUDGET_PARTS if self._beside(field))
        return "、".join(unit for unit in units if unit and unit not in MONEY_UNITS)

    def cells(self) -> Iterator[Cell]:
        """The cells with amounts."""
        cells = (self._cell(field) for field in BUDGET_PARTS if self._beside(field))
        yield from filter(None, cells)

    @cached_property
    def money_unit(self) -> str:
        """The unit of money that the corner of the table states, or ""; two of them together are none that is known."""
        if self._grid.own:
            corners = (cell.text for cell in self.corners)
            return next((re.sub(r"^[^：:]*[：:]", "", text).strip() for text in corners), "")
        stated = (money_said(cell.text)[1] for cell in (*self.corners, *self._above))
        return "／".join(dict.fromkeys(filter(None, stated)))

    @cached_property
    def corners(self) -> list[Cell]:
        """The cells that state the unit of money alone."""
        grid, labels = self._grid, self._labels
        return [cell for row in grid.rows for cell in row.cells if cell.runs and labels.is_money_unit(grid, cell)]

    @cached_property
    def headings(self) -> list[Cell]:
        """The cells of foreign tables that only stand at the left of the amounts as what they are about: 项目资金."""
        found = {}
        for row, label in (self._found[field] for field in BUDGET_PARTS if field in self._found and not self._grid.own):
            left = self._grid.at(row, label.column - 1)
            if left and _AMOUNTS.fullmatch(label_key(money_said(left.text)[0])) and not self._places.is_label(left):
                found[id(left)] = left
        return list(found.values())

    def _amount(self, field: str, wanted: str) -> str:
        if field in self._apart:
            return read_amount(self._apart[field], self._unit_of("total") or wanted, wanted)
        text, cell = self._beside(field), self._cell(field)
        if self._grid.own or not (text and cell):
            return text
        return read_amount(stored(cell), self._unit_of(field) or wanted, wanted)

    @cached_property
    def _apart(self) -> dict[str, str]:
        """The amounts that one cell says together, where no other cell says a part of them."""
        is_alone = not (self._grid.own or self._beside("fiscal") or self._beside("other"))
        return amount_parts(self._beside("total"), self._labels.heads) if is_alone else {}

    def _beside(self, field: str) -> str:
        return self._places.text_beside(field)

    def _cell(self, field: str) -> Cell | None:
        return self._places.cell_beside(field)

    def _unit_of(self, field: str) -> str:
        """The unit of money of one amount: as its own label says, else the table, else what stands before it."""
        return self._in_label(field) or self.money_unit or self._over_amounts or self._outside

    def _in_label(self, field: str) -> str:
        return money_said(self._found[field][1].text)[1] if field in self._found else ""

    @cached_property
    def _over_amounts(self) -> str:
        """The unit of money in a label over all amounts, else in those of the other amounts; "" for none."""
        values = {id(self._cell(field)) for field in self._found}
        for row in self._grid.rows:
            for cell in row.cells:
                rest, unit = money_said(cell.text)
                is_over = unit and _OVER_AMOUNTS.fullmatch(rest)
                if is_over and id(cell) not in values and not self._places.is_label(cell):
                    return unit
        return "／".join(dict.fromkeys(filter(None, map(self._in_label, BUDGET_PARTS))))
