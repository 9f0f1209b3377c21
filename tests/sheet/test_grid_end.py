"""Rows below the indicators, in the same table."""

import pytest

from pbeditor.model.document import Budget, Indicator
from pbeditor.model.form import Form
from pbeditor.sheet.grid import Labels
from pbeditor.sheet.grid_end import parted
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Table, row_of
from tests.sheet.test_interpret import GRID, HEAD, read, table


def ignored(form: Form, *rows: tuple[str, ...]) -> tuple[int, list[str]]:
    """How many indicators are read of the grid with more rows below it, and what the report lists."""
    document, notes = read(form, table(*HEAD), table(*GRID, *rows))
    return len(document.projects[0].indicators), [note.original for note in notes if note.kind == "ignored"]


@pytest.mark.parametrize(
    ("row", "listed"),
    [
        (("填表人：张三", "", "联系电话：1", "", "日期：5日", ""), ["填表人：张三", "联系电话：1", "日期：5日"]),
        (("其他需要说明的问题", "无", "", "", "", ""), ["其他需要说明的问题"]),
        (("其他需要说明的问题", "分两年做", "", "", "", ""), ["其他需要说明的问题", "分两年做"]),
        (("合计", "", "", "", "100", ""), ["合计", "100"]),
        (("注：指标值为年度值", "", "", "", "", ""), ["注：指标值为年度值"]),
        (("负责人", "", "张三", "", "", ""), ["负责人", "张三"]),
        (("某某意见", "", "", "", "", ""), ["某某意见"]),
    ],
)  # fmt: skip
def test_lines_below_the_indicators_are_listed_and_no_indicators(
    row: tuple[str, ...], listed: list[str], hebei: Form
) -> None:
    assert ignored(hebei, row) == (3, listed)


def test_a_wide_remark_below_is_no_name_of_an_indicator(hebei: Form) -> None:
    remark = Row((*row_of(("其他意见",)).cells, Cell((Run("同意申报"),), 1, columns=5)))
    _, notes = read(hebei, table(*HEAD), Table((*table(*GRID).rows, remark)))
    assert [note.original for note in notes] == ["其他意见", "同意申报"]


@pytest.mark.parametrize(
    "row",
    [
        ("其他指标", "", "座数", "", "≥3座", ""),
        ("", "", "合计", "", "≥3座", ""),
        ("", "", "财政资金", "", "≥3万元", ""),
        ("成本", "资金总额", "资金总额", "", "≥3万元", ""),
    ],
)
def test_an_indicator_below_the_known_categories_is_one(row: tuple[str, ...], hebei: Form) -> None:
    assert ignored(hebei, row) == (4, [])


def test_a_grid_without_known_categories_has_no_end_of_its_own(hebei: Form) -> None:
    grid = (GRID[0], ("投入", "资金", "到位率", "", "≥95%", ""), ("其他", "", "", "", "", ""))
    document, _ = read(hebei, table(*HEAD), table(*grid))
    assert [row.level1 for row in document.projects[0].indicators] == ["投入", "其他"]


def test_a_grid_of_names_and_values_alone_has_no_end_of_its_own(hebei: Form) -> None:
    grid = (("指标名称", "指标值", "设定依据"), ("财政资金", "≥3万元", ""))
    document, _ = read(hebei, table(*HEAD), table(*grid))
    assert [row.name for row in document.projects[0].indicators] == ["财政资金"]


@pytest.mark.parametrize("filler", ["", "无", "……", "/", "——", "暂无"])
def test_a_category_without_an_indicator_is_listed_and_none(filler: str, hebei: Form) -> None:
    assert ignored(hebei, ("效果指标", "社会效益指标", filler, filler, "", "")) == (3, ["效果指标 / 社会效益指标"])


def test_a_category_in_a_row_above_its_indicators_is_theirs(hebei: Form) -> None:
    assert ignored(hebei, ("效果指标", "", "", "", "", ""), ("", "社会效益指标", "人数", "", "≥9090人", "")) == (4, [])


def test_a_row_that_says_that_the_table_goes_on_is_no_indicator(hebei: Form) -> None:
    assert ignored(hebei, ("（续表）", "", "", "", "", ""), GRID[0], ("", "", "合格率", "", "≥95%", "")) == (4, [])


def test_goals_and_plan_below_the_indicators_are_the_projects(hebei: Form) -> None:
    rows = tuple((*row, *[""] * 6)[:6] for row in (HEAD[6], HEAD[4], HEAD[5]))
    document, notes = read(hebei, table(*HEAD[:4]), table(*GRID, *rows))
    project = document.projects[0]
    assert (len(project.indicators), project.goals, project.plan) == (3, HEAD[6][1], HEAD[5][1:])
    assert notes == ()


def test_one_goal_below_in_the_cell_of_its_label_is_the_projects(hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD[:6]), table(*GRID, ("绩效目标：做好。", "", "", "", "", "")))
    assert (document.projects[0].goals, len(document.projects[0].indicators), notes) == ("做好。", 3, ())


def test_a_head_and_its_grid_below_another_grid_are_a_project_of_their_own(hebei: Form) -> None:
    head = (("项目编码", "203-0401-JBN-0002", "项目名称", "乙项目"), ("预算数", "3.00", "财政资金", "3.00"))
    document, notes = read(hebei, table(*HEAD, *GRID, *head, *GRID[:2]))
    assert [(each.name, each.budget, len(each.indicators)) for each in document.projects] == [
        ("甲项目", Budget("2.00", "2.00", ""), 3),
        ("乙项目", Budget("3.00", "3.00", ""), 1),
    ]
    assert notes == ()


