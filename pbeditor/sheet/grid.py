"""A table seen as a grid of places, each covered by one cell, and the labels in it."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.text import fold
from pbeditor.sheet import sheet
from pbeditor.sheet.joined_levels import Levels, levels_in
from pbeditor.sheet.money_line import is_money_line
from pbeditor.sheet.sheet import Cell, Table

# 203002某某局 or 203002-某某局, perhaps after a label; a number before 年 is a year.
GLUED_UNIT = pattern(r"(?:[^：:]*[：:])?\s*([0-9]{3,12})(?![0-9年])\s*(?:[-－—–]+\s*(?=[^\W\d_]))?(\S.*)", re.DOTALL)
_COLON = pattern("[：:]")
_YEAR_IN_LABEL = pattern(r"^(?:20[0-9]{2}年度?|(?:本|当|今|全)年度?|年度)")  # 2023年指标值, 本年度目标值
SHORT = ("code", "name", "total", "fiscal", "other")  # fields of the head whose values are short
_SEVERAL = 2  # labels in one cell
_OPENING, _CLOSING = pattern("[(（]"), pattern("[)）]")
_BETWEEN = " \u3000\n;；,，"
LONGEST_LABEL = 200  # signs before its colon, blanks between them included: a text may have thousands of colons
_LONGEST_CATEGORY = 40  # signs with number and weight
_NUMBER = pattern(r"^(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9一二三四五六七八九十]{1,3}[、.．])")
_WEIGHT = pattern(r"[（(](?:权重)?[:：]?[0-9.]{1,5}[分%％]?[）)]$")
UNIT_IN_LABEL = pattern(r"\([^()]{1,10}\)$")  # 指标值（%）, 预算数（金额单位：元）


class Grid:
    """Answers "what stands here" for a table with spans. A view that never changes after it is made."""

    def __init__(self, table: Table) -> None:
        self.rows = table.rows
        self._covering: dict[int, list[Cell]] = {}
        self._fields: dict[int, list[str]] = {}
        self._labels: Labels | None = None  # that `_fields` are told by

    @cached_property
    def own(self) -> bool:
        """Whether the table is of our own file, which marks what a cell is."""
        return any(cell.role for row in self.rows for cell in row.cells)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place, also from above or from the left."""
        return self._at[row].get(column) if 0 <= row < len(self._at) else None

    def covering(self, row: int) -> Sequence[Cell]:
        """The cells of a row from left to right, those that reach down into it included; each once."""
        found = self._covering.get(row)
        if found is None:
            places = self._at[row] if 0 <= row < len(self._at) else {}
            cells = [places[column] for column in sorted(places)]
            found = [cell for cell, last in zip(cells, (None, *cells), strict=False) if cell is not last]
            self._covering[row] = found
        return found

    def fields(self, row: int, labels: "Labels") -> Sequence[str]:
        """The field that each cell of a row heads, "" for none."""
        if self._labels is not labels:
            self._labels, self._fields = labels, {}
        found = self._fields.get(row)
        if found is None:
            found = self._fields[row] = labels.columns_in(self, self.rows[row].cells)
        return found

    @cached_property
    def _at(self) -> list[dict[int, Cell]]:
        """For each row the cell that covers a column; a row below the last one has what reaches down into it."""
        height = max((index + cell.rows for index, row in enumerate(self.rows) for cell in row.cells), default=0)
        places: list[dict[int, Cell]] = [{} for _ in range(max(height, len(self.rows)))]
        for index, row in enumerate(self.rows):
            for cell in row.cells:
                if cell.rows == cell.columns == 1:
                    places[index].setdefault(cell.column, cell)
                    continue
                columns = range(cell.column, cell.column + cell.columns)
                for below in places[index : index + cell.rows]:
                    for column in columns:
                        below.setdefault(column, cell)
        return places

    def may_be_label(self, cell: Cell) -> bool:
        """In our own files only what is marked as a label is one, whatever a value's text says."""
        return cell.role == sheet.LABEL if self.own else cell.role != sheet.VALUE


