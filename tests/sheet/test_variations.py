"""What other hands make of the form: shapes of tables that the importer has to survive."""

import pytest

from pbeditor.model.document import Budget, Indicator, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.read_amount import read_amount
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Table
from tests.sheet.test_interpret import GRID, HEAD, read, table


def rows_of(form: Form, *grid: tuple[str, ...]) -> tuple[Indicator, ...]:
    return read(form, table(*HEAD), table(*grid))[0].projects[0].indicators


def test_a_title_as_first_row_is_no_unit(hebei: Form) -> None:
    document, notes = read(hebei, table(("3、甲项目绩效目标表",), *HEAD, *GRID))
    assert (document.projects[0].unit, notes) == (Unit("203002", "某某局"), ())


@pytest.mark.parametrize(
    "row",
    [
        ("203002某某局", "单位：万元"),
        ("203002", "某某局", "单位：万元"),
        ("部门（单位）", "203002 某某局"),
        ("单位名称：203002某某局",),
    ],
)
def test_a_unit_is_read_glued_or_apart(hebei: Form, row: tuple[str, ...]) -> None:
    assert read(hebei, table(row, *HEAD[1:]))[0].projects[0].unit == Unit("203002", "某某局")


@pytest.mark.parametrize(
    ("text", "unit", "wanted", "result"),
    [
        ("250万元", "", "万元", "250"),
        ("2500000元", "万元", "万元", "250.00"),
        ("25,000", "元", "万元", "2.50"),
        ("25,000.5", "元", "万元", "2.50005"),
        ("2.5万元", "元", "元", "25000.00"),
        ("１２.５", "万元", "万元", "12.5"),
        ("12345", "元", "万元", "1.2345"),
        ("约2", "元", "万元", "约2"),
        ("25", "亿元", "万元", "250000.00"),
        ("25", "美元", "万元", "25"),
        ("1,2元", "元", "万元", "1,2元"),
        ("", "元", "万元", ""),
    ],
)
def test_an_amount_is_put_into_the_unit_of_the_form(text: str, unit: str, wanted: str, result: str) -> None:
    assert read_amount(text, unit, wanted) == result


def test_amounts_in_yuan_are_converted_with_a_note(hebei: Form) -> None:
    rows = (
        ("203002某某局", "单位：元"),
        HEAD[1],
        (*HEAD[2][:2], "20000.00", "其中：财政资金", "20000", "其他资金", ""),
        *HEAD[3:],
    )
    document, notes = read(hebei, table(*rows))
    assert (document.projects[0].budget, document.money_unit) == (Budget("2.00", "2.00", ""), "万元")
    assert [(note.kind, note.original) for note in notes] == [("guessed", "20000.00 / 20000")]


@pytest.mark.parametrize(
    ("heads", "texts", "target"),
    [
        (("计算符号", "指标值", "计量单位"), ("≥", "3", "次"), Target("≥", "3", "次")),
        (("计算符号", "数值", "计量单位"), ("≥", "3", "次"), Target("≥", "3", "次")),
        (("指标值", "数值", "计量单位"), ("提高", "3", "次"), Target("", "3", "提高次")),
        (("指标值", "数值", "计量单位"), ("提高", "", "次"), Target("", "", "提高")),
        (("计算符号", "指标值", "计量单位"), ("定性", "及时", ""), Target("定性", "", "及时")),
        (("指标值", "计量单位"), ("≥3", "次"), Target("≥", "3", "次")),
    ],
)
def test_parts_of_the_value_in_columns_of_their_own_are_put_together(
    heads: tuple[str, ...], texts: tuple[str, ...], target: Target, hebei: Form
) -> None:
    rows = rows_of(hebei, ("一级指标", "二级指标", "三级指标", *heads), ("产出指标", "数量指标", "次数", *texts))
    assert rows[0].target == target


def test_a_unit_in_the_head_of_the_value_column_follows_the_number(hebei: Form) -> None:
    rows = rows_of(
        hebei,
        ("一级指标", "二级指标", "三级指标", "指标值（%）"),
        ("产出指标", "质量指标", "合格率", "≥95"),
        ("", "", "完成率", ""),
    )
    assert [row.target for row in rows] == [Target("≥", "95", "%"), Target()]


def test_a_table_of_two_levels_takes_the_second_as_the_name(hebei: Form) -> None:
    rows = rows_of(hebei, ("一级指标", "二级指标", "指标值", "设定依据"), ("产出指标", "培训次数", "≥3次", ""))
    assert (rows[0].level2, rows[0].name) == ("", "培训次数")


def test_levels_that_stand_one_column_off_are_moved_with_a_note(hebei: Form) -> None:
    grid = (GRID[0], ("项目绩效", "产出指标", "培训次数", "", "≥3次", ""), ("产出指标", "数量指标", *GRID[1][2:]))
    document, notes = read(hebei, table(*HEAD), table(*grid))
    levels = [(row.level1, row.level2) for row in document.projects[0].indicators]
    assert levels == [("产出指标", ""), ("产出指标", "数量指标")]
    assert [(note.kind, note.original) for note in notes] == [("guessed", "项目绩效")]


