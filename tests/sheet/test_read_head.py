"""Amounts of head tables in the unit of money that they, or what stands before them, name."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Project, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Block, Cell, Note, Paragraph, Row, Run, Table, row_of
from tests.sheet.test_interpret import GRID, HEAD, read, table

Rows = tuple[tuple[str, ...], ...]
TITLE = "1、甲经费绩效目标表"
CONVERTED = "金额已按万元读入，请核对"


def head(
    total: str = "20000", label: str = "预算数", fiscal: str = "20000", other: str = "", code: str = "203-0401-JBN-0001"
) -> Rows:
    return (
        ("项目编码", code, "项目名称", "甲经费"),
        ("预算规模及资金用途", label, total, "其中：财政资金", fiscal, "其他资金", other),
        ("", "用于甲事项。"),
    )


def budgets(form: Form, *blocks: Block) -> list[Budget]:
    return [project.budget for project in read(form, *blocks)[0].projects]


def amount_notes(form: Form, *blocks: Block) -> list[tuple[str, str, str]]:
    notes: tuple[Note, ...] = read(form, *blocks)[1]
    return [(note.message, note.original, note.place) for note in notes]


@pytest.mark.parametrize("line", ["单位：元", "金额单位：人民币元", "（单位：元，%）", "（元）"])
def test_amounts_are_in_the_unit_of_the_line_or_corner_above_them(line: str, hebei: Form) -> None:
    for blocks in (
        (Paragraph(TITLE), Paragraph(line), table(*head())),
        (Paragraph(TITLE), table(("203002某局", line), *head())),
        (table((TITLE, line), *head()),),
        (Paragraph(f"{TITLE}    {line}"), table(*head())),
        (Paragraph("部门（单位）：203002某局  单位：元"), Paragraph(TITLE), table(*head())),
        (Paragraph(TITLE), table((f"203002某局        {line}",), *head())),
    ):
        document, notes = read(hebei, *blocks)
        assert [(each.name, each.budget) for each in document.projects] == [("甲经费", Budget("2.00", "2.00"))]
        assert [note.message for note in notes] == [CONVERTED]
        assert document.projects[0].unit in (Unit("203002", "某局"), Unit())
        assert document.money_unit == "万元"


@pytest.mark.parametrize("label", ["预算数（元）", "预算数（单位：元）", "预算数（人民币元）："])
def test_the_label_of_an_amount_names_its_unit_and_that_of_the_others(label: str, hebei: Form) -> None:
    assert budgets(hebei, table(*head(label=label, other="3万元"))) == [Budget("2.00", "2.00", "3")]


def test_each_amount_goes_by_its_own_label_before_the_corner(hebei: Form) -> None:
    rows = head("2.00", "预算数（万元）")
    assert budgets(hebei, table(("", "单位：元"), *rows)) == [Budget("2.00", "2.00")]


def test_a_label_over_all_amounts_names_their_unit(hebei: Form) -> None:
    rows = (("项目编码", "A1"), ("项目资金（元）", "年度资金总额：", "20000"), ("", "其中：财政拨款", "20000"))
    assert budgets(hebei, table(*rows)) == [Budget("2.00", "2.00")]


def test_the_unit_of_a_corner_holds_until_the_next_one(hebei: Form) -> None:
    first, third = (("", "单位：元"), *head()), (("", "单位：万元"), *head("3.00", fiscal="3.00"))
    assert budgets(hebei, table(*first), table(*head()), table(*third), table(*head("4", fiscal="4"))) == [
        Budget("2.00", "2.00"),
        Budget("2.00", "2.00"),
        Budget("3.00", "3.00"),
        Budget("4", "4"),
    ]


@pytest.mark.parametrize(("line", "unit"), [("单位：美元", "美元"), ("单位：元/万元", "元／万元")])
def test_a_unit_that_nothing_is_known_of_is_said(line: str, unit: str, hebei: Form) -> None:
    blocks = Paragraph(line), table(*head("2.00", fiscal="2.00"))
    assert budgets(hebei, *blocks) == [Budget("2.00", "2.00")]
    assert amount_notes(hebei, *blocks) == [
        (f"金额单位“{unit}”无法换算，金额按万元原样导入，请核对", "2.00 / 2.00", "projects/1/budget/total")
    ]


def test_corners_that_do_not_agree_are_said(hebei: Form) -> None:
    blocks = table(("单位：元", "", "单位：万元"), *head("2.00", fiscal=""))
    assert [note[0][:10] for note in amount_notes(hebei, blocks)] == ["金额单位“元／万元”"]


def test_an_amount_in_which_no_number_can_be_read_is_kept_and_said(hebei: Form) -> None:
    block = table(*head("约2", fiscal="—", other="2.00²"))
    assert budgets(hebei, block) == [Budget("约2", "—", "2.00²")]
    message = "这个金额读不出数值，已按原样导入，请核对"
    assert amount_notes(hebei, block) == [
        (message, "约2", "projects/1/budget/total"),
        (message, "2.00²", "projects/1/budget/other"),
    ]


def test_a_unit_of_money_right_after_a_section_is_none_of_its_text(hebei: Form) -> None:
    lines = ("（一）总体绩效目标：", "做好甲事项。", "单位：元", TITLE)
    document, notes = read(hebei, *map(Paragraph, lines), table(*head()))
    assert [section.text for section in document.overall] == ["做好甲事项。"]
    assert document.projects[0].budget == Budget("2.00", "2.00")
    assert [note.message for note in notes] == [CONVERTED]


def test_a_sentence_of_a_section_that_names_a_unit_of_money_stays_there(hebei: Form) -> None:
    lines = ("（一）总体绩效目标：", "部门（单位）：某局 单位：元", "投资5万元（单位：元）。")
    document, _ = read(hebei, *map(Paragraph, lines), table(*head("2.00", fiscal="2.00")))
    assert document.overall[0].text == "\n".join(lines[1:])
    assert document.projects[0].budget == Budget("2.00", "2.00")


def test_a_remark_beside_the_unit_of_money_is_listed(hebei: Form) -> None:
    document, notes = read(hebei, Paragraph("单位：元（保留两位小数）"), table(*head()))
    assert document.projects[0].budget == Budget("2.00", "2.00")
    assert [note.original for note in notes if note.kind == "ignored"] == ["（保留两位小数）"]


@pytest.mark.parametrize(
    ("printed", "read_as"), [("２５％", "25"), ("25 %", "25"), ("25²", "25²"), ("25①", "25①"), ("25 50", "25 50")]
)
def test_a_percentage_of_the_plan_loses_its_sign_and_no_note_becomes_a_digit(
    printed: str, read_as: str, hebei: Form
) -> None:
    plan = (("资金支出计划（%）", "3月底", "6月底"), ("", printed, "100"))
    assert read(hebei, table(*head(), *plan), table(*GRID))[0].projects[0].plan[:2] == (read_as, "100")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("填报单位（盖章）：某局", Unit("", "某局")),
        ("单位：某局", Unit("", "某局")),
        ("主管部门及代码：203002某局", Unit("203002", "某局")),
        ("某局", Unit("", "某局")),
    ],
)
def test_a_unit_in_the_first_row_is_named_without_its_label(text: str, unit: Unit, hebei: Form) -> None:
    document, notes = read(hebei, table((text, "单位：万元"), *head("2.00", fiscal="2.00")))
    assert (document.projects[0].unit, notes) == (unit, ())


def test_what_has_one_line_loses_the_breaks_of_its_cell(hebei: Form) -> None:
    rows = (
        ("203002某某\n局", "单位：万元"),
        ("项目编码", "203-0401-\nJBN-0001", "项目名称", "甲\n经费"),
        ("预算数", "2.\n00"),
        ("资金用途", "用于\n甲事项。"),
    )
    grid = (GRID[0], ("产出\n指标", "数量指标", "次\n数", "", "≥\n3次", ""))
    document, notes = read(hebei, table(*rows), table(*grid))
    project = document.projects[0]
    assert (project.code, project.name, project.unit) == ("203-0401-JBN-0001", "甲经费", Unit("203002", "某某局"))
    assert (project.budget.total, project.purpose) == ("2.00", "用于\n甲事项。")
    assert (project.indicators[0].level1, project.indicators[0].name) == ("产出指标", "次\n数")
    assert project.indicators[0].target == Target("≥", "3", "次")
    assert [(note.where, note.original) for note in notes] == [("项目1“甲经费”", "2.\n00")]


def spread(*rows: tuple[str | Cell, ...]) -> Table:
    """Rows of a spreadsheet, in which some cells know the number behind them."""
    return Table(
        tuple(
            Row(
                tuple(
                    replace(cell, column=place) if isinstance(cell, Cell) else Cell((Run(cell),) if cell else (), place)
                    for place, cell in enumerate(row)
                )
            )
            for row in rows
        )
    )


def hiding(text: str, exact: str) -> Cell:
    return Cell((Run(text),), exact=exact)


def test_amounts_and_plan_are_what_the_cells_of_a_spreadsheet_hold(hebei: Form) -> None:
    rows = (
        ("项目编码", "A1", "项目名称", "甲", "", ""),
        ("预算数", hiding("12,346", "12,345.678"), "财政资金", hiding("1.2万元", "1.2345万元"), "其他资金", "1"),
        ("资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"),
        ("", hiding("33%", "33.33%"), hiding("67%", "66.6666666666667%"), "75%", "100%"),
    )
    document, notes = read(hebei, spread(*rows))
    project = document.projects[0]
    assert project.budget == Budget("12,345.678", "1.2345", "1")
    assert project.plan == ("33.33", "67", "75", "100")
    assert [(note.message, note.original) for note in notes] == [
        (CONVERTED, "12,346 / 1.2万元 / 1"),
        ("单元格没有显示全部小数，已按实际数值导入，请核对", "12,346：12,345.678、1.2万元：1.2345万元、33%：33.33%"),
        ("单元格显示的数与实际数值不同，已按显示的导入，请核对", "67%：66.6666666666667%"),
    ]
    assert {note.place for note in notes} == {"projects/1/budget/total", "projects/1"}


def test_other_numbers_of_a_spreadsheet_are_what_they_show(hebei: Form) -> None:
    grid = (GRID[0], ("产出指标", "质量指标", "合格率", "", hiding("6%", "5.6%"), ""))
    rest = (("", "数量指标", "次数", "", hiding("3次", "3次"), ""),)
    document, notes = read(hebei, table(*head("1", fiscal="")), spread(*grid), spread(*rest))
    assert [row.target for row in document.projects[0].indicators] == [Target("", "6", "%"), Target("", "3", "次")]
    assert [(note.message, note.original) for note in notes] == [
        ("单元格显示的数与实际数值不同，已按显示的导入，请核对", "6%：5.6%"),
        ("单元格的数字格式无法识别，已按原始数值导入，请核对单位", "3次：3次"),
    ]


def test_amounts_below_the_percentages_of_a_plan_are_listed_and_no_further_periods(hebei: Form) -> None:
    label = Cell((Run("资金支出计划（%）"),), 0, rows=4)
    periods, money = (
        ("3月底", "6月底", "10月底", "12月底"),
        ("3月底（万元）", "6月底（万元）", "10月底（万元）", "12月底（万元）"),
    )
    lines = (periods, ("25", "50", "75", "100"), money, ("11", "12", "13", "14"))
    below = (Row(row_of(("", *line)).cells[1:]) for line in lines)
    first = next(below)
    document, notes = read(hebei, Table((*table(*HEAD[:4]).rows, Row((label, *first.cells)), *below)))
    assert document.projects[0].plan == lines[1]
    assert {*money, *lines[3]} <= {note.original for note in notes if note.kind == "ignored"}


def test_a_cell_at_the_left_of_the_amounts_that_only_names_them_is_not_listed(hebei: Form) -> None:
    rows = (
        ("项目名称", "甲经费", "", ""),
        ("项目资金（元）", "预算数", "20000", ""),
        ("", "其中：财政资金", "20000", ""),
        ("领导已看", "其他资金", "", ""),
    )
    document, notes = read(hebei, table(*rows), table(*GRID))
    assert document.projects[0].budget == Budget("2.00", "2.00", "")
    assert [note.original for note in notes if note.kind == "ignored"] == ["领导已看"]


def own_head(form: Form) -> Table:
    """The head of our own form, its cells marked."""
    document = Document("hebei-2020", 2020, projects=(Project("1", name="甲", purpose="用于甲。"),))
    return next(block for block in lay_out(document, form).blocks if isinstance(block, Table))


def test_what_somebody_wrote_beside_our_own_form_is_none_of_its_values(hebei: Form) -> None:
    rows = [Row((*row.cells, Cell((Run("备注"),), 99))) for row in own_head(hebei).rows]
    assert read(hebei, Table(tuple(rows)))[0].projects[0].purpose == "用于甲。"


def test_a_value_of_our_own_form_is_read_though_its_cell_has_lost_its_mark(hebei: Form) -> None:
    typed = Cell((Run("改后。"),))
    rows = [
        Row(tuple(replace(typed, column=cell.column) if cell.text == "用于甲。" else cell for cell in row.cells))
        for row in own_head(hebei).rows
    ]
    assert read(hebei, Table(tuple(rows)))[0].projects[0].purpose == "改后。"
