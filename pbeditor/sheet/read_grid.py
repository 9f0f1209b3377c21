"""The indicator grid, read by the labels of its columns."""

import re
from collections.abc import Iterator

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Cell

_MINIMUM = 3  # column labels that make a row the header of a grid
_NOTHING = frozenset({"……", "...", "…", "无", "—", "-"})  # rows that hold only such fillers are no indicators
_PARTS = {sheet.OPERATOR: 0, sheet.NUMBER: 1, sheet.WORDS: 2}
_UNIT_IN_HEAD = re.compile(r".*[（(](?P<unit>[^（()）]{1,6})[）)]", re.DOTALL)


class GridRow(Struct, frozen=True):
    """One indicator as read: texts by field, the value's parts where the file tells them, and what has no column."""

    index: int
    texts: dict[str, str]
    target: Target | None
    extra: tuple[str, ...] = ()
    moved: bool = False  # whether its levels stood in other columns


def header_row(grid: Grid, labels: Labels) -> int | None:
    """The row that heads the indicator grid, or None where the table has none."""
    for index, row in enumerate(grid.rows):
        fields = {labels.column(grid, cell) for cell in row.cells} - {""}
        if len(fields) >= _MINIMUM and fields & {"name", "target", "number"}:
            return index
    return None


class IndicatorGrid:
    """The rows below one header. A view that never changes after it is made."""

    def __init__(self, grid: Grid, header: int, labels: Labels) -> None:
        self._grid = grid
        self._header = header
        self._labels = labels
        self._columns: dict[str, Cell] = {}
        for cell in grid.rows[header].cells:
            self._columns.setdefault(labels.column(grid, cell), cell)
        self._columns.pop("", None)
        places = [place for cell in self._columns.values() for place in range(cell.column, cell.column + cell.columns)]
        self._used = frozenset(places)
        value = self._columns.get("target")
        found = _UNIT_IN_HEAD.fullmatch(value.text) if value and not grid.own else None
        self._unit = found["unit"] if found else ""

    def rows(self) -> Iterator[GridRow]:
        """The indicators; blank rows and repeated headers of foreign files are passed over."""
        above: dict[str, str] = {}
        for index in range(self._header + 1, len(self._grid.rows)):
            texts = self._texts(index)
            if self._grid.own:
                yield GridRow(index, texts, self._target(index, texts))
            elif not self._is_header(index) and any(text and text not in _NOTHING for text in texts.values()):
                above = _continued(texts, above)
                yield self._foreign(index, dict(above))

    def _foreign(self, index: int, texts: dict[str, str]) -> GridRow:
        form = self._labels.form
        placed = _with_name(with_plain_categories(texts, form), form, has_names="name" in self._columns)
        moved = any(
            placed[field] != "".join(texts.get(field, "").split())
            for field in ("level1", "level2")
            if placed[field] or texts.get(field)
        )
        target = self._target(index, placed)
        if target is None and self._unit and not placed["target"].endswith(self._unit):
            placed["target"] += self._unit if placed["target"] else ""
        return GridRow(index, placed, target, tuple(self._extra(index)), moved)

    def _texts(self, index: int) -> dict[str, str]:
        cells = {field: self._grid.at(index, cell.column) for field, cell in self._columns.items()}
        return {field: cell.text if cell else "" for field, cell in cells.items()}

    def _is_header(self, index: int) -> bool:
        return sum(bool(self._labels.column(self._grid, cell)) for cell in self._grid.rows[index].cells) >= _MINIMUM

    def _target(self, index: int, texts: dict[str, str]) -> Target | None:
        """The value where its parts stand apart, as runs or as columns; None where it has to be split.

        The texts of part columns are taken out of `texts`.
        """
        if not self._columns.keys() & {"operator", "number", "words"}:
            return _runs_of(self._grid.at(index, self._columns["target"].column)) if "target" in texts else Target()
        operator, number, words = (texts.pop(part, "") for part in ("operator", "number", "words"))
        value = texts.pop("target", "")
        return Target(operator, number or value, words)

    def _extra(self, index: int) -> Iterator[str]:
        """Cells of columns that no field of ours stands for, with the head of their column."""
        for cell in self._grid.rows[index].cells:
            if cell.text and cell.column not in self._used:
                head = self._grid.at(self._header, cell.column)
                yield f"{head.text if head else ''}：{cell.text}"


def with_plain_categories(texts: dict[str, str], form: Form) -> dict[str, str]:
    """Category labels that spaces or line breaks have torn apart, made whole; levels that stand one column off, moved.

    A 二级 that is one of the form's 一级 means that the table has a level of its own above it.
    """
    level1, level2 = (_whole(texts.get(field, ""), form) for field in ("level1", "level2"))
    if form.level1(level2) and not form.level2(level2):
        level1, level2 = level2, ""
    return {**texts, "level1": level1, "level2": level2}


def _with_name(texts: dict[str, str], form: Form, *, has_names: bool) -> dict[str, str]:
    """In a table of two levels the second one is the indicator's name, unless it is a category."""
    if has_names or form.level2(texts["level2"]):
        return texts
    return {**texts, "level2": "", "name": texts["level2"]}


def _whole(text: str, form: Form) -> str:
    known = form.level1(text) or form.level2(text)
    return "".join(text.split()) if known else text


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