def test_a_second_level_called_like_the_first_is_none_that_stands_off(hebei: Form) -> None:
    grid = (GRID[0], ("满意度指标", "满意度指标", "群众满意度", "", "≥9595%", ""))
    document, notes = read(hebei, table(*HEAD), table(*grid))
    assert [(row.level1, row.level2) for row in document.projects[0].indicators] == [("满意度指标", "满意度指标")]
    assert notes == ()


def test_categories_torn_by_spaces_are_made_whole(hebei: Form) -> None:
    rows = rows_of(hebei, GRID[0], ("满意\n度指 标", "服务对象 满意度指标", "满意度", "", "≥9595%", ""))
    assert (rows[0].level1, rows[0].level2) == ("满意度指标", "服务对象满意度指标")


def test_a_column_without_a_field_is_listed_with_its_head(hebei: Form) -> None:
    grid = ((*GRID[0], "权重"), (*GRID[1], "20"))
    _, notes = read(hebei, table(*HEAD), table(*grid))
    assert [(note.kind, note.original) for note in notes] == [("ignored", "权重：20")]


def test_the_head_of_a_blank_column_without_a_field_is_listed(hebei: Form) -> None:
    _, notes = read(hebei, table(*HEAD), table((*GRID[0], "权重"), (*GRID[1], "")))
    assert [(note.kind, note.original) for note in notes] == [("ignored", "权重")]


def test_a_cell_of_the_head_without_a_field_is_listed(hebei: Form) -> None:
    _, notes = read(hebei, table(*HEAD, ("项目负责人", "张三")))
    assert [(note.kind, note.original) for note in notes] == [("ignored", "项目负责人"), ("ignored", "张三")]


def test_other_periods_are_kept_and_put_to_the_user(hebei: Form) -> None:
    rows = (*HEAD[:4], ("资金支出计划（%）", "3月底", "6月底", "9月底", "12月底"), *HEAD[5:])
    document, notes = read(hebei, table(*rows))
    assert document.projects[0].plan == ("25.00", "50.00", "75.00", "100.00")
    assert document.periods == ("3月底", "6月底", "9月底", "12月底")
    assert [(note.where, note.kind) for note in notes] == [("全文", "guessed")]


def test_a_plan_with_periods_of_its_own_among_others_is_put_to_the_user(hebei: Form) -> None:
    rows = (*HEAD[:4], ("资金支出计划（%）", "一季度", "二季度", "三季度", "四季度"), *HEAD[5:])
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert document.periods == ()
    assert [(note.kind, note.original) for note in notes] == [("guessed", "一季度、二季度、三季度、四季度")]


def test_a_plan_of_half_years_has_two_periods(hebei: Form) -> None:
    rows = (*HEAD[:4], ("支出计划（%）", "6月底", "12月底"), ("", "50", "100"), HEAD[6])
    document, _ = read(hebei, table(*rows))
    assert (document.periods, document.projects[0].plan) == (("6月底", "12月底"), ("50", "100"))


def test_a_head_without_a_plan_leaves_it_blank(hebei: Form) -> None:
    assert read(hebei, table(*HEAD[:4], *HEAD[6:]))[0].projects[0].plan == ("", "", "", "")


def test_percent_signs_and_full_width_digits_of_a_plan_are_plain_numbers(hebei: Form) -> None:
    rows = (*HEAD[:5], ("", "２５%", "50％", "75.00%", "约100%"), HEAD[6])
    assert read(hebei, table(*rows))[0].projects[0].plan == ("25", "50", "75.00", "约100%")


def test_a_list_of_projects_is_no_project(hebei: Form) -> None:
    listed = table(("项目编码", "项目名称", "预算数", "财政资金", "其他资金"), ("1", "甲", "2", "2", ""))
    document, notes = read(hebei, Paragraph("2020年部门预算绩效信息"), listed, table(*HEAD))
    assert (len(document.projects), [note.kind for note in notes]) == (1, ["ignored"])


def test_grids_under_titles_of_their_own_are_projects_of_their_own(hebei: Form) -> None:
    document, _ = read(hebei, Paragraph("1、甲绩效目标表"), table(*GRID), Paragraph("2、乙绩效目标表"), table(*GRID))
    assert [(project.name, len(project.indicators)) for project in document.projects] == [("甲", 3), ("乙", 3)]


def test_merged_categories_hold_for_every_row_they_cover(hebei: Form) -> None:
    header, first, second, _ = (
        tuple(Cell((Run(text),) if text else (), place) for place, text in enumerate(row)) for row in GRID
    )
    merged = Cell((Run("产出指标"),), 0, rows=2)
    grid = Table((Row(header), Row((merged, *first[1:])), Row(second[1:])))
    rows = read(hebei, table(*HEAD), grid)[0].projects[0].indicators
    assert [row.level1 for row in rows] == ["产出指标", "产出指标"]
