"""Which cells of a head table belong to which label."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter

from pbeditor.model.patterns import pattern
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.line_kinds import PROJECT_TITLE
from pbeditor.sheet.sheet import Cell
from pbeditor.sheet.terms import is_other_term, nearness
from pbeditor.sheet.unglued import unglued

Place = tuple[int, Cell]  # a cell with its row
_column = attrgetter("column")
_COUNTED = pattern(r"(?m)^[（(]?(?P<number>[0-9]{1,2})(?:[）)][、.．]?|、|[.．](?![0-9]))")
_TEXTS = ("purpose", "goals")  # may go on in the rows below
_BY_YEAR = ("total", "goals")  # stand apart for the year and for more years in some forms


class HeadPlaces:
    """The labels of a head table with what they announce. A view that never changes after it is made."""

    def __init__(self, grid: Grid, labels: Labels) -> None:
        self.grid = unglued(grid, labels)
        self._labels = labels
        self._is_label: dict[int, bool] = {}  # by the ids of cells, which the grid keeps
        self._filled_in: dict[int, list[Cell]] = {}
        self._all = self._labelled()
        self.found = {field: self._chosen(field, places) for field, places in self._all.items()}

    def is_label(self, cell: Cell) -> bool:
        """Whether a cell is a label: of the head, of a part of it without a field, or, in foreign tables, of a grid.

        Each is asked several times.
        """
        found = self._is_label.get(id(cell))
        if found is None:
            is_foreign = not self.grid.own and cell.role != sheet.VALUE
            other = is_foreign and (is_other_term(cell.text) or self._labels.says_column(cell.text))
            found = self._is_label[id(cell)] = other or bool(self._labels.head(self.grid, cell))
        return found

    def beside(self, place: Place) -> Cell | None:
        """The cell at the right of a label."""
        row, label = place
        return self.grid.at(row, label.column + label.columns)

    def cell_beside(self, field: str) -> Cell | None:
        """The cell at the right of the label of a field."""
        return self.beside(self.found[field]) if field in self.found else None

    def text_beside(self, field: str) -> str:
        """What it says, unless it is a label itself."""
        cell = self.cell_beside(field)
        return cell.text if cell and not self.is_label(cell) else ""

    def goes_on(self, row: int, label: Cell) -> bool:
        """Whether a label reaches down into a row, stands over a blank there, or is said again."""
        cell = self.grid.at(row, label.column)
        return cell is label or cell is None or not cell.text or (not self.grid.own and cell.text == label.text)

    def texts(self, field: str) -> list[Cell]:
        """The cells of a text that may take several rows, or stand below its label in forms of several columns."""
        return list(self._texts_of(self.found[field])) if field in self.found else []

    def headings(self) -> list[Cell]:
        """Labels that announce nothing themselves: one that stands over others for its field, or is said again."""
        return [
            place[1]
            for field, places in self._all.items()
            for place in places
            if not self._has_value(field, place) or self._is_said_again(self.found[field], place)
        ]

    def doubted(self) -> tuple[str, ...]:
        """The labels that were taken of several, some for this year and some for more."""
        fields = [field for field in _BY_YEAR if field in self.found]
        years = [{nearness(place[1].text) for place in self._with_value(field)} for field in fields]
        rivals = any(len(each) > 1 for each in years)
        return tuple(self.found[field][1].text for field in fields) if rivals or self._has_other_term else ()

    @cached_property
    def _has_other_term(self) -> bool:
        """Whether amounts or goals stand apart for more years; of indicators their own grid tells."""
        texts = (cell.text for row in self.grid.rows for cell in row.cells)
        return any(is_other_term(text) and "指标" not in text for text in texts)

    def _labelled(self) -> dict[str, list[Place]]:
        """Every label by its field, in reading order."""
        found: dict[str, list[Place]] = defaultdict(list)
        for index, row in enumerate(self.grid.rows):
            for cell in row.cells:
                if (field := self._labels.head(self.grid, cell)) and field != "money_unit":
                    found[field].append((index, cell))
        return dict(found)

    def _chosen(self, field: str, places: list[Place]) -> Place:
        """The label that counts of several for one field: the first with a value, of years that of the document."""
        if len(places) == 1 or self.grid.own:
            return places[0]
        filled = self._with_value(field) or places
        if field in _BY_YEAR:
            return max(filled, key=lambda place: nearness(place[1].text, self._labels.year))
        if field in ("fiscal", "other") and self._has_other_term and "total" in self._all:
            column = self._chosen("total", self._all["total"])[1].column
            return min(filled, key=lambda place: abs(place[1].column - column))
        return filled[0]

    def _with_value(self, field: str) -> list[Place]:
        return [place for place in self._all[field] if self._has_value(field, place)]

    def _has_value(self, field: str, place: Place) -> bool:
        if field in _TEXTS:
            return next(self._texts_of(place), None) is not None
        cell = self.beside(place)
        return cell is not None and bool(cell.text) and not self.is_label(cell)

    def _texts_of(self, place: Place) -> Iterator[Cell]:
        """Told one by one: of thousands of labels most are asked only whether they have any."""
        below = self._column_below(place)
        first = next(below, None)
        yield from chain((first,), below) if first is not None else self._rows_beside(place)

    def _rows_beside(self, place: Place) -> Iterator[Cell]:
        """The cell at the right of a label, and those alone in the rows that the label goes on in."""
        row, label = place
        after, cell = label.column + label.columns, self.beside(place)
        if cell and self._labels.head(self.grid, cell) == "goals" and next(self._column_below((row, cell)), None):
            return
        last = cell if cell and cell.text and not self.is_label(cell) else None
        if last is not None:
            yield last
        for index in range(row + 1, len(self.grid.rows)):
            right = self._from(index, after)
            if not self.goes_on(index, label) or len(right) != 1 or self._is_other(right[0]):
                yield from self._counted(index, last)
                return
            if right[0] is not last:
                last = right[0]
                yield last

    def _counted(self, row: int, last: Cell | None) -> Iterator[Cell]:
        """The cells alone in the rows from `row` on whose numbers go on with the last one, wherever they begin."""
        number = _last_number(last.text) if last else 0
        for index in () if self.grid.own else range(row, len(self.grid.rows)):
            cells = self._filled(index)
            found = _COUNTED.match(cells[0].text) if len(cells) == 1 else None
            if not found or int(found["number"]) != number + 1 or self._is_other(cells[0]):
                return
            if PROJECT_TITLE.fullmatch(cells[0].text):
                return
            number = _last_number(cells[0].text)
            yield cells[0]

    def _column_below(self, place: Place) -> Iterator[Cell]:
        """The cells below a label that shares its row with another one, as 中期目标 and 年度目标 do."""
        row, label = place
        right, left = self.beside(place), self._left_of(place)
        shares = self.is_label(right) if right and right.text else bool(left and self.is_label(left))
        last: Cell | None = None
        lead = self.grid.at(row, 0)
        for index in range(row + label.rows, len(self.grid.rows)):
            cell = self.grid.at(index, label.column)
            if not shares or cell is None or not cell.text or cell.column != label.column or self._is_other(cell):
                return
            if last is not None and lead and not self.goes_on(index, lead):
                return
            if cell is not last:
                last = cell
                yield cell

    @staticmethod
    def _is_said_again(first: Place, place: Place) -> bool:
        (row, label), (below, again) = first, place
        return below == row + 1 and again.column == label.column and again.text == label.text

    def _left_of(self, place: Place) -> Cell | None:
        row, label = place
        cells = self._filled(row)
        before = bisect_left(cells, label.column, key=_column)
        return cells[before - 1] if before else None

    def _from(self, row: int, column: int) -> list[Cell]:
        """The first two filled cells of a row from a column on."""
        cells = self._filled(row)
        first = bisect_left(cells, column, key=_column)
        return cells[first : first + 2]

    def _filled(self, row: int) -> list[Cell]:
        """The cells of a row with a text, looked for once: a row may hold thousands of labels."""
        found = self._filled_in.get(row)
        if found is None:
            found = self._filled_in[row] = [cell for cell in self.grid.covering(row) if cell.text]
        return found

    def _is_other(self, cell: Cell) -> bool:
        return self.is_label(cell) or self._labels.is_money_unit(self.grid, cell)


def _last_number(text: str) -> int:
    """The highest number at the beginning of a line; 0 for none."""
    return max((int(found["number"]) for found in _COUNTED.finditer(text)), default=0)
