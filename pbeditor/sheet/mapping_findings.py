"""What stands in an unknown layout, what it is taken for, and what a person chooses instead."""

from collections.abc import Mapping

from msgspec import Struct

from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.sheet.grid import label_key

COLUMN, LABEL, CATEGORY = "column", "label", "category"
# What a column and a label can be, in the order of the drop-down, in the words of the screen.
COLUMN_FIELDS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标（指标名称）",
    "description": "指标描述",
    "target": "指标值",
    "operator": "指标值的符号",
    "number": "指标值的数值",
    "words": "指标值的单位或文字",
    "basis": "指标值确定依据",
}
LABEL_FIELDS = {
    "name": "项目名称",
    "code": "项目编码",
    "unit": "部门（单位）",
    **BUDGET_PARTS,
    "purpose": "资金用途",
    "plan": "支出计划",
    "goals": "绩效目标",
}

Key = tuple[str, str]  # kind, and the text as labels compare
Chosen = Mapping[Key, str]  # what a person chose; "" for nothing


class Found(Struct, frozen=True):
    """A column, label or category of the sheet. `guess` is what it is taken for, "" for nothing.

    `is_known` tells whether the form reads it so without help; `heads` are the layouts of grids that have the column.
    `looks` is what a column looks like, also where another one has that field already.
    """

    kind: str
    text: str
    guess: str = ""
    is_known: bool = False
    samples: tuple[str, ...] = ()
    tables: int = 0
    heads: frozenset[int] = frozenset()
    looks: str = ""

    @property
    def key(self) -> Key:
        """By which a choice is remembered."""
        return self.kind, label_key(self.text)


class Findings(Struct, frozen=True):
    """What a sheet shows, columns first, then labels, then categories, each in reading order."""

    found: tuple[Found, ...] = ()

    @property
    def rivals(self) -> tuple[Found, ...]:
        """The columns that all look like the value; the guess is what the form reads, else the first."""
        values = [each for each in self.found if each.looks == "target"]
        return tuple(each for each in values if any(each is not one and each.heads & one.heads for one in values))


def with_choice(findings: Findings, chosen: Chosen, found: Found, field: str) -> dict[Key, str]:
    """`chosen` with `field` for `found`; another column of the same grid, which had the field, has none then."""
    after = {**chosen, found.key: field}
    for other in findings.found if field else ():
        taken = chosen.get(other.key, other.guess) == field
        if taken and other.key != found.key and other.heads & found.heads:  # as columns have, labels not
            after[other.key] = ""
    return after
