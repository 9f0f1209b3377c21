"""Which tables belong to which project, by what stands between them."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Budget, Project, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.project_notes import FROM_HIDDEN, NAMELESS
from pbeditor.sheet.project_read import ProjectRead
from pbeditor.sheet.sheet import WORKSHEET, Block, Paragraph, Table
from tests.sheet.test_interpret import GRID, HEAD, read, table

REST = ("", "", "合格率", "", "≥9595%", "")


def projects(form: Form, *blocks: Block) -> tuple[list[tuple[str, int]], list[tuple[str, str]]]:
    """The projects with the number of their indicators, and the report."""
    document, notes = read(form, *blocks)
    found = [(project.name, len(project.indicators)) for project in document.projects]
    return found, [(note.kind, note.original) for note in notes]


@pytest.mark.parametrize("between", [Paragraph("附件3：部门整体支出自评表"), table(("审核意见", "同意"), ("甲", "乙"))])
def test_a_grid_behind_something_else_is_not_the_last_projects_and_listed_with_its_rows(
    between: Block, hebei: Form
) -> None:
    document, notes = read(hebei, table(*HEAD), table(*GRID), between, table(*GRID[:2]))
    assert len(document.projects[0].indicators) == 3
    assert [note.rows for note in notes if note.original.startswith("一级指标")] == [GRID[:2]]


@pytest.mark.parametrize("between", ["绩效指标", "第 1 页"])
def test_text_between_a_head_and_its_grid_does_not_part_them(between: str, hebei: Form) -> None:
    assert projects(hebei, table(*HEAD), Paragraph(between), table(*GRID))[0] == [("甲项目", 3)]


def test_a_line_with_the_unit_of_money_does_not_part_two_grids(hebei: Form) -> None:
    blocks = (table(*HEAD), table(*GRID), Paragraph("单位：万元"), table(GRID[0], REST))
    assert projects(hebei, *blocks) == ([("甲项目", 4)], [])


@pytest.mark.parametrize("between", ["2", "第2页", "— 2 —", "（2023年度）", "填表说明：略", "填表人：张三"])
def test_a_page_number_or_a_remark_does_not_part_two_grids(between: str, hebei: Form) -> None:
    blocks = (table(*HEAD), table(*GRID), Paragraph(between), table(GRID[0], REST))
    assert projects(hebei, *blocks)[0] == [("甲项目", 4)]


def test_a_page_number_between_the_parts_of_a_table_is_no_text(hebei: Form) -> None:
    more = ("", "数量指标", "场数", "", "≥3场", "")
    blocks = (table(*HEAD), table(*GRID[:2]), Paragraph("续表"), Paragraph("- 2 -"), table(more))
    assert projects(hebei, *blocks)[0] == [("甲项目", 2)]


@pytest.mark.parametrize(("row", "count"), [("填表人：张三", 4), ("其他需要说明的问题", 4), ("某某意见", 3)])
def test_a_row_that_says_who_filled_it_in_does_not_part_two_grids(row: str, count: int, hebei: Form) -> None:
    grid = (*GRID, (row, "", "", "", "", ""), GRID[0], REST)
    assert projects(hebei, table(*HEAD, *grid))[0] == [("甲项目", count)]


def test_indicators_below_a_goal_within_the_grid_go_on(hebei: Form) -> None:
    goal = ("绩效目标", "做好工作", "", "", "", "")
    more = ("效果指标", "社会效益指标", "知晓率", "", "≥95%", "")
    document, notes = read(hebei, table(*HEAD[:-1], *GRID, goal, more, goal, more))
    rows = document.projects[0].indicators
    assert [(row.level1, row.name) for row in rows[3:]] == [("效果指标", "知晓率")] * 2
    assert document.projects[0].goals == "做好工作"
    assert [note.original for note in notes if note.kind == "ignored"] == []


def test_that_levels_were_moved_is_told_of_the_table_where_they_were(hebei: Form) -> None:
    head = ("一级指标", "二级指标", "三级指标", "四级指标", "绩效指标描述", "指标值")
    moved = ("投入", "产出指标", "座数", "", "", "≥3座")
    _, notes = read(hebei, table(*HEAD), table(head, moved), table(GRID[0], *GRID[1:]), table(GRID[0], *GRID[1:]))
    assert len([note for note in notes if "指标级次" in note.message]) == 1


@pytest.mark.parametrize("between", ["续表", "（续表）", "（续）", "接上表", "续表2", "1、甲项目绩效目标表（续）", ""])
def test_a_table_that_a_page_has_cut_goes_on_with_the_levels_above(between: str, hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD), table(*GRID[:2]), Paragraph(between), table(GRID[0], REST))
    assert [(row.level1, row.level2) for row in document.projects[0].indicators] == [("产出指标", "数量指标")] * 2
    assert notes == ()


@pytest.mark.parametrize(("between", "count"), [("续表", 2), ("说明", 1)])
def test_a_table_without_a_header_and_levels_goes_on_where_a_line_says_so(
    between: str, count: int, hebei: Form
) -> None:
    blocks = (table(*HEAD), table(*GRID[:2]), Paragraph(between), table(REST))
    assert projects(hebei, *blocks)[0] == [("甲项目", count)]


def test_a_line_that_speaks_of_a_cut_is_a_word_of_the_layout_alone(hebei: Form) -> None:
    assert projects(hebei, Paragraph("续表"), table(*HEAD))[1] == []


def test_a_title_that_comes_again_over_the_rest_of_a_grid_begins_no_project(hebei: Form) -> None:
    title = Paragraph("1、甲项目绩效目标表")
    found = projects(hebei, title, table(*HEAD), table(*GRID), title, table(GRID[0], REST))
    assert found == ([("甲项目", 4)], [("guessed", "甲项目")])


def test_grids_without_heads_and_titles_are_parted_by_what_stands_between(hebei: Form) -> None:
    found, _ = projects(hebei, Paragraph("甲"), table(*GRID), Paragraph("乙"), table(*GRID[:2]))
    assert found == [("", 3), ("", 1)]


@pytest.mark.parametrize("name", [("项目编码", "A1"), ("项目名称", "甲项目")])
def test_a_head_behind_its_grid_completes_the_project(name: tuple[str, str], hebei: Form) -> None:
    head = (name, ("预算数", "2.00"), ("绩效目标", "做好。"))
    document, notes = read(hebei, Paragraph("1、甲项目绩效目标表"), table(*GRID), Paragraph(""), table(*head))
    assert [(each.name, len(each.indicators), each.goals) for each in document.projects] == [("甲项目", 3, "做好。")]
    assert [note.kind for note in notes] == ["missing"]


def test_a_head_in_two_tables_is_one_project(hebei: Form) -> None:
    found = projects(hebei, table(*HEAD[:2], ("预算数", "2.00")), table(*HEAD[4:]), table(*GRID))
    assert found == ([("甲项目", 3)], [])


def test_a_head_that_tells_another_amount_begins_a_project(hebei: Form) -> None:
    second = table(("预算数", "3.00"), ("绩效目标", "做好。"))
    assert projects(hebei, table(*HEAD), table(*GRID), second, table(*GRID))[0] == [("甲项目", 3), ("", 3)]


def test_what_two_heads_of_a_project_both_have_is_the_first_ones_and_the_other_is_listed(hebei: Form) -> None:
    second = table(("绩效目标", "另一个目标。"), ("资金用途", "用于乙。"))
    document, notes = read(hebei, table(*HEAD), second, table(*GRID))
    assert (document.projects[0].goals, document.projects[0].purpose) == (HEAD[6][1], "用于甲事项。")
    assert [note.original for note in notes] == ["另一个目标。", "用于乙。"]


def test_a_name_in_a_head_below_goes_before_a_title() -> None:
    read_so_far = ProjectRead(Project("1", name="甲"), [], has_head=False, levels={})
    new = Project("1", Unit("203", "某局"), "A1", "甲项目", Budget("2.00"))
    assert read_so_far.goes_on_with(new, "甲项目", below=True, apart=False)
    read_so_far.complete(new)
    assert read_so_far.project == new


def test_a_blank_table_is_passed_over(hebei: Form) -> None:
    assert projects(hebei, table(*HEAD), Table(table(("", "")).rows), table(*GRID)) == ([("甲项目", 3)], [])


def test_a_project_of_a_hidden_worksheet_is_told(hebei: Form) -> None:
    document, notes = read(hebei, *(replace(table(*rows), hidden="旧稿") for rows in (HEAD, GRID)))
    (note,) = (note for note in notes if note.message == FROM_HIDDEN)
    assert (note.where, note.original, note.place) == ("项目1“甲项目”", "旧稿", f"projects/{document.projects[0].id}")


def test_a_head_that_names_no_project_and_begins_one_is_told(hebei: Form) -> None:
    money = table(("预算数", "5.00", "其中：财政资金", "5.00"))
    document, notes = read(hebei, table(*HEAD), table(*GRID), Paragraph("二、资金情况"), money)
    assert [project.name for project in document.projects] == ["甲项目", ""]
    (note,) = (note for note in notes if note.kind == "missing")
    assert (note.message, note.place) == (NAMELESS, f"projects/{document.projects[1].id}")


@pytest.mark.parametrize("name", ["2", "续表", "备注"])
@pytest.mark.parametrize("first", [table(*HEAD, *GRID), table(*HEAD), table(*GRID)], ids=["whole", "head", "grid"])
@pytest.mark.parametrize("rows", [GRID, GRID[1:], HEAD[2:4], HEAD], ids=["grid", "rows", "amounts", "head"])
def test_nothing_of_a_hidden_worksheet_goes_into_a_project_that_one_sees(
    name: str, first: Table, rows: tuple[tuple[str, ...], ...], hebei: Form
) -> None:
    seen, _ = read(hebei, Paragraph("1、甲项目绩效目标表"), first)
    hidden = replace(table(*rows), hidden=name)
    document, _ = read(hebei, Paragraph("1、甲项目绩效目标表"), first, Paragraph(name, WORKSHEET), hidden)
    one, other = seen.projects[0], document.projects[0]
    assert (one.name, one.budget, one.goals) == (other.name, other.budget, other.goals)
    assert [row.name for row in one.indicators] == [row.name for row in other.indicators]


@pytest.mark.parametrize("title", ["部门整体支出绩效目标表", "2024年部门（单位）整体支出绩效目标申报表"])
def test_a_table_of_the_whole_department_is_said_to_be_no_projects(title: str, hebei: Form) -> None:
    nameless = (HEAD[0], ("项目编码", "A1"), *HEAD[2:])
    found, notes = projects(hebei, Paragraph(title), table(*nameless), table(*GRID))
    name = title.partition("绩效")[0]
    assert (found, ("guessed", name) in notes) == ([(name, 3)], True)


def test_a_part_that_a_page_has_cut_goes_on_though_the_head_of_its_project_is_wider(hebei: Form) -> None:
    wide = (*HEAD[0], "", "", "", "", "", "", "备注")
    blocks = (table(wide, *HEAD[1:], *GRID[:2]), Paragraph(""), table(("", "质量指标", "合格率", "", "≥95%", "")))
    assert projects(hebei, *blocks)[0] == [("甲项目", 2)]
