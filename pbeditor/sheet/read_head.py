"""The head table of a project, read by its labels."""

from collections.abc import Iterator
from functools import cached_property, partial

from msgspec.structs import replace

from pbeditor.model.document import Project, Unit
from pbeditor.model.text import clean_line
from pbeditor.sheet import sheet
from pbeditor.sheet.coded_name import coded_name
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.head_amounts import HeadAmounts
from pbeditor.sheet.head_places import HeadPlaces
from pbeditor.sheet.heading_name import heading_name
from pbeditor.sheet.line_kinds import PROJECT_TITLE
from pbeditor.sheet.money_line import money_said
from pbeditor.sheet.read_amount import stored
from pbeditor.sheet.read_plan import PlanRead
from pbeditor.sheet.read_unit import named_unit, unit_above
from pbeditor.sheet.sheet import Cell

_MINIMUM = 2  # labels with a value beside or below that make a table a head
_KEYS = frozenset(("code", "name"))  # say whose a table is
_FIELDS = ("code", "name", "total", "fiscal", "other", "purpose", "plan", "goals")


class Head:
    """What one head table says; blank where it says nothing. A view that never changes after it is made."""

    def __init__(
        self, grid: Grid, labels: Labels, money_unit: str = "", *, below: bool = False, above: bool = False
    ) -> None:
        """`below` says that it stands below the indicators of a project, `above` that it does right above some.

        Below them one label is enough, and no unit stands above it; above them so is one that says whose they are.
        """
        self._is_below, self._is_above = below, above
        self._places = HeadPlaces(grid, labels)
        self._grid = self._places.grid
        self._labels = labels
        self.own = grid.own
        self._found = self._places.found
        self._read: dict[str, Project] = {}  # by the unit of money
        self._beyond: dict[tuple[str, int], list[Cell]] = {}
        self.amounts = HeadAmounts(self._places, labels, self._above, money_unit)
        self._plan = PlanRead(self._grid, self._found.get("plan"), partial(self._right_of, "plan"))

    def is_head(self) -> bool:
        """Whether enough labels have a place for a value; our own files mark theirs, so there one is enough.

        A list of projects has the same labels side by side, with no room between them.
        """
        found = [field for field in _FIELDS if field in self._found and self._has_room(field)]
        is_sure = self.own or self._is_below or (self._is_above and not _KEYS.isdisjoint(found))
        return len(found) >= (1 if is_sure else _MINIMUM)

    def project(self, project_id: str, unit: Unit, money_unit: str) -> Project:
        """The project without its indicators, amounts in `money_unit`; `unit` is taken where the table names none."""
        read = self._read.get(money_unit)
        if read is None:
            read = self._read[money_unit] = self._project(money_unit)
        return replace(read, id=project_id, unit=self._own_unit or unit)

    def _project(self, money_unit: str) -> Project:
        code, name = self._called
        return Project(
            "",
            code=code,
            name=name,
            budget=self.amounts.budget(money_unit),
            purpose=self._text("purpose"),
            plan=self._plan.percentages(),
            goals=self._text("goals"),
        )

    @property
    def _called(self) -> tuple[str, str]:
        """Code and name; the budget system prints them glued where only the name has a label."""
        code, name = self._one_line("code"), self._one_line("name")
        return (code, name) if code or self.own else coded_name(name)

    def unit(self) -> Unit | None:
        """The unit that the table names."""
        return self._own_unit

    @cached_property
    def _own_unit(self) -> Unit | None:
        """The unit in the rows above the first label, or after a label of its own; code and name glued or apart."""
        if "unit" in self._found and (cell := self._places.cell_beside("unit")):
            return _unit(cell)
        if self.own:
            return _unit(self._above[0]) if self._above else Unit()
        above = (cell for cell in self._above if cell is not self._heading)
        return unit_above([cell.text for cell in above if not PROJECT_TITLE.match(cell.text)])

    def title(self) -> str:
        """The name in a first row such as 1、某某绩效目标表, or ""."""
        titles = (PROJECT_TITLE.match(cell.text) for cell in self._above)
        return next((found["name"] for found in titles if found), "")

    def heading(self) -> str:
        """The name in a row of its own above the labels of a head that has no label for it, or ""."""
        return heading_name(self._heading.text) if self._heading else ""

    @cached_property
    def _heading(self) -> Cell | None:
        if self.own or "name" in self._found:
            return None
        first = min((row for row, _ in self._found.values()), default=0)
        lines = ([cell for cell in row.cells if cell.text] for row in self._grid.rows[:first])
        return next((line[0] for line in lines if len(line) == 1 and heading_name(line[0].text)), None)

    def stored(self) -> frozenset[tuple[str, str]]:
        """What the cells show, and the number behind it, that are read by this number."""
        cells = (*self.amounts.cells(), *(cell for _, below in self._plan.lines() for cell in below))
        return frozenset((cell.text, cell.exact) for cell in cells if stored(cell) != cell.text)

    def left_over(self) -> tuple[str, ...]:
        """Texts that no field took, in reading order."""
        taken = {id(cell) for cell in self._taken()}
        return tuple(cell.text for row in self._grid.rows for cell in row.cells if cell.text and id(cell) not in taken)

    def period_labels(self) -> tuple[str, ...]:
        """The periods that head the plan, as printed."""
        return self._plan.periods()

    def doubted(self) -> str:
        """The labels that were taken where the table tells this year's amounts and goals from those of more years."""
        return "、".join(self._places.doubted())

    def _text(self, field: str) -> str:
        if self.own:
            return (self._below(field) if field == "purpose" else "") or self._places.text_beside(field)
        return "\n".join(cell.text for cell in self._places.texts(field))

    def headings(self) -> Iterator[str]:
        """The texts that only name what stands at their right."""
        yield from (cell.text for cell in self.amounts.headings)

    @cached_property
    def _above(self) -> list[Cell]:
        """Cells with text in the rows above the first label that are no label themselves."""
        first = 0 if self._is_below else min((row for row, _ in self._found.values()), default=0)
        return [
            cell
            for row in self._grid.rows[:first]
            for cell in row.cells
            if cell.role != sheet.LABEL and cell.text and not self._labels.is_money_unit(self._grid, cell)
        ]

    def _has_room(self, field: str) -> bool:
        cells = self._right_of(field, 0)
        return bool(cells) and (field in ("plan", "purpose") or not self._is_label(cells[0]))

    def _taken(self) -> Iterator[Cell]:
        yield from self._above
        yield from filter(None, [self._heading])
        for field, (_, label) in self._found.items():
            yield label
            yield from () if field == "plan" else filter(None, [self._places.cell_beside(field)])
        yield from (cell for line in self._plan.lines() for cells in line for cell in cells)
        yield from (cell for field in ("purpose", "goals") for cell in self._places.texts(field))
        yield from self._places.headings()
        yield from self.amounts.headings
        yield from self.amounts.corners

    def _one_line(self, field: str) -> str:
        """The value of a field that has no line breaks; those of a code are no blanks either."""
        text = self._places.text_beside(field)
        if self.own:
            return text
        return text.replace("\n", "") if field == "code" else clean_line(text)

    def _below(self, field: str) -> str:
        """The value in the row below, at the right of a label that reaches down or of the blank under it.

        In a foreign table it has the row for itself; in our own somebody may have written beside it.
        """
        cells = self._right_of(field, 1)
        is_value = bool(cells) and (self.own or len(cells) == 1) and not self._is_label(cells[0])
        return cells[0].text if is_value else ""

    def _right_of(self, field: str, down: int) -> list[Cell]:
        if field not in self._found:
            return []
        found = self._beyond.get((field, down))
        if found is None:
            found = self._beyond[field, down] = self._looked_up(field, down)
        return found

    def _looked_up(self, field: str, down: int) -> list[Cell]:
        row, label = self._found[field]
        after = label.column + label.columns
        if down and not self._places.goes_on(row + down, label):
            return []
        cells = [cell for cell in self._grid.covering(row + down) if cell.column >= after]
        return [cell for cell in cells if cell.role or (cell.text and cell.column < self._edge)] if self.own else cells

    @cached_property
    def _edge(self) -> int:
        """Where our own form ends at the right: what somebody typed beyond it is no part of it."""
        cells = (cell for row in self._grid.rows for cell in row.cells if cell.role)
        return max((cell.column + cell.columns for cell in cells), default=0)

    def _is_label(self, cell: Cell) -> bool:
        return self._places.is_label(cell)


def _unit(cell: Cell) -> Unit | None:
    if not cell.text:
        return None
    roles = {run.role: run.text for run in cell.runs}
    if roles.keys() <= {sheet.CODE, sheet.NAME}:
        return Unit(roles.get(sheet.CODE, ""), roles.get(sheet.NAME, ""))
    return named_unit(money_said(cell.text)[0])
