"""Which cells of a head table belong to which label."""

import pytest

from pbeditor.model.document import Budget, Project
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Cell, Row, Run, Table, row_of
from tests.sheet.test_interpret import GRID, HEAD, read, table

NAME = ("项目编码", "A1", "项目名称", "甲项目")


def head(form: Form, *rows: tuple[str, ...]) -> tuple[Project, list[tuple[str, str]]]:
    """The project of a head with its name, and the report."""
    document, notes = read(form, table(NAME, *rows), table(*GRID))
    return document.projects[0], [(note.kind, note.original) for note in notes]


@pytest.mark.parametrize("label", ["", "绩效目标"])
def test_goals_in_several_rows_are_joined(label: str, hebei: Form) -> None:
    project, notes = head(
        hebei, ("绩效目标", "1、一。"), (label, "2、二。"), (label, "", "3、三。"), ("负责人", "张三")
    )
    assert project.goals == "1、一。\n2、二。\n3、三。"
    assert notes == [("ignored", "负责人"), ("ignored", "张三")]


@pytest.mark.parametrize(
    ("first", "rows", "goals"),
    [
        (("绩效目标", "1、一。"), (("2、二。",), ("3、三。",)), "1、一。\n2、二。\n3、三。"),
        (("绩效目标：",), (("1、一。",), ("2、二。\n3、三。",), ("4、四。",)), "1、一。\n2、二。\n3、三。\n4、四。"),
        (("绩效目标", "1、一。"), (("", "2、二。"), ("3、三。",)), "1、一。\n2、二。\n3、三。"),
    ],
)
def test_goals_whose_numbers_go_on_in_rows_without_a_label_are_joined(
    first: tuple[str, ...], rows: tuple[tuple[str, ...], ...], goals: str, hebei: Form
) -> None:
    project, notes = head(hebei, first, *rows)
    assert (project.goals, notes) == (goals, [])


@pytest.mark.parametrize("text", ["3、三。", "二。", "2.5万元", "二、二。"])
def test_a_row_without_a_label_whose_number_does_not_go_on_is_listed(text: str, hebei: Form) -> None:
    project, notes = head(hebei, ("绩效目标", "1、一。"), (text,))
    assert (project.goals, notes) == ("1、一。", [("ignored", text)])


def test_goals_below_a_merged_label_are_joined_and_each_once(hebei: Form) -> None:
    label, value = Cell((Run("绩效目标"),), 0, rows=3), Cell((Run("1、一。"),), 1, rows=2)
    rows = (row_of(NAME), Row((label, value)), Row(), Row((Cell((Run("2、二。"),), 1),)))
    document, notes = read(hebei, Table(rows), table(*GRID))
    assert (document.projects[0].goals, notes) == ("1、一。\n2、二。", ())


@pytest.mark.parametrize("row", [("", "经办人", "张三"), ("", "单位：万元"), ("", "其他资金")])
def test_a_row_of_more_than_a_text_does_not_go_on_with_the_goals(row: tuple[str, ...], hebei: Form) -> None:
    assert head(hebei, ("绩效目标", "1、一。"), row)[0].goals == "1、一。"


def test_a_purpose_goes_on_below_too(hebei: Form) -> None:
    rows = (("预算规模及资金用途", "预算数", "2.00"), ("", "用于甲。", ""), ("", "用于乙。"), ("绩效目标", "一。"))
    assert head(hebei, *rows)[0].purpose == "用于甲。\n用于乙。"


def test_a_value_in_the_cell_of_its_label_is_set_apart(hebei: Form) -> None:
    rows = (("资金总额：250", "其中：财政拨款：200"), ("资金用途：开展活动。",), ("绩效目标：做好：一。",))
    project, notes = head(hebei, *rows)
    assert project.budget == Budget("250", "200", "")
    assert (project.purpose, project.goals, notes) == ("开展活动。", "做好：一。", [])


def test_a_head_of_such_cells_alone_is_one(hebei: Form) -> None:
    rows = (("项目名称：乙项目", "项目编码：A-01"), ("绩效目标：做好。", ""))
    document, notes = read(hebei, table(*rows), table(*GRID))
    project = document.projects[0]
    assert (project.name, project.code, project.goals, notes) == ("乙项目", "A-01", "做好。", ())


