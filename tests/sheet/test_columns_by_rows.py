"""Columns that what stands below their heads tells."""

import pytest

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from tests.sheet.test_interpret import HEAD, read, table

LEVELS = ("一级指标", "二级指标", "三级指标")
ROW = ("产出指标", "数量指标", "座数")


@pytest.mark.parametrize(
    ("head", "row", "left"),
    [
        (("指标值", "单位"), ("≥3", "座"), []),
        (("单位", "指标值"), ("座", "≥3"), []),
        (("指标值", "单位"), ("≥3座", "某局"), ["单位：某局", "单位"]),
        (("指标值", "单位"), ("≥3座", ""), ["单位"]),
    ],
)
def test_a_column_of_units_of_measure_goes_into_the_value_and_one_of_offices_does_not(
    head: tuple[str, ...], row: tuple[str, ...], left: list[str], hebei: Form
) -> None:
    document, notes = read(hebei, table(*HEAD), table((*LEVELS, *head), (*ROW, *row)))
    assert document.projects[0].indicators[0].target == Target("≥", "3", "座")
    assert {note.original for note in notes} <= set(left)


def test_a_year_alone_heads_the_values_where_nothing_else_does_and_that_is_said(hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD), table((*LEVELS, "2025年"), (*ROW, "≥3座")))
    assert document.projects[0].indicators[0].target == Target("≥", "3", "座")
    assert [(note.message, note.original) for note in notes] == [("“2025年”一栏已作指标值，请核对", "2025年")]


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ((("产出指标", "数量指标", "建设", "座数", "≥3座"),), ("产出指标", "数量指标", "座数")),
        ((("项目绩效", "产出指标", "数量指标", "座数", "≥3座"),), ("产出指标", "数量指标", "座数")),
        ((("产出指标", "数量指标", "座数", "", "≥3座"),), ("产出指标", "数量指标", "座数")),
    ],
    ids=["a group above the name", "a level above the form's", "not filled in"],
)
def test_a_filled_fourth_level_has_the_names_and_that_is_said(
    rows: tuple[tuple[str, ...], ...], levels: tuple[str, ...], hebei: Form
) -> None:
    document, notes = read(hebei, table(*HEAD), table((*LEVELS, "四级指标", "指标值"), *rows))
    (row,) = document.projects[0].indicators
    assert (row.level1, row.level2, row.name) == levels
    assert ("“四级指标”一栏已作指标名称，请核对" in [note.message for note in notes]) == bool(rows[0][3])


def test_where_no_column_has_names_the_description_behind_two_categories_is_one(hebei: Form) -> None:
    head = ("一级指标", "二级指标", "指标内容", "指标值")
    document, _ = read(hebei, table(*HEAD), table(head, ("产出指标", "数量指标", "座数", "≥3座")))
    (row,) = document.projects[0].indicators
    assert (row.name, row.description) == ("座数", "")
    document, _ = read(hebei, table(*HEAD), table(head, ("产出指标", "座数", "建成的座数", "≥3座")))
    (row,) = document.projects[0].indicators
    assert (row.name, row.description) == ("座数", "建成的座数")
