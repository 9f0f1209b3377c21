"""Values whose parts stand in several cells."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Note, Paragraph, Row, Table, row_of
from pbeditor.sheet.value_parts import from_columns, joined, unit_in_head, with_unit
from tests.sheet.test_interpret import HEAD, read, table


@pytest.mark.parametrize(
    ("parts", "target", "left"),
    [
        (("", "≥3", "次"), Target("≥", "3", "次"), ""),
        (("", "≥ 1010", "人"), Target("≥", "1010", "人"), ""),
        (("", "1,000", "人次"), Target("", "1,000", "人次"), ""),
        (("", "≥95%", "%"), Target("≥", "95", "%"), ""),
        (("≥", "95%", "%"), Target("≥", "95", "%"), ""),
        (("≥", "≥95", "%"), Target("≥", "95", "%"), ""),
        (("≥", "≤95", "%"), Target("≥", "", "≤95%"), ""),
        (("=", "３", "次"), Target("=", "３", "次"), ""),
        (("≥", "90", "90%及以上"), Target("≥", "90", "90%及以上"), ""),
        (("", "3", "—"), Target("", "3", ""), ""),
        (("定性", "及时", "/"), Target("定性", "", "及时"), ""),
        (("", "优良中低差", ""), Target("", "", "优良中低差"), ""),
        (("", "优良中低差", "级"), Target("", "", "优良中低差级"), ""),
        (("", "优良", "个"), Target("", "", "优良"), "个"),
        (("", "长期", "年"), Target("", "", "长期"), "年"),
        (("", "全部", "万人次"), Target("", "", "全部"), "万人次"),
        (("", "2020年12月", "月"), Target("", "", "2020年12月"), ""),
        (("≤", "2020年12月", "无"), Target("≤", "", "2020年12月"), ""),
        (("", "3次", "次/年"), Target("", "3", "次"), "次/年"),
        (("定性", "", "及时"), Target("定性", "", "及时"), ""),
        (("", "", ""), Target(), ""),
    ],
)
def test_parts_in_cells_of_their_own_make_a_value(parts: tuple[str, str, str], target: Target, left: str) -> None:
    assert joined(*parts) == (target, left)


@pytest.mark.parametrize(
    ("head", "units"),
    [
        ("指标值（%）", ("%", "")),
        ("指标值\n（万 元）", ("万元", "")),
        ("目标值(人次)", ("人次", "")),
        ("指标值（次/年）", ("次/年", "")),
        ("指标值（标台）", ("", "标台")),
        ("指标值（2019年）", ("", "")),
        ("指标值（年度）", ("", "")),
        ("指标值（年）", ("", "")),
        ("指标值（季度）", ("", "季度")),
        ("指标值（个月）", ("个月", "")),
        ("指标值（万平方米）", ("万平方米", "")),
        ("指标值（含单位）", ("", "")),
        ("目标值（填数字）", ("", "")),
        ("指标值", ("", "")),
    ],
)
def test_only_a_unit_of_measure_in_a_head_is_one(head: str, units: tuple[str, str]) -> None:
    assert unit_in_head(head) == units


@pytest.mark.parametrize(
    ("columns", "target"),
    [
        (("≥", "", "", "95", "%"), Target("≥", "95", "%")),
        (("≥", "", "人", "95", "%"), Target("≥", "95", "人")),
        (("定性", "", "", "优良", "%"), Target("定性", "", "优良")),
        (("≥", "90", "", "90%", "%"), Target("≥", "90", "90%")),
        (("≥", "90", "次", "", ""), Target("≥", "90", "次")),
    ],
)
def test_the_unit_in_the_head_is_that_of_a_number_without_words(
    columns: tuple[str, str, str, str, str], target: Target
) -> None:
    assert from_columns(*columns) == (target, "")


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("90", Target("", "90", "%")),
        ("≥ 90", Target("≥", "90", "%")),
        ("3次", None),
        ("≥5%", None),
        ("优良", None),
        ("", None),
    ],
)
def test_the_unit_of_a_column_goes_to_a_number_alone(value: str, target: Target | None) -> None:
    assert with_unit(value, "%") == target


def imported(form: Form, head: str, *values: str) -> tuple[list[Target], tuple[Note, ...]]:
    columns = ("一级指标", "二级指标", "三级指标", head)
    rows = (("产出指标", "数量指标", f"第{place}项", value) for place, value in enumerate(values))
    document, notes = read(form, table(*HEAD), Paragraph(), table(columns, *rows))
    return [row.target for row in document.projects[0].indicators], notes


def test_values_that_name_their_own_unit_are_put_to_the_user_once(hebei: Form) -> None:
    targets, notes = imported(hebei, "指标值（%）", "90", "≥5%", "3次", "优良")
    assert targets == [Target("", "90", "%"), Target("≥", "5", "%"), Target("", "3", "次"), Target("", "", "优良")]
    message = "表头里的单位“%”只加到了没有写单位的数值后面，请核对"
    assert [(note.kind, note.message, note.original) for note in notes] == [("guessed", message, "指标值（%）")]


def test_a_unit_that_is_not_known_is_put_to_the_user(hebei: Form) -> None:
    targets, notes = imported(hebei, "指标值（标台）", "90")
    assert targets == [Target("", "90", "")]
    assert [note.message for note in notes] == ["表头括号里的“标台”没有加到指标值后面，请核对"]
    assert imported(hebei, "指标值（标台）", "优良")[1] == ()


def test_what_a_head_says_of_the_year_or_of_filling_in_is_no_unit(hebei: Form) -> None:
    for head in ("指标值（2019年）", "指标值（年度）", "指标值（含单位）"):
        assert imported(hebei, head, "3次", "优良", "90") == (
            [Target("", "3", "次"), Target("", "", "优良"), Target("", "90", "")],
            (),
        )


def test_a_unit_beside_words_is_listed(hebei: Form) -> None:
    columns = ("一级指标", "二级指标", "三级指标", "指标值", "计量单位")
    rows = (("产出指标", "质量指标", "水平", "优良", "个"), ("", "", "次数", "≥3", "次"))
    document, notes = read(hebei, table(*HEAD), table(columns, *rows))
    assert [row.target for row in document.projects[0].indicators] == [Target("", "", "优良"), Target("≥", "3", "次")]
    assert [(note.kind, note.original) for note in notes] == [("ignored", "计量单位：个")]


def test_digits_that_stay_behind_an_operator_are_put_to_the_user(hebei: Form) -> None:
    targets, notes = imported(hebei, "指标值", "≥≥90%", "≥ 90%", "≤ 2020年底")
    assert targets[0] == Target("≥", "", "≥90%")
    assert [(note.kind, note.message, note.original, note.place) for note in notes] == [
        ("guessed", "没有读出完整的数值，数字仍留在文字里，请核对", "≥≥90%", "projects/1/indicators/2/target")
    ]


def test_parts_that_make_one_text_are_not_listed_and_the_same_texts_elsewhere_are(hebei: Form) -> None:
    heads = ("一级指标", "二级指标", "三级指标", "计算符号", "数值", "计量单位")
    rows = (("产出指标", "质量指标", "等级", "", "甲", "级"), ("", "", "星级", "", "三", "星级"))
    document, notes = read(hebei, table(*HEAD), table(heads, *rows, ("注", "甲", "级"), ("星级", "三")))
    assert [row.target.text for row in document.projects[0].indicators] == ["甲级", "三星级"]
    assert [note.original for note in notes] == ["注", "甲", "级", "星级", "三"]


def test_parts_below_a_wide_head_are_known_by_short_words_for_them(hebei: Form) -> None:
    heads = ("一级指标", "二级指标", "三级指标", "绩效指标值", "", "", "指标值设定依据")
    below = ("", "", "", "符号", "值", "单位（文字描述）", "")
    row = ("产出指标", "数量指标", "场次", "≥", "３", "场", "计划")
    document, notes = read(hebei, table(*HEAD), table(heads, below, row))
    (indicator,) = document.projects[0].indicators
    assert (indicator.target, indicator.basis, notes) == (Target("≥", "３", "场"), "计划", ())


def test_a_part_of_a_value_below_a_cell_that_reaches_over_it_is_listed(hebei: Form) -> None:
    heads = ("一级指标", "二级指标", "三级指标", "符号", "指标值", "计量单位")
    first = row_of(("产出指标", "数量指标", "份数", "≥", "5", "份"))
    over = Row(tuple(replace(cell, rows=2) if cell.text == "≥" else cell for cell in first.cells))
    second = row_of(("产出指标", "数量指标", "场次", "被盖住的字", "3", "场"))
    document, notes = read(hebei, Table((row_of(heads), over, second)))
    assert [row.target.operator for row in document.projects[0].indicators] == ["≥", "≥"]
    assert "被盖住的字" in [note.original for note in notes]