def test_a_heading_over_another_grid_in_the_same_table_ends_the_first(hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD), table(*GRID, ("附件3：自评表", "", "", "", "", ""), *GRID[:2]))
    rows: tuple[Indicator, ...] = document.projects[0].indicators
    assert [row.name for row in rows] == ["次数", "人数", "群众满意度"]
    assert [(note.kind, note.original) for note in notes] == [
        ("ignored", " / ".join(text for row in (("附件3：自评表",), *GRID[:2]) for text in row if text)),
    ]
    assert notes[0].rows[1:] == GRID[:2]


def test_many_projects_in_one_table_without_titles_are_as_many(hebei: Form) -> None:
    """Each is taken once, however many there are."""
    heads = [(("项目编码", f"A{number}", "项目名称", f"项目{number}"), ("预算数", "2.00")) for number in range(400)]
    document, notes = read(hebei, table(*(row for head in heads for row in (*head, *GRID[:2]))))
    assert [project.name for project in document.projects] == [f"项目{number}" for number in range(400)]
    assert {len(project.indicators) for project in document.projects} == {1}
    assert notes == ()


def test_many_headings_over_grids_in_one_table_are_listed(hebei: Form) -> None:
    more = [row for _ in range(400) for row in (("附件：自评表", "", "", "", "", ""), *GRID[:2])]
    document, notes = read(hebei, table(*HEAD, *GRID, *more))
    assert [len(project.indicators) for project in document.projects] == [3]
    assert [len(note.rows) for note in notes] == [len(more)]


def test_many_grids_under_names_in_one_table_are_looked_at_once_each(hebei: Form) -> None:
    """What is left of the table was read again below each grid: a thousand of them took ten seconds."""
    named = [
        ((f"{name}修缮经费", "", "", "", "", ""), *GRID[:2]) for name in (f"第{number}小学" for number in range(9))
    ]
    sheet = table(*(row for rows in named for row in rows))
    cut = [*parted(sheet, Labels(hebei))]
    assert [len(part.table.rows) for part in cut] == [3] * 9
    document, _ = read(hebei, sheet)
    assert [project.name for project in document.projects] == [rows[0][0] for rows in named]


def test_a_head_over_further_indicators_of_a_project_begins_no_other(hebei: Form) -> None:
    document, _ = read(hebei, table(*HEAD, *GRID, ("年度绩效指标", "", "", "", "", ""), *GRID[:2]))
    assert [len(project.indicators) for project in document.projects] == [4]


def test_in_a_grid_that_begins_with_names_no_name_ends_it(hebei: Form) -> None:
    grid = (
        ("三级指标", "指标值", "一级指标", "二级指标"),
        ("财政资金", "≥9090万元", "产出指标", "数量指标"),
        ("负责人", "", "", ""),
    )
    document, _ = read(hebei, table(*HEAD), table(*grid))
    assert [row.name for row in document.projects[0].indicators] == ["财政资金", "负责人"]


def test_a_head_below_in_a_table_of_its_own_takes_nothing_of_the_grid_before_again(hebei: Form) -> None:
    foot = ("合计", "", "", "", "", "")
    document, notes = read(hebei, table(*HEAD), table(*GRID, foot), table(("项目编码", "A2"), ("项目名称", "乙项目")))
    assert [(project.name, len(project.indicators)) for project in document.projects] == [("甲项目", 3), ("乙项目", 0)]
    assert [note.original for note in notes] == ["合计"]


def test_an_unknown_word_between_categories_ends_no_grid(hebei: Form) -> None:
    grid = (*GRID[:2], ("投入", "", "", "", "100", ""), *GRID[1:])
    document, _ = read(hebei, table(*HEAD), table(*grid))
    assert [row.level1 for row in document.projects[0].indicators] == [
        "产出指标",
        "投入",
        "产出指标",
        "产出指标",
        "满意度指标",
    ]


UNIT = ("单位", "某某处", "", "", "", "")
MORE = ("", "质量指标", "合格率", "", "≥95%", "")


@pytest.mark.parametrize("over", [(), (("一级指标", "二级指标", "绩效指标", "", "", ""),)], ids=["one", "two"])
def test_indicators_go_on_below_a_label_of_the_head_whatever_rows_of_heads_they_have(
    over: tuple[tuple[str, ...], ...], hebei: Form
) -> None:
    heads = (*over, ("", "", *GRID[0][2:]) if over else GRID[0])
    document, notes = read(hebei, table(*HEAD), table(*heads, *GRID[1:], UNIT, MORE))
    assert [row.name for row in document.projects[0].indicators] == ["次数", "人数", "群众满意度", "合格率"]
    assert [note.original for note in notes if note.kind == "ignored"] == ["某某处"]


def test_a_table_that_begins_with_a_label_of_the_head_is_listed_though_a_page_is_said_to_have_cut_it(
    hebei: Form,
) -> None:
    document, notes = read(hebei, table(*HEAD), table(*GRID), Paragraph("续表"), table(UNIT, MORE))
    assert len(document.projects[0].indicators) == len(GRID) - 1
    assert "某某处" in "".join(note.original for note in notes)