def test_a_text_behind_its_label_stays_whole_though_it_begins_with_another(hebei: Form) -> None:
    assert head(hebei, ("绩效目标", "年度目标：做好。"))[0].goals == "年度目标：做好。"


def test_a_short_value_is_set_apart_behind_a_label_that_has_its_value_below(hebei: Form) -> None:
    project, notes = head(hebei, ("预算规模及资金用途", "预算数：250"), ("", "用于甲。"))
    assert (project.budget.total, project.purpose, notes) == ("250", "用于甲。", [])


def test_goals_stand_below_a_label_that_stands_beside_another(hebei: Form) -> None:
    rows = (("总体目标", "年度目标"), ("", "目标1：建成。"), ("", "目标2：运行。"), ("负责人", "张三"))
    project, notes = head(hebei, *rows)
    assert project.goals == "目标1：建成。\n目标2：运行。"
    assert notes == [("ignored", "负责人"), ("ignored", "张三")]


@pytest.mark.parametrize("label", ["年度总体目标", "年度\n总体\n目标"])
def test_goals_of_the_year_have_a_label_of_their_own(label: str, hebei: Form) -> None:
    assert head(hebei, (label, "目标1：建成。"))[0].goals == "目标1：建成。"


BOTH = (
    ("资金", "中期资金总额：", "100", "年度资金总额：", "50", ""),
    ("", "其中：财政拨款", "80", "其中：财政拨款", "40", ""),
    ("", "其他资金", "20", "其他资金", "10", ""),
    ("总体目标", "中期目标（2019年—2021年）", "", "年度目标", "", ""),
    ("", "三年建成。", "", "本年建成一期。", "", ""),
)


def test_of_amounts_and_goals_for_the_year_and_for_more_those_of_the_year_are_taken_with_a_note(hebei: Form) -> None:
    project, notes = head(hebei, *BOTH)
    assert (project.budget, project.goals) == (Budget("50", "40", "10"), "本年建成一期。")
    assert ("guessed", "年度资金总额：、年度目标") in notes
    listed = [text for kind, text in notes if kind == "ignored"]
    assert listed == [
        "资金",
        "中期资金总额：",
        "100",
        "其中：财政拨款",
        "80",
        "其他资金",
        "20",
        "中期目标（2019年—2021年）",
        "三年建成。",
    ]


def test_goals_for_more_years_alone_are_better_than_none(hebei: Form) -> None:
    project, notes = head(hebei, ("总体目标", "中期目标"), ("", "三年建成。"))
    assert project.goals == "三年建成。"
    assert [kind for kind, _ in notes] == ["guessed", "ignored"]


def test_amounts_for_more_years_without_a_total_are_read_as_they_come(hebei: Form) -> None:
    rows = (("中期资金", "100", "其中：财政拨款", "80"), ("绩效目标", "一。"))
    assert head(hebei, *rows)[0].budget == Budget("", "80", "")


def test_of_several_labels_for_a_field_the_first_with_a_value_counts(hebei: Form) -> None:
    project, notes = head(hebei, ("预算数", "", "预算金额", "3.00", "预算总额", "4.00"), ("绩效目标", "一。"))
    assert project.budget.total == "3.00"
    assert notes == [("ignored", "预算总额"), ("ignored", "4.00")]


def test_the_year_goes_before_the_whole_with_a_note(hebei: Form) -> None:
    project, notes = head(hebei, ("资金总额", "100"), ("年度资金总额", "50"), ("绩效目标", "一。"))
    assert project.budget.total == "50"
    assert notes[0] == ("guessed", "年度资金总额、绩效目标")


@pytest.mark.parametrize("label", ["", "资金支出计划（%）"])
def test_a_plan_has_no_period_behind_its_last_percentage(label: str, hebei: Form) -> None:
    plan = (("资金支出计划（%）", "3月底", "6月底", "10月底", "12月底", ""), (label, "25", "50", "75", "100", ""))
    project, notes = head(hebei, *plan, ("绩效目标", "一。"))
    assert (project.plan, notes) == (("25", "50", "75", "100"), [])


