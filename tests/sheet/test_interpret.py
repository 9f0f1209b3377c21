"""Tables and paragraphs of other hands are understood by their labels; what is not understood is said."""

import pytest

from pbeditor.model.document import Budget, Document, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import Block, Note, Paragraph, Sheet, Table, row_of

HEAD = (
    ("203002某某局", "单位：万元"),
    ("项目编码", "203-0401-JBN-0001", "项目名称", "甲项目"),
    ("预算规模及资金用途", "预算数", "2.00", "其中：财政资金", "2.00", "其他资金", ""),
    ("", "用于甲事项。"),
    ("资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"),
    ("", "25.00", "50.00", "75.00", "100.00"),
    ("绩效目标", "1、做好甲事项。\n2、做好乙事项。"),
)
GRID = (
    ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"),
    ("产出指标", "数量指标", "次数", "开展次数", "≥33次", ""),
    ("", "", "人数", "参加人数", "≥9090人", ""),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "", "≥9595%", "计划"),
)


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(row_of(row) for row in rows))


def read(form: Form, *blocks: Block) -> tuple[Document, tuple[Note, ...]]:
    return interpret(Sheet(blocks), form)


def test_a_head_and_a_grid_make_a_project(hebei: Form) -> None:
    document, notes = read(hebei, Paragraph("1、甲项目绩效目标表"), table(*HEAD), Paragraph(""), table(*GRID))
    project = document.projects[0]
    assert notes == ()
    assert (project.unit, project.code, project.name) == (Unit("203002", "某某局"), "203-0401-JBN-0001", "甲项目")
    assert (project.budget, project.purpose) == (Budget("2.00", "2.00", ""), "用于甲事项。")
    assert project.plan == ("25.00", "50.00", "75.00", "100.00")
    assert project.goals == "1、做好甲事项。\n2、做好乙事项。"


def test_blank_category_cells_go_on_with_the_ones_above(hebei: Form) -> None:
    project = read(hebei, table(*HEAD), table(*GRID))[0].projects[0]
    assert [(row.level1, row.level2) for row in project.indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("满意度指标", "服务对象满意度指标"),
    ]
    assert project.indicators[2].target == Target("≥", "95", "95%")


@pytest.mark.parametrize("ditto", ["同上", "〃"])
def test_a_category_that_says_that_it_is_the_one_above_is(ditto: str, hebei: Form) -> None:
    rows = (*GRID[:2], ("产出指标", ditto, "场次", "", "≥3次", ditto), (ditto, ditto, "人次", "", "≥9人次", ""))
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert {(row.level1, row.level2) for row in document.projects[0].indicators} == {("产出指标", "数量指标")}
    assert (document.projects[0].indicators[1].basis, notes) == (ditto, ())


def test_head_and_grid_in_one_table_are_one_project(hebei: Form) -> None:
    apart, joined = read(hebei, table(*HEAD), table(*GRID))[0], read(hebei, table(*HEAD, *GRID))[0]
    assert joined == apart


def test_a_grid_that_goes_on_with_a_repeated_header_is_one_grid(hebei: Form) -> None:
    split = read(
        hebei, table(*HEAD), table(*GRID[:3]), table(GRID[0], ("产出指标", *GRID[3][1:])), table(*GRID[:1], *GRID)
    )[0]
    assert [len(project.indicators) for project in split.projects] == [2 + 1 + 3]


def test_a_header_of_three_labels_is_known_when_it_comes_again(hebei: Form) -> None:
    head, rows = ("一级指标", "三级指标", "指标值"), (("产出指标", "次数", "≥3次"), ("产出指标", "人数", "≥9人"))
    document, notes = read(hebei, table(*HEAD), table(head, rows[0], head, rows[1]))
    assert ([row.name for row in document.projects[0].indicators], notes) == (["次数", "人数"], ())


def test_a_table_of_second_levels_alone_goes_on_with_the_grid_before_it(hebei: Form) -> None:
    rest = ("", "质量指标", "合格率", "", "≥9595%", "")
    document, _ = read(hebei, table(*HEAD), table(*GRID[:2]), table(rest))
    assert [row.name for row in document.projects[0].indicators] == ["次数", "合格率"]


def test_a_head_is_none_of_the_rows_of_the_grid_before_it(hebei: Form) -> None:
    head = tuple((*row, *[""] * 6)[:6] for row in (("项目编码", "A1"), ("项目名称", "数量指标")))
    document, _ = read(hebei, table(*HEAD), table(*GRID), table(*head))
    assert [(project.name, len(project.indicators)) for project in document.projects] == [
        ("甲项目", 3),
        ("数量指标", 0),
    ]


def test_blank_rows_and_fillers_are_no_indicators(hebei: Form) -> None:
    rows = (*GRID, ("", "", "", "", "", ""), ("……", "……", "……", "……", "……", "……"), ("无", "", "", "", "", ""))
    assert len(read(hebei, table(*HEAD), table(*rows))[0].projects[0].indicators) == 3


