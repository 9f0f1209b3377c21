"""The comparison as a file for the leader."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from pbeditor.edit.comparison import compare
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.document import Budget, Document, Indicator, Project, Target
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Table
from pbeditor.work.comparison import comparison_bytes, report_tables

ROW = Indicator("r", "产出指标", "数量指标", "培训人数", "", Target("≥", "90", "人"))
TRAINING = Project("1", code="A-1", name="干部培训", budget=Budget("10.00"), indicators=(ROW,))
GONE = Project("2", code="A-2", name="外墙维修", budget=Budget("30.00"))
LAST = Document("hebei-2020", 2019, "2019年信息", projects=(TRAINING, GONE))
MORE = replace(ROW, target=Target("≥", "100", "人"))
NOW = replace(
    LAST,
    year=2020,
    title="2020年信息",
    projects=(
        replace(TRAINING, name="干部教育", budget=Budget("12.50"), indicators=(MORE,)),
        Project("3", name="新事"),
    ),
)


def test_projects_have_their_amounts_and_sums(hebei: Form) -> None:
    projects, indicators = report_tables(compare(LAST, NOW), hebei)
    assert projects.title == "项目预算与上年对比表"
    assert projects.rows == (
        ("1", "A-1", "干部教育（原名：干部培训）", "更名", "10.00", "12.50", "+2.50", "+25.0%", "修改 1"),
        ("2", "", "新事", "新增", "", "", "", "", "共 0 条"),
        ("3", "A-2", "外墙维修", "取消", "30.00", "", "-30.00", "-100.0%", "共 0 条"),
    )
    assert projects.last[4:8] == ("40.00", "12.50", "-27.50", "-68.8%")
    assert projects.note == ("上年：2019年信息；本年：2020年信息。新增 1 个，取消 1 个，更名 1 个。金额单位：万元")
    assert indicators.rows == (("干部教育（原名：干部培训）", "修改", "培训人数", "指标值 ≥90人 → ≥100人"),)


def test_files_of_one_year_are_not_called_last_year(hebei: Form) -> None:
    (table,) = report_tables(compare(LAST, replace(LAST, projects=(TRAINING,))), hebei)
    assert (table.title, table.columns[4].head, table.columns[5].head) == ("项目预算对比表", "原预算", "现预算")


def test_word_and_excel_hold_the_tables(hebei: Form) -> None:
    comparison = compare(LAST, NOW)
    word = read_sheet(comparison_bytes(comparison, hebei, "a.docx"), "a.docx")
    tables = [block for block in word.blocks if isinstance(block, Table)]
    assert [cell.text for cell in tables[0].rows[1].cells][:3] == ["1", "A-1", "干部教育（原名：干部培训）"]
    assert len(tables) == 2
    workbook = load_workbook(BytesIO(comparison_bytes(comparison, hebei, "a.XLSX")))
    assert workbook["项目"]["F4"].value == 12.5


def test_another_ending_is_refused(hebei: Form) -> None:
    with pytest.raises(UnwritableError, match=r"\.docx 或 \.xlsx"):
        comparison_bytes(compare(LAST, NOW), hebei, "a.pdf")