@pytest.mark.parametrize("many", [1, 3, 3_000])
def test_a_label_said_over_and_over_announces_each_text_once(hebei: Form, many: int) -> None:
    """Asking of each label all that it announces takes minutes with thousands of them."""
    goals = [table(("绩效目标", f"做好第{number}件事。")).rows[0] for number in range(many)]
    document, _ = read(hebei, Table((*table(*HEAD[:6]).rows, *goals)), table(*GRID))
    assert document.projects[0].goals.splitlines() == [f"做好第{number}件事。" for number in range(many)]


def test_a_row_of_labels_alone_announces_nothing(hebei: Form) -> None:
    document, _ = read(hebei, Table((*table(*HEAD[:6]).rows, row_of(("绩效目标",) * 5_000))), table(*GRID))
    assert (document.projects[0].name, document.projects[0].goals) == ("甲项目", "")


def test_a_text_beside_a_label_over_several_rows_is_taken_once(hebei: Form) -> None:
    tall = Row((Cell((Run("绩效目标"),), 0, 1, 3), Cell((Run("做好。"),), 1, 5, 2)))
    below = Row(row_of(("", "做得更好。")).cells[1:])
    document, _ = read(hebei, Table((*table(*HEAD[:6]).rows, tall, Row(()), below)), table(*GRID))
    assert document.projects[0].goals == "做好。\n做得更好。"


def test_a_text_over_several_rows_below_a_label_is_taken_once(hebei: Form) -> None:
    def side_by_side(year: str, years: str, rows: int = 1) -> tuple[Cell, Cell]:
        return Cell((Run(year),), 1, 2, rows), Cell((Run(years),), 3, 3, rows)

    over = Cell((Run("总体目标"),), 0, 1, 4)
    first, last = side_by_side("做好。", "都做好。", 2), side_by_side("做完。", "都做完。")
    rows = (Row((over, *side_by_side("年度目标", "中期目标"))), Row(first), Row(()), Row(last))
    document, _ = read(hebei, Table((*table(*HEAD[:6]).rows, *rows)), table(*GRID))
    assert document.projects[0].goals == "做好。\n做完。"


@pytest.mark.parametrize("between", ["\u3000\u3000", " ", "\n", "；", "，"])
def test_several_labels_with_their_values_in_one_cell_are_set_apart(between: str, hebei: Form) -> None:
    rows = (
        (between.join(("项目名称：乙项目", "项目编码: 203-0401-JBN-0002")),),
        (between.join(("预算数：5", "其中：财政资金：3", "其他资金：")), "单位：万元"),
        ("绩效目标：做好，年度目标：也是。",),
    )
    document, notes = read(hebei, table(*rows, *GRID))
    project = document.projects[0]
    assert (project.name, project.code, project.budget) == ("乙项目", "203-0401-JBN-0002", Budget("5", "3", ""))
    assert "年度目标：也是。" in project.goals
    assert notes == ()


def test_a_long_text_that_speaks_of_another_label_is_not_set_apart(hebei: Form) -> None:
    document, notes = read(hebei, table(("绩效目标：做好甲 项目名称：乙项目",), *GRID))
    assert [project.name for project in document.projects] == [""]
    assert "绩效目标：做好甲 项目名称：乙项目" in [note.original for note in notes]


def test_goals_of_a_table_that_compares_them_with_what_came_of_them_are_those_that_were_set(hebei: Form) -> None:
    rows = (("年度总体目标", "预期目标", "", "实际完成情况"), ("", "建成一期。", "", "已建成。"))
    project, notes = head(hebei, *rows)
    assert project.goals == "建成一期。"
    assert {("ignored", "实际完成情况"), ("ignored", "已建成。")} <= set(notes)


def test_the_head_of_a_column_beside_a_label_is_no_value(hebei: Form) -> None:
    document, _ = read(hebei, table(NAME, ("预算数", "2.00", "绩效目标", "绩效指标"), *GRID))
    assert document.projects[0].goals == ""
