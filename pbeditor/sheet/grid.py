"""A table seen as a grid of places, each covered by one cell, and the labels in it."""

import re
from collections.abc import Iterator

from pbeditor.model.form import Form
from pbeditor.model.text import fold
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Cell, Table

# 203002某某局, perhaps after a label; a number before 年 is a year.
GLUED_UNIT = re.compile(r"(?:[^：:]*[：:])?\s*([0-9]{3,12})(?![0-9年])\s*(\S.*)", re.DOTALL)
_UNIT = re.compile(r"\([^()]{1,6}\)$")  # 指标值（%）


class Grid:
    """Answers "what stands here" for a table with spans. A view that never changes after it is made."""

    def __init__(self, table: Table) -> None:
        self.rows = table.rows
        self.own = any(cell.role for row in table.rows for cell in row.cells)
        self._at: dict[tuple[int, int], Cell] = {}
        for index, row in enumerate(table.rows):
            for cell in row.cells:
                for down in range(cell.rows):
                    for across in range(cell.columns):
                        self._at.setdefault((index + down, cell.column + across), cell)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place, also from above or from the left."""
        return self._at.get((row, column))

    def covering(self, row: int) -> Iterator[Cell]:
        """The cells of a row from left to right, those that reach down into it included; each once."""
        last = None
        for column in sorted(place for line, place in self._at if line == row):
            cell = self._at[row, column]
            if cell is not last:
                yield cell
            last = cell

    def may_be_label(self, cell: Cell) -> bool:
        """In our own files only what is marked as a label is one, whatever a value's text says."""
        return cell.role == sheet.LABEL if self.own else cell.role != sheet.VALUE


class Labels:
    """A form's labels, folded for comparison: the fields of the head and the columns of the grid."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.heads = {label_key(text): field for field, texts in form.labels.items() for text in texts}
        self.columns = {label_key(text): part for part, texts in form.value_parts.items() for text in texts} | {
            label_key(text): column.field for column in form.columns for text in (column.label, *column.synonyms)
        }
        self.money_unit = tuple(fold(text) for text in form.labels["money_unit"])

    def head(self, grid: Grid, cell: Cell) -> str:
        """The field of the head that a cell announces, or ""."""
        return self.heads.get(label_key(cell.text), "") if grid.may_be_label(cell) else ""

    def column(self, grid: Grid, cell: Cell) -> str:
        """The field of the grid that a cell heads, or ""; a part of the value is operator, number or words."""
        if not grid.may_be_label(cell):
            return ""
        key = label_key(cell.text)
        return self.columns.get(key) or self.columns.get(_UNIT.sub("", key), "")

    def is_money_unit(self, grid: Grid, cell: Cell) -> bool:
        """Whether a cell says 单位：万元."""
        return grid.may_be_label(cell) and fold(cell.text).startswith(self.money_unit)


def label_key(text: str) -> str:
    """Labels compare without width, spaces, line breaks and a colon at the end."""
    return fold(text).rstrip(":")
