"""Heads over the heads of a grid: they are no text of anybody, and what stands below them is read."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Sheet, Table, row_of
from tests.sheet.test_interpret import HEAD, read, table

LABELS = ("一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据")
ROWS = (
    ("产出指标", "数量指标", "会议次数", "≥3次", "计划标准"),
    ("", "质量指标", "合格率", "≥95%", "历史标准"),
)
GROUPS = (("指标级次", 0, 2, 1), ("指标内容及要求", 2, 3, 1))
TALL = (("一级指标", 0, 1, 2), ("二级指标", 1, 1, 2))


def row(*cells: tuple[str, int, int, int]) -> Row:
    return Row(tuple(Cell((Run(text),), column, columns, rows) for text, column, columns, rows in cells))


def grid(*rows: Row, below: tuple[tuple[str, ...], ...] = ROWS) -> Table:
    return Table((*rows, *map(row_of, below)))


@pytest.mark.parametrize(
    "heads",
    [
        (row(("绩效指标", 0, 5, 1)), row_of(LABELS)),
        (row(*GROUPS), row_of(LABELS)),
        (row(("年度绩效指标情况", 0, 5, 1)), row(*GROUPS), row_of(LABELS)),
        (
            row(*TALL, ("绩效指标", 2, 2, 1), ("其他情况", 4, 1, 1)),
            Row(row_of(("", "", "三级指标", "指标值", "指标值确定依据")).cells[2:]),
        ),
        (
            row_of(("一级指标", "二级指标", "绩效指标", "", "其他情况")),
            row_of(("", "", "三级指标", "指标值", "指标值确定依据")),
        ),
        (
            row(*TALL, ("绩效指标", 2, 2, 1), ("设定情况", 4, 2, 1)),
            Row(row_of(("", "", "三级指标", "指标值", "指标值确定依据")).cells[2:]),
        ),
    ],
    ids=["over all", "over groups", "both", "beside a single head", "not merged", "in one row with labels"],
)
def test_heads_over_others_are_not_listed(heads: tuple[Row, ...], hebei: Form) -> None:
    for tables in ((table(*HEAD), grid(*heads)), (Table((*table(*HEAD).rows, *grid(*heads).rows)),)):
        document, notes = interpret(Sheet(tables), hebei)
        rows = document.projects[0].indicators
        assert [(each.level1, each.name, each.target.number, each.basis) for each in rows] == [
            ("产出指标", "会议次数", "3", "计划标准"),
            ("产出指标", "合格率", "95", "历史标准"),
        ]
        assert [note for note in notes if note.kind == "ignored"] == []


def test_a_row_above_the_heads_that_says_something_else_is_listed(hebei: Form) -> None:
    for said in ("本表由财务科填报", "指标按上级要求设置，请勿改动"):
        _, notes = read(hebei, table(*HEAD), grid(row((said, 0, 5, 1)), row_of(LABELS)))
        assert said in [note.original for note in notes]


def test_a_remark_above_the_heads_is_listed_though_it_speaks_of_indicators(hebei: Form) -> None:
    remark = row(("备注", 0, 2, 1), ("指标值按批复标准", 2, 3, 1))
    _, notes = read(hebei, table(*HEAD), grid(remark, row_of(LABELS)))
    assert [note.original for note in notes if note.kind == "ignored"] == ["备注", "指标值按批复标准"]


def test_the_name_of_another_project_above_the_heads_keeps_its_rows_out_of_the_one_before(hebei: Form) -> None:
    named = grid(row(("乙项目绩效指标", 0, 5, 1)), row_of(LABELS))
    rows = (*table(*HEAD).rows, *grid(row_of(LABELS)).rows, *named.rows)
    document, notes = interpret(Sheet((Table(rows),)), hebei)
    assert [len(project.indicators) for project in document.projects] == [len(ROWS)]
    assert [note.rows[0][0] for note in notes if note.rows] == ["乙项目绩效指标"]  # its name goes with its rows


def test_a_head_that_begins_its_table_is_no_line_and_no_title(hebei: Form) -> None:
    section = (Paragraph("（一）总体绩效目标："), Paragraph("正文"))
    document, notes = read(hebei, *section, grid(row(("年度绩效指标情况", 0, 5, 1)), row_of(LABELS)))
    assert (document.title, document.overall[0].text) == ("", "正文")
    assert [note for note in notes if note.kind == "ignored"] == []


def test_a_line_that_says_what_a_head_says_elsewhere_is_listed(hebei: Form) -> None:
    line = Paragraph("指标内容及要求")
    _, notes = read(hebei, table(*HEAD), grid(row(*GROUPS), row_of(LABELS)), line)
    assert [note.original for note in notes if note.kind == "ignored"] == [line.text]


def test_heads_that_name_years_in_brackets_are_heads(hebei: Form) -> None:
    terms = row(("指标", 0, 3, 1), ("年度指标（2024年度）", 3, 1, 1), ("说明", 4, 1, 1))
    _, notes = read(hebei, table(*HEAD), grid(terms, row_of(LABELS)))
    assert [note for note in notes if note.kind == "ignored"] == []


def test_a_plan_right_above_the_heads_is_no_row_of_heads(hebei: Form) -> None:
    plan = (
        row(("资金支出计划（%）", 0, 1, 2), ("6月底", 1, 2, 1), ("12月底", 3, 2, 1)),
        row(("50", 1, 2, 1), ("100", 3, 2, 1)),
    )
    document, _ = interpret(Sheet((Table((*table(*HEAD[:3]).rows, *plan, *grid(row_of(LABELS)).rows)),)), hebei)
    assert document.projects[0].plan[:2] == ("50", "100")


def test_parts_of_a_value_below_a_wide_head_are_taken_once(hebei: Form) -> None:
    heads = (
        row(*TALL, ("三级指标", 2, 1, 2), ("绩效指标值", 3, 3, 1)),
        Row(row_of(("", "", "", "符号", "数值", "计量单位")).cells[3:]),
    )
    document, _ = read(hebei, table(*HEAD), grid(*heads, below=(("产出指标", "数量指标", "会议次数", "≥", "3", "次"),)))
    target = document.projects[0].indicators[0].target
    assert (target.operator, target.number, target.text) == ("≥", "3", "次")


@pytest.mark.parametrize("terms", [("年度指标", "中期指标"), ("中期指标", "年度指标")])
def test_of_heads_over_values_the_one_of_the_year_is_taken_and_told(terms: tuple[str, str], hebei: Form) -> None:
    heads = (
        row(*TALL, ("三级指标", 2, 1, 2), (terms[0], 3, 2, 1), (terms[1], 5, 2, 1)),
        Row(row_of(("", "", "", "指标值", "说明", "指标值", "说明")).cells[3:]),
    )
    values = {"年度指标": ("≥3次", "甲"), "中期指标": ("≥9次", "乙")}
    cells = ("产出指标", "数量指标", "会议次数", *values[terms[0]], *values[terms[1]])
    document, notes = read(hebei, table(*HEAD), grid(*heads, below=(cells,)))
    assert document.projects[0].indicators[0].target.number == "3"
    assert "指标值分列几栏，已取本年度的“年度指标”一栏，其余几栏未导入，请核对" in [note.message for note in notes]
    assert "年度指标" not in [note.original for note in notes]


def test_a_row_with_names_of_categories_above_the_heads_is_listed(hebei: Form) -> None:
    said = ("产出指标", "数量指标", "说明指标")
    document, notes = read(hebei, table(*HEAD), grid(row_of((*said, "", "")), row_of(LABELS)))
    assert [note.original for note in notes if note.kind == "ignored"] == list(said)
    assert [each.name for each in document.projects[0].indicators] == ["会议次数", "合格率"]


def test_figures_below_a_plan_beside_its_label_are_no_more_periods(hebei: Form) -> None:
    plan = (
        row(("资金支出计划（%）", 0, 1, 4), ("6月底", 1, 2, 1), ("12月底", 3, 2, 1)),
        row(("50", 1, 2, 1), ("100", 3, 2, 1)),
        row(("40", 1, 2, 1), ("90", 3, 2, 1)),
        row(("上年", 1, 2, 1), ("合计", 3, 2, 1)),
    )
    document, notes = read(hebei, Table((*table(*HEAD[:4]).rows, *plan, *table(*HEAD[6:]).rows)))
    assert (document.projects[0].plan, document.periods) == (("50", "100"), ("6月底", "12月底"))
    assert [note.original for note in notes if note.kind == "ignored"] == ["40", "90", "上年", "合计"]


@pytest.mark.parametrize("many", [2, 2_000])
def test_heads_said_over_and_over_are_no_text_of_anybody(hebei: Form, many: int) -> None:
    """Asking of each what stands below all of them takes minutes with thousands."""
    heads = [row(("年度绩效指标", 0, 5, 1))] * many
    document, notes = read(hebei, Table((*table(*HEAD).rows, *heads, row_of(LABELS), *map(row_of, ROWS))))
    assert [each.name for each in document.projects[0].indicators] == ["会议次数", "合格率"]
    assert [note for note in notes if note.kind == "ignored"] == []
