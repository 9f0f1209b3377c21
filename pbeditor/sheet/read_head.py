"""The head table of a project, read by its labels."""

import re
from collections.abc import Iterator

from pbeditor.model.document import Budget, Project, Unit
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Cell

_GLUED_UNIT = re.compile(r"([0-9]{3,12})\s*(\S.*)", re.DOTALL)
_MINIMUM = 2  # labels that make a table a head


class Head:
    """What one head table says; blank where it says nothing."""

    def __init__(self, grid: Grid, labels: Labels) -> None:
        self._grid = grid
        self._labels = labels
        self.own = grid.own
        self._found = {field: (row, cell) for row, cell, field in _labelled(grid, labels)}

    def is_head(self) -> bool:
        """Whether enough labels stand in the table; our own files mark theirs, so there one is enough."""
        found = self._found.keys() & {"code", "name", "total", "purpose", "plan", "goals"}
        return len(found) >= (1 if self.own else _MINIMUM)

    def project(self, project_id: str, unit: Unit) -> Project:
        """The project without its indicators; `unit` is taken where the table names none."""
        return Project(
            project_id,
            unit=self.unit() or unit,
            code=self._beside("code"),
            name=self._beside("name"),
            budget=Budget(self._beside("total"), self._beside("fiscal"), self._beside("other")),
            purpose=self._below("purpose") or self._beside("purpose"),
            plan=self._plan(),
            goals=self._beside("goals"),
        )

    def unit(self) -> Unit | None:
        """The unit in the rows above the first label, or after a label of its own."""
        if "unit" in self._found:
            return _unit(self._value("unit"))
        first = min((row for row, _ in self._found.values()), default=0)
        for row in self._grid.rows[:first]:
            for cell in row.cells:
                if cell.role != sheet.LABEL and cell.text and not self._labels.is_money_unit(self._grid, cell):
                    return _unit(cell)
        return Unit() if self.own else None

    def money_unit(self) -> str:
        """万元 or 元, as the corner of the table says, or ""."""
        for row in self._grid.rows:
            for cell in row.cells:
                if self._labels.is_money_unit(self._grid, cell):
                    return re.sub(r"^[^：:]*[：:]", "", cell.text).strip()
        return ""

    def has_plan(self) -> bool:
        """Whether the table has a spending plan at all."""
        return "plan" in self._found

    def period_labels(self) -> tuple[str, ...]:
        """The periods that head the plan, as printed."""
        return tuple(cell.text for cell in self._right_of("plan", 0)) if self.has_plan() else ()

    def _plan(self) -> tuple[str, ...]:
        values = {cell.column: cell.text for cell in self._right_of("plan", 1)} if self.has_plan() else {}
        return tuple(values.get(cell.column, "") for cell in self._right_of("plan", 0)) if values else ()

    def _beside(self, field: str) -> str:
        cell = self._value(field)
        return cell.text if cell and not self._is_label(cell) else ""

    def _value(self, field: str) -> Cell | None:
        if field not in self._found:
            return None
        row, label = self._found[field]
        return self._grid.at(row, label.column + label.columns)

    def _below(self, field: str) -> str:
        """The value in the row below, at the right of a label that reaches down or of the blank under it."""
        cells = self._right_of(field, 1)
        return cells[0].text if len(cells) == 1 and not self._is_label(cells[0]) else ""

    def _right_of(self, field: str, down: int) -> list[Cell]:
        if field not in self._found:
            return []
        row, label = self._found[field]
        after = label.column + label.columns
        if down and not self._continues(row + down, label):
            return []
        return [cell for cell in self._grid.covering(row + down) if cell.column >= after]

    def _continues(self, row: int, label: Cell) -> bool:
        cell = self._grid.at(row, label.column)
        return cell is label or cell is None or not cell.text

    def _is_label(self, cell: Cell) -> bool:
        return bool(self._labels.head(self._grid, cell))


def _labelled(grid: Grid, labels: Labels) -> Iterator[tuple[int, Cell, str]]:
    """Every head label with its row, last first, so that the first of each kind wins in a dict."""
    for index in range(len(grid.rows) - 1, -1, -1):
        for cell in reversed(grid.rows[index].cells):
            if (field := labels.head(grid, cell)) and field != "money_unit":
                yield index, cell, field


def _unit(cell: Cell | None) -> Unit | None:
    if cell is None or not cell.text:
        return None
    roles = {run.role: run.text for run in cell.runs}
    if roles.keys() <= {sheet.CODE, sheet.NAME}:
        return Unit(roles.get(sheet.CODE, ""), roles.get(sheet.NAME, ""))
    glued = _GLUED_UNIT.fullmatch(cell.text)
    return Unit(glued[1], glued[2]) if glued else Unit("", cell.text)
