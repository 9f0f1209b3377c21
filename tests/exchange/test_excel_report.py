"""A report's workbook: numbers are numbers, the head repeats, nothing becomes a formula."""

from io import BytesIO

from openpyxl import load_workbook

from pbeditor.exchange.excel_report import report_bytes
from pbeditor.model.form import Form
from pbeditor.sheet.report import ReportColumn, ReportTable, report_layout

COLUMNS = (
    ReportColumn("名称", 60),
    ReportColumn("金额", 30, "right", counts=True),
    ReportColumn("增减 %", 30, "right", counts=True),
)
ROWS = (("=甲", "1,234.50", "+12.5%"), ("乙", "", "-3.0%"), ("丙", "约十万", ""))
TABLE = ReportTable("项目", "题目", "说明", COLUMNS, ROWS, ("合计", "1,234.50", ""))


def test_the_workbook_holds_what_the_table_holds(hebei: Form) -> None:
    data = report_bytes((TABLE, TABLE.__class__("指标", "题", "", COLUMNS, ())), report_layout(hebei.layout))
    workbook = load_workbook(BytesIO(data))
    assert workbook.sheetnames == ["项目", "指标"]
    page = workbook["项目"]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=3)] == [
        ["名称", "金额", "增减 %"],
        ["=甲", 1234.5, 0.125],
        ["乙", None, -0.03],
        ["丙", "约十万", None],
        ["合计", 1234.5, None],
    ]
    assert page["A4"].data_type == "s"
    assert (page["B4"].number_format, page["C4"].number_format) == ("#,##0.00", "+0.0%;-0.0%;0.0%")
    assert (page.print_title_rows, page.freeze_panes) == ("$3:$3", "A4")
    assert page.page_setup.orientation == "landscape"


def test_a_line_taller_than_a_row_goes_on_in_low_ones(hebei: Form) -> None:
    long = ("甲" * 2_000, "1,234.50", "+12.5%")
    table = ReportTable("项目", "题目", "说明", COLUMNS, (long, *ROWS), ("合计", "1,234.50", ""))
    page = load_workbook(BytesIO(report_bytes((table,), report_layout(hebei.layout))))["项目"]
    filled = [cell.row for cell in page["A"] if cell.value][3:]
    assert [page.cell(row, 1).value for row in filled] == [long[0], "=甲", "乙", "丙", "合计"]
    first, second, *_ = filled
    heights = [page.row_dimensions[row].height for row in range(first, second)]
    assert len(heights) > 1
    assert max(heights) <= 409
    assert (page.cell(first, 2).value, page.cell(first, 2).number_format) == (1234.5, "#,##0.00")
    assert page.auto_filter.ref == f"A3:C{filled[-2]}"


def test_the_same_report_is_the_same_file(hebei: Form) -> None:
    layout = report_layout(hebei.layout)
    assert report_bytes((TABLE,), layout) == report_bytes((TABLE,), layout)


def test_a_report_names_no_library_as_its_author(hebei: Form) -> None:
    assert not load_workbook(BytesIO(report_bytes((TABLE,), report_layout(hebei.layout)))).properties.creator
