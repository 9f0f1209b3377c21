"""Rows between the indicators that are none: sums, remarks over all columns, categories in rows of their own."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Cell, Row, Run, Table
from tests.sheet.test_interpret import HEAD, read, table

HEADS = ("一级指标", "二级指标", "三级指标", "指标值", "分值")
BEFORE, AFTER = ("产出指标", "数量指标", "次数", "≥3次", "20"), ("效果指标", "社会效益指标", "知晓率", "≥80%", "30")


def wide(text: str, columns: int, *others: str) -> Row:
    """A row that begins with a cell over several columns."""
    cells = (Cell((Run(other),), columns + place) for place, other in enumerate(others))
    return Row((Cell((Run(text),), columns=columns), *cells))


def around(form: Form, row: Row) -> tuple[list[str], list[str]]:
    """The categories and names that are read with this row between two others, and what else is listed than weights."""
    rows = (*table(HEADS, BEFORE).rows, row, *table(AFTER).rows)
    document, notes = read(form, table(*HEAD), Table(rows))
    indicators = [f"{each.level1} {each.name}" for each in document.projects[0].indicators]
    return indicators, [note.original for note in notes if not note.original.startswith("分值")]


@pytest.mark.parametrize(
    ("row", "listed"),
    [
        (wide("小计", 4, "50"), ["小计", "50"]),
        (wide("产出指标小计", 3, "", "50"), ["产出指标小计", "50"]),
        (table(("产出指标小计（50分）", "", "", "50", "")).rows[0], ["产出指标小计（50分）", "50"]),
        (table(("", "小计", "", "50", "")).rows[0], ["小计", "50"]),
        (table(("", "", "小计", "", "50")).rows[0], ["小计", "50"]),
        (wide("注：效果指标在年底考核", 5), ["注：效果指标在年底考核"]),
        (wide("— 12 —", 5), ["— 12 —"]),
    ],
)
def test_a_sum_or_a_remark_over_all_columns_is_listed_and_no_indicator(
    row: Row, listed: list[str], hebei: Form
) -> None:
    assert around(hebei, row) == (["产出指标 次数", "效果指标 知晓率"], listed)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (table(("", "", "小计", "≥3万元", "")).rows[0], "产出指标 小计"),
        (table(("", "", "收入合计", "", "")).rows[0], "产出指标 收入合计"),
        (wide("满意度指标", 3, "≥90%", ""), "满意度指标 满意度指标"),
    ],
)
def test_what_is_called_a_sum_but_has_a_value_or_another_name_is_an_indicator(row: Row, name: str, hebei: Form) -> None:
    assert around(hebei, row) == (["产出指标 次数", name, "效果指标 知晓率"], [])


def test_a_category_in_a_row_over_all_columns_is_that_of_the_rows_below(hebei: Form) -> None:
    heads = table(HEADS).rows
    rows = (wide("一、产出指标（50分）", 5), wide("数量指标", 5), *table(("", "", "次数", "≥3次", "")).rows)
    document, notes = read(hebei, table(*HEAD), Table((*heads, *rows)))
    (row,) = document.projects[0].indicators
    assert (row.level1, row.level2, row.name) == ("产出指标", "数量指标", "次数")
    assert [note.original for note in notes] == ["一、产出指标（50分）", "分值"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("产出指标（50分）", ["产出指标（50分）"]),
        ("产出 指标\n（权重：50%）", ["产出 指标\n（权重：50%）"]),
        ("一、产出指标", []),
        ("（一）产出指标", []),
        ("1.产出指标", []),
    ],
)
def test_the_number_and_the_weight_of_a_category_are_no_part_of_its_name(
    text: str, listed: list[str], hebei: Form
) -> None:
    grid = table(HEADS[:4], (text, *BEFORE[1:4]))
    document, notes = read(hebei, table(*HEAD), grid)
    assert document.projects[0].indicators[0].level1 == "产出指标"
    assert [note.original for note in notes] == listed


def test_the_number_of_a_page_between_indicators_is_none(hebei: Form) -> None:
    assert around(hebei, table(("- 2 -", "", "", "", "")).rows[0]) == (["产出指标 次数", "效果指标 知晓率"], ["- 2 -"])