def test_labels_broken_by_spaces_and_lines_and_synonyms_are_labels(hebei: Form) -> None:
    grid = (("一级 指标", "二级\n指标", "指标名称", "指标解释", "目标值", "设定依据"), *GRID[1:])
    assert len(read(hebei, table(*HEAD), table(*grid))[0].projects[0].indicators) == 3


def test_sections_of_the_overall_targets_are_read_from_running_text(hebei: Form) -> None:
    document, _ = read(
        hebei,
        Paragraph("2021年部门预算绩效信息"),
        Paragraph("第一部分 部门整体绩效目标"),
        Paragraph("（一）总体绩效目标："),
        Paragraph("第一段。"),
        Paragraph("第二段。"),
        Paragraph("（二）分项绩效目标：写在同一行的正文。"),
        Paragraph("第二部分  预算项目绩效目标"),
        Paragraph("1、甲项目绩效目标表"),
        table(*HEAD),
    )
    assert (document.title, document.year) == ("2021年部门预算绩效信息", 2021)
    assert document.overall == (
        Section("总体绩效目标", "第一段。\n第二段。"),
        Section("分项绩效目标", "写在同一行的正文。"),
    )


def test_lines_of_a_table_of_contents_are_passed_over(hebei: Form) -> None:
    document, notes = read(
        hebei,
        Paragraph("2020年部门预算绩效信息"),
        Paragraph("1、甲项目绩效目标表........3"),
        Paragraph("（一）总体绩效目标："),
        Paragraph("正文。"),
        table(*HEAD),
    )
    assert notes == ()
    assert document.overall == (Section("总体绩效目标", "正文。"),)


def test_what_has_no_place_is_listed_with_its_text(hebei: Form) -> None:
    _, notes = read(
        hebei,
        Paragraph("2020年部门预算绩效信息"),
        table(("收入", "支出"), ("1", "2")),
        Paragraph("另有说明"),
        table(*HEAD),
    )
    assert [(note.kind, note.original) for note in notes] == [
        ("ignored", "收入 / 支出 / 1 / 2"),
        ("ignored", "另有说明"),
    ]


def test_a_file_without_projects_says_so(hebei: Form) -> None:
    document, notes = read(hebei)
    assert (document.projects, [note.kind for note in notes]) == ((), ["missing"])


def test_a_grid_without_a_head_becomes_a_project_named_by_its_title(hebei: Form) -> None:
    document, notes = read(hebei, Paragraph("1、甲项目绩效目标表"), table(*GRID))
    assert (document.projects[0].name, len(document.projects[0].indicators)) == ("甲项目", 3)
    assert [note.kind for note in notes] == ["missing"]


def test_a_title_names_the_first_grid_below_it_alone(hebei: Form) -> None:
    document, _ = read(hebei, Paragraph("1、甲项目绩效目标表"), table(*GRID), table(*GRID))
    assert [(project.name, len(project.indicators)) for project in document.projects] == [("甲项目", 6)]


def test_a_doubtful_value_is_put_to_the_user_with_the_likely_split_first(hebei: Form) -> None:
    grid = (*GRID, ("产出指标", "数量指标", "检查次数", "", "≥903次及以上", ""))
    document, notes = read(hebei, table(*HEAD), table(*grid))
    assert document.projects[0].indicators[3].target == Target("≥", "90", "3次及以上")
    assert [(note.kind, note.original) for note in notes] == [("guessed", "≥903次及以上")]
    assert "≥ | 903 | 次及以上" in notes[0].message


def test_a_unit_named_once_holds_for_the_projects_after_it(hebei: Form) -> None:
    document, _ = read(hebei, table(*HEAD), table(*GRID), table(*HEAD[1:]), table(*GRID))
    assert [project.unit.code for project in document.projects] == ["203002", "203002"]


def test_a_title_beside_others_above_a_grid_names_the_project_and_the_others_are_listed(hebei: Form) -> None:
    document, notes = read(hebei, table(("填报说明", "", "1、甲项目绩效目标表"), *GRID))
    assert [project.name for project in document.projects] == ["甲项目"]
    assert [note.original for note in notes if note.kind == "ignored"] == ["填报说明"]


def test_a_unit_label_with_nothing_behind_it_gives_no_unit(hebei: Form) -> None:
    label = hebei.labels["unit"][0]
    document, _ = read(hebei, table(*HEAD[1:3], (label, ""), *HEAD[3:]), table(*GRID))
    assert document.projects[0].unit == Unit()


def test_a_remark_beside_the_unit_of_money_above_the_labels_is_listed_and_names_no_unit(hebei: Form) -> None:
    document, notes = read(hebei, table(("初稿待核 单位：万元", "203002某某局"), *HEAD[1:], *GRID))
    assert document.projects[0].unit == Unit("203002", "某某局")
    assert [note.original for note in notes if note.kind == "ignored"] == ["初稿待核 单位：万元"]
