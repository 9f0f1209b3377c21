"""A report lies across the paper, its head is repeated and its sums are set off."""

from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.report import ReportColumn, ReportTable, report_layout, report_sheet
from pbeditor.sheet.sheet import Paragraph, Table

COLUMNS = (ReportColumn("名称", 100), ReportColumn("金额", 40, "right", counts=True))
TABLE = ReportTable("表", "题目", "说明", COLUMNS, (("甲", "1.00"), ("乙", "")), ("合计", "1.00"))


def test_each_table_stands_under_its_title_on_a_page_of_its_own() -> None:
    blocks = report_sheet((TABLE, TABLE)).blocks
    titles = [block for block in blocks if isinstance(block, Paragraph) and block.role == sheet.TITLE]
    assert [(title.text, title.page_before) for title in titles] == [("题目", False), ("题目", True)]


def test_the_head_is_repeated_and_the_sums_are_bold() -> None:
    table = next(block for block in report_sheet((TABLE,)).blocks if isinstance(block, Table))
    assert [row.header for row in table.rows] == [True, False, False, False]
    assert [cell.text for cell in table.rows[1].cells] == ["甲", "1.00"]
    assert {cell.role for cell in table.rows[-1].cells} == {sheet.LABEL}
    assert table.rows[1].cells[1].align == "right"


def test_it_is_a4_across(hebei: Form) -> None:
    assert report_layout(hebei.layout).page.landscape