class Labels:
    """A form's labels, folded for comparison: the fields of the head and the columns of the grid.

    `year` is that of the document, by which one of several columns or labels is chosen; 0 where nothing tells it.
    """

    def __init__(self, form: Form, year: int = 0) -> None:
        self.form = form
        self.year = year
        self.heads = {label_key(text): field for field, texts in form.labels.items() for text in texts}
        self.columns = {label_key(text): part for part, texts in form.value_parts.items() for text in texts} | {
            label_key(text): column.field for column in form.columns for text in (column.label, *column.synonyms)
        }
        self._exact = frozenset(label_key(column.label) for column in form.columns)
        self.money_unit = tuple(fold(text) for text in form.labels["money_unit"])
        self.ignored = frozenset(map(label_key, form.ignored))
        self._known: dict[str, _Fields] = {}
        self._categories: dict[str, _Category] = {}

    def head(self, grid: Grid, cell: Cell) -> str:
        """The field of the head that a cell announces, or ""."""
        runs = cell.runs
        if not runs:
            return ""
        text = runs[0].text if len(runs) == 1 else cell.text
        fields = self._known.get(text) or self._learned(text)
        found = fields.head or ("" if grid.own else fields.loose_head)
        return found if found and grid.may_be_label(cell) else ""

    def column(self, grid: Grid, cell: Cell) -> str:
        """The field of the grid that a cell heads, or ""; a part of the value is operator, number or words."""
        runs = cell.runs
        if not runs:
            return ""
        text = runs[0].text if len(runs) == 1 else cell.text
        found = (self._known.get(text) or self._learned(text)).column
        return found if found and grid.may_be_label(cell) else ""

    def columns_in(self, grid: Grid, cells: Sequence[Cell]) -> list[str]:
        """`column` of several cells at once: every row of a table is asked whether it is a header."""
        known, learned = self._known, self._learned
        texts = [cell.runs[0].text if len(cell.runs) == 1 else cell.text for cell in cells]
        found = [(known.get(text) or learned(text)).column if text else "" for text in texts]
        return [field and (field if grid.may_be_label(cell) else "") for field, cell in zip(found, cells, strict=True)]

    def is_exact(self, cell: Cell) -> bool:
        """Whether a cell says the form's own label of a column and no other word for it."""
        key = label_key(cell.text)
        return key in self._exact or UNIT_IN_LABEL.sub("", key) in self._exact

    def glued(self, grid: Grid, cell: Cell) -> tuple[str, str] | None:
        """The label and the value of a cell that holds both, as 资金总额：250万元 does; None for any other."""
        return None if grid.own else self.announced(cell.text)

    def announced(self, text: str) -> tuple[str, str] | None:
        """The same of a text."""
        if ":" not in text and "：" not in text:
            return None
        for colon in reversed(list(_COLON.finditer(text, 0, LONGEST_LABEL))):
            label, value = text[: colon.start()], text[colon.end() :].strip()
            if value and self.heads.get(label_key(label), "money_unit") != "money_unit":
                return label, value
        return None

    def pairs(self, text: str) -> list[tuple[str, str]]:
        """The labels and values of a text that holds several of both, one behind the other; none for any other."""
        if text.count(":") + text.count("：") < _SEVERAL:
            return []
        found = list(self._announced.finditer(text))
        fields = [self.heads.get(label_key(each["label"]), "") for each in found]
        if len(set(fields)) < len(found) or len(found) < _SEVERAL or found[0].start():
            return []
        if not all(field in (*SHORT, "unit") for field in fields[:-1]):
            return []
        ends = [*(each.start() for each in found[1:]), len(text)]
        values = [text[each.end() : end].strip(_BETWEEN) for each, end in zip(found, ends, strict=True)]
        if any(len(_OPENING.findall(value)) != len(_CLOSING.findall(value)) for value in values):
            return []  # the labels in brackets are not beside the one before them
        return [(each["label"], value) for each, value in zip(found, values, strict=True)]

    @cached_property
    def _announced(self) -> re.Pattern[str]:
        """A label of the head before its colon, at the start of a text or behind what may stand between two."""
        labels = (texts for field, texts in self.form.labels.items() if field != "money_unit")
        texts = sorted((text for texts in labels for text in texts), key=len, reverse=True)
        return re.compile(rf"(?:^|(?<=[{_BETWEEN}]))(?P<label>{'|'.join(map(re.escape, texts))})\s*[：:]\s*")

    def says_column(self, text: str) -> bool:
        """Whether a text is the label of a column, perhaps with a year or a unit."""
        return bool((self._known.get(text) or self._learned(text)).column)

    def known(self, grid: Grid, cell: Cell) -> bool:
        """Whether a cell is any label of the form."""
        return bool(self.head(grid, cell) or self.column(grid, cell))

    def is_money_unit(self, grid: Grid, cell: Cell) -> bool:
        """Whether a cell says 单位：万元 and nothing else; in our own files the unit may be any text."""
        fields = self._known.get(cell.text) or self._learned(cell.text)
        return (fields.money_unit if grid.own else fields.money_line) and grid.may_be_label(cell)

    def is_ignored(self, cell: Cell) -> bool:
        """Whether a person has said that the label has no field."""
        return label_key(cell.text) in self.ignored

    def is_level1(self, text: str) -> bool:
        """Whether a text names a 一级指标 of the form."""
        return self._category(text).is_level1

    def is_level2(self, text: str) -> bool:
        """Whether a text names a 二级指标 of the form."""
        return self._category(text).is_level2

    def levels(self, text: str) -> Levels | None:
        """The 一级 and the 二级 of a text that names both: 产出指标-数量指标."""
        return self._category(text).both

    def whole(self, text: str) -> str:
        """A category without spaces, line breaks, its number and its weight; any other text as it is."""
        return self._category(text).whole

    def says_weight(self, text: str) -> bool:
        """Whether a category says in brackets how much it weighs, as 产出指标（50分） does."""
        found = self._category(text)
        return (found.is_level1 or found.is_level2) and _WEIGHT.search(text) is not None

    def _category(self, text: str) -> "_Category":
        found = self._categories.get(text)
        if found is None:
            bare = self._bare(text)
            levels = bool(self.form.level1(bare)), bool(self.form.level2(bare))
            both = None if any(levels) or len(text) > _LONGEST_CATEGORY else levels_in(text, self.form)
            whole = bare if any(levels) else text
            found = self._categories[text] = _Category(levels[0] or bool(both), levels[1], whole, both)
        return found

    def _bare(self, text: str) -> str:
        plain = "".join(text.split())
        if len(plain) > _LONGEST_CATEGORY or self.form.level1(plain) or self.form.level2(plain):
            return plain
        return _NUMBER.sub("", _WEIGHT.sub("", plain))

    def _value_of_year(self, key: str) -> str:
        """The field of values where a label says that and their year; other fields have none."""
        field = self.columns.get(_YEAR_IN_LABEL.sub("", key), "") if "年" in key else ""
        return field if field in ("target", sheet.NUMBER) else ""

    def _learned(self, text: str) -> "_Fields":
        """Each text is looked at once: most cells are asked about several times, and many say the same."""
        key = label_key(text)
        is_money_unit, is_line = fold(text).startswith(self.money_unit), is_money_line(text)
        if key in self.ignored:
            found = self._known[text] = _Fields(money_unit=is_money_unit, money_line=is_line)
            return found
        bare = UNIT_IN_LABEL.sub("", key) if key.endswith(")") else key
        column = self.columns.get(key) or self.columns.get(bare) or self._value_of_year(bare)
        head, loose = self.heads.get(key, ""), self.heads.get(bare, "")
        found = self._known[text] = _Fields(head, loose, column, is_money_unit, is_line)
        return found


class _Fields(NamedTuple):
    """What a text says as a label: the field of the head, that of the grid, and whether it is 单位：万元."""

    head: str = ""
    loose_head: str = ""  # the same without a bracket at its end
    column: str = ""
    money_unit: bool = False  # as our own files say it
    money_line: bool = False  # as any file says it


class _Category(NamedTuple):
    """Whether a text names a 一级指标 or a 二级指标 of the form, and then how it does without number and weight."""

    is_level1: bool
    is_level2: bool
    whole: str
    both: Levels | None  # the 一级 and the 二级 of a text that names both


def label_key(text: str) -> str:
    """Labels compare without width, spaces, line breaks and a colon at the end."""
    return fold(text).rstrip(":")
