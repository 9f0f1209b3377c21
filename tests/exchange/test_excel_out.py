"""The workbook: sums that count, forms that look like the paper, texts that stay texts."""

import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from pbeditor.exchange.excel_columns import LIST_HEADS
from pbeditor.exchange.excel_marks import HIDDEN
from pbeditor.exchange.excel_out import WHOLE, excel_bytes, summary_bytes
from pbeditor.exchange.excel_pages import sheet_name
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Paragraph, Sheet, Table
from tests.builders import WORDS, documents
from tests.exchange.libreoffice import converted

INDICATORS = (
    Indicator("a", "产出指标", "数量指标", "次数", "开展次数", Target("≥", "3", "3次"), "计划标准"),
    Indicator("b", "产出指标", "质量指标", "合格率", "", Target("≥", "95", "95%"), ""),
)
FIRST = Project(
    "1", Unit("203", "某局"), "C-1", "甲项目", Budget("12.50", "10", ""), goals="1、甲\n2、乙", indicators=INDICATORS
)
SECOND = Project("2", Unit("203", "某局"), "C-2", "=1+1", Budget("待定", "1,000.5", "2"))
DOCUMENT = Document("hebei-2020", 2020, "标题", Unit("203", "某局"), projects=(FIRST, SECOND))


def workbook(document: Document, form: Form, projects: tuple[str, ...] | None = None) -> Workbook:
    return load_workbook(BytesIO(excel_bytes(document, lay_out(document, form, projects), form)))


def texts(book: Workbook, name: str) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in book[name].iter_rows(values_only=True)]


def test_there_is_a_summary_a_sheet_a_project_and_a_list(hebei: Form) -> None:
    assert workbook(DOCUMENT, hebei).sheetnames == ["汇总", WHOLE, "1.甲项目", "2.=1+1", "指标清单", HIDDEN]


def test_amounts_are_numbers_and_their_sums_formulas(hebei: Form) -> None:
    book = workbook(DOCUMENT, hebei)["汇总"]
    assert [cell.value for cell in book[4]][5:9] == [12.5, 10, None, 2]
    assert [cell.value for cell in book[5]][5:9] == ["待定", 1000.5, 2, 0]
    assert [cell.value for cell in book[6]][5:9] == [f"=SUM({letter}4:{letter}5)" for letter in "FGHI"]
    assert [cell.number_format for cell in book[6]][5:9] == ["#,##0.00", "#,##0.0", "#,##0", "#,##0"]


def test_the_row_of_sums_reaches_as_far_as_the_rows_above_it(hebei: Form) -> None:
    rows = workbook(DOCUMENT, hebei)["汇总"].iter_rows(min_row=3, max_row=6)
    assert [[bool(cell.border.bottom.style) for cell in row] for row in rows] == [[True] * 10] * 4


def test_a_line_of_a_list_that_is_taller_than_a_row_takes_several_and_keeps_its_texts(hebei: Form) -> None:
    long = replace(FIRST, name="长" * 1000, indicators=(replace(INDICATORS[0], description=WORDS * 40), INDICATORS[1]))
    book = workbook(replace(DOCUMENT, projects=(long, SECOND)), hebei)
    listed, summary = book["指标清单"], book["汇总"]
    for worksheet, first in ((listed, 2), (summary, 4)):
        heights = [worksheet.row_dimensions[row].height for row in range(first, worksheet.max_row + 1)]
        assert max(heights) <= 409
        assert {merged.size["rows"] for merged in worksheet.merged_cells.ranges if merged.min_row == first} != {1}
    assert listed["G2"].value == WORDS * 40
    below = next(row for row in range(3, listed.max_row + 1) if listed.cell(row, 3).value)
    assert (listed.cell(below, 3).value, listed.auto_filter.ref) == ("合格率", f"A1:J{listed.max_row}")
    sums = summary.max_row - 1  # below them the amount that is none is told
    assert summary.cell(sums, 6).value == f"=SUM(F4:F{sums - 1})"


def test_a_column_without_amounts_has_a_blank_sum_as_on_paper(hebei: Form) -> None:
    sums = workbook(replace(DOCUMENT, projects=(FIRST,)), hebei)["汇总"][5]
    assert [cell.number_format for cell in sums][5:8] == ["#,##0.00", "#,##0", "#,##0;-#,##0;"]


def test_running_text_stands_at_the_top_in_rows_as_tall_as_excel_sets_it(hebei: Form) -> None:
    overall = (Section("总体", WORDS * 8),)
    worksheet = workbook(replace(DOCUMENT, overall=overall), hebei)[WHOLE]
    (cell,) = (cell for row in worksheet.iter_rows() for cell in row if cell.value == WORDS * 8)
    size = hebei.layout.texts["body"].size
    lines = len(WORDS * 8) / 28
    assert cell.alignment.vertical == "top"
    assert lines * size < worksheet.row_dimensions[cell.row].height < (lines + 2) * size * 1.5


def test_an_amount_with_more_digits_than_excel_keeps_stays_a_text_and_is_told(hebei: Form) -> None:
    long = replace(FIRST, budget=Budget("1", "123456789012.3456", "123456789012.345"))
    sheet = workbook(replace(DOCUMENT, projects=(long,)), hebei)["汇总"]
    assert [cell.value for cell in sheet[4]][5:8] == [1, "123456789012.3456", 123456789012.345]
    assert sheet["A6"].value == "注：合计不含不是数字或超过 15 位的金额：其中：财政资金 1 项。"


def test_figures_of_a_form_are_numbers_that_show_as_typed_and_codes_are_not(hebei: Form) -> None:
    project = replace(FIRST, code="130001", budget=Budget("48.00", "60", "007"), plan=("25.00", "1,000", "半", ""))
    sheet = workbook(replace(DOCUMENT, projects=(project,)), hebei)["1.甲项目"]
    cells = {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    numbers = {text: cell.number_format for text, cell in cells.items() if cell.data_type == "n"}
    assert numbers == {"48": "0.00######", "60": "General", "25": "0.00######", "1000": "#,##0"}
    assert {"130001", "007", "半"} <= cells.keys()
    assert cells["48"].alignment.shrink_to_fit


def test_a_figure_that_needs_two_lines_of_a_form_stays_a_text(hebei: Form) -> None:
    project = replace(FIRST, budget=Budget(*["123456789012.34"] * 3))
    cells = [
        cell for row in workbook(replace(DOCUMENT, projects=(project,)), hebei)["1.甲项目"].iter_rows() for cell in row
    ]
    assert [cell.data_type for cell in cells if "6789" in str(cell.value)] == ["s"] * 3


def test_the_form_of_a_project_stands_as_printed(hebei: Form) -> None:
    book = workbook(DOCUMENT, hebei)
    shown = [text for row in texts(book, "1.甲项目") for text in row]
    blocks = lay_out(DOCUMENT, hebei, ("1",)).blocks
    printed = [block.text for block in blocks if isinstance(block, Paragraph) and block.text]
    cells = [cell.text for b in blocks if isinstance(b, Table) for row in b.rows for cell in row.cells if cell.text]
    numbers: dict[str, object] = {"12.50": 12.5, "10": 10}
    assert shown == [numbers.get(text, text) for text in printed + cells]


def test_merged_places_are_those_of_the_paper(hebei: Form) -> None:
    sheet = workbook(DOCUMENT, hebei)["1.甲项目"]
    found = {sheet.cell(area.min_row, area.min_col).value: area.size for area in sheet.merged_cells.ranges}
    assert found["产出指标"]["rows"] == 2
    assert found["预算规模及资金用途"]["rows"] == 2
    assert found["1、甲项目绩效目标表"]["columns"] == sheet.max_column


def test_the_list_shows_each_indicator_in_its_parts(hebei: Form) -> None:
    rows = texts(workbook(DOCUMENT, hebei), "指标清单")
    assert rows[0] == list(LIST_HEADS)
    assert rows[1] == ["产出指标", "数量指标", "次数", "≥", 3, "次", "开展次数", "计划标准", "C-1", "甲项目"]
    assert len(rows) == 3


def test_chosen_projects_are_the_only_ones_anywhere(hebei: Form) -> None:
    book = workbook(DOCUMENT, hebei, ("2",))
    assert book.sheetnames == ["汇总", "2.=1+1", "指标清单", HIDDEN]  # the number of its title
    assert not any("甲项目" in str(row) for name in book.sheetnames for row in texts(book, name))


def test_a_summary_of_chosen_projects_keeps_the_numbers_that_they_have_in_the_document(hebei: Form) -> None:
    alone = load_workbook(BytesIO(summary_bytes(DOCUMENT, ("2",), hebei, {})))
    for book in (alone, workbook(DOCUMENT, hebei, ("2",))):
        assert texts(book, "汇总")[3][0] == 2  # as on paper


@settings(max_examples=20)
@given(document=documents())
def test_no_text_of_a_document_becomes_a_formula_or_stops_the_export(document: Document, hebei: Form) -> None:
    book = workbook(document, hebei)
    formulas = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert len(formulas) == (4 if document.projects else 0)
    assert all(formula.startswith("=SUM(") for formula in formulas)


def test_texts_that_look_like_formulas_stay_texts_when_they_are_edited(hebei: Form) -> None:
    book = workbook(DOCUMENT, hebei)["汇总"]
    assert (book["E5"].value, book["E5"].data_type, book["E5"].quotePrefix) == ("=1+1", "s", True)
    assert not book["E4"].quotePrefix


def test_two_exports_are_the_same_bytes_and_carry_no_date(hebei: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    once = excel_bytes(DOCUMENT, lay_out(DOCUMENT, hebei), hebei)
    later = time.time() + 5000
    monkeypatch.setattr(time, "time", lambda: later)
    assert excel_bytes(DOCUMENT, lay_out(DOCUMENT, hebei), hebei) == once
    assert b"dcterms" not in zipfile.ZipFile(BytesIO(once)).read("docProps/core.xml").split(b">", 1)[1]


def test_the_workbook_tells_the_form_and_the_year(hebei: Form) -> None:
    book: Any = workbook(DOCUMENT, hebei)
    properties = {one.name: one.value for one in book.custom_doc_props.props}
    assert properties["pbeditor.form"] == "hebei-2020"
    assert properties["pbeditor.year"] == "2020"


def test_sheets_print_on_a4_one_page_wide_with_their_heads_repeated(hebei: Form) -> None:
    book = [sheet for sheet in workbook(DOCUMENT, hebei) if sheet.title != HIDDEN]
    assert all(sheet.page_setup.paperSize == 9 and sheet.page_setup.fitToHeight == 0 for sheet in book)
    assert [sheet.page_setup.orientation for sheet in book] == [
        "landscape",
        "portrait",
        "portrait",
        "portrait",
        "landscape",
    ]
    assert [sheet.print_title_rows for sheet in book] == ["$3:$3", None, "$10:$10", "$10:$10", "$1:$1"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("甲项目", "3.甲项目"),
        ("a/b\\c[d]:*?", "3.abcd"),
        ("'甲'", "3.'甲"),
        ("字" * 40, "3." + "字" * 29),
        ("\U0001f600" * 20, "3." + "\U0001f600" * 14),
        ("", "3."),
    ],
)
def test_names_of_sheets_are_such_as_excel_accepts(name: str, shown: str) -> None:
    assert sheet_name(3, name) == shown


def test_an_empty_document_is_a_workbook_too(hebei: Form) -> None:
    empty = replace(DOCUMENT, projects=())
    assert load_workbook(BytesIO(excel_bytes(empty, Sheet(), hebei))).sheetnames == ["汇总", "指标清单", HIDDEN]


@pytest.mark.libreoffice
def test_libreoffice_computes_the_sums(hebei: Form, tmp_path: Path) -> None:
    data = excel_bytes(DOCUMENT, lay_out(DOCUMENT, hebei), hebei)
    shown = converted(data, tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76").read_text("utf-8")
    assert shown.splitlines()[-2:] == [
        '合计,,,,,12.50,"1,010.5",2,2,',
        "注：合计不含不是数字或超过 15 位的金额：预算数 1 项。,,,,,,,,,",
    ]


def test_the_list_has_the_usual_columns_or_those_a_user_chose(hebei: Form) -> None:
    words = "一级指标 二级指标 三级指标名称 计算符号 指标值 计量单位 绩效指标描述 指标值确定依据 项目编码 项目名称"
    assert heads(workbook(DOCUMENT, hebei)) == list(LIST_HEADS) == words.split(" ")
    sheet = lay_out(DOCUMENT, hebei)
    book = load_workbook(BytesIO(excel_bytes(DOCUMENT, sheet, hebei, ("指标值", "三级指标名称"))))
    assert heads(book) == ["指标值", "三级指标名称"]


def heads(book: Any) -> list[str]:
    return [cell.value for cell in book["指标清单"][1] if cell.value]


def test_lists_of_choices_are_offered_and_not_forced(hebei: Form) -> None:
    book: Any = workbook(DOCUMENT, hebei)
    for name in ("指标清单", "1.甲项目"):
        validations = book[name].data_validations.dataValidation
        assert any("产出指标" in each.formula1 for each in validations)
        assert not any(each.showErrorMessage for each in validations)


def test_the_summary_says_what_the_check_found(hebei: Form) -> None:
    first = DOCUMENT.projects[0]
    data = excel_bytes(DOCUMENT, lay_out(DOCUMENT, hebei), hebei, (), {first.id: "错误 2"})
    assert "错误 2" in [cell.value for row in load_workbook(BytesIO(data))["汇总"] for cell in row]


GOALS = "\n".join(f"{number}、{WORDS * 2}" for number in range(1, 91))


def heights_of(sheet: Any) -> dict[str, float]:
    """How tall each cell of a form is in pt, by its text."""
    areas = {(area.min_row, area.min_col): area.max_row for area in sheet.merged_cells.ranges}
    return {
        str(cell.value): sum(
            sheet.row_dimensions[row].height
            for row in range(cell.row, areas.get((cell.row, cell.column), cell.row) + 1)
        )
        for line in sheet.iter_rows()
        for cell in line
        if cell.value
    }


def test_no_row_is_taller_than_excel_allows_and_no_text_is_cut_off(hebei: Form) -> None:
    long = replace(FIRST, goals=GOALS)
    sheet: Any = workbook(replace(DOCUMENT, projects=(long,)), hebei)["1.甲项目"]
    assert max(each.height for each in sheet.row_dimensions.values()) <= 409
    heights = heights_of(sheet)
    assert heights[GOALS] == heights["绩效目标"] > 90 * 2 * 12
    goals = next(cell for row in sheet.iter_rows() for cell in row if cell.value == GOALS)
    assert goals.alignment.vertical == "top"
    assert sheet["A1"].alignment.vertical == "center"


def test_a_label_over_several_rows_is_not_cut_off_either(hebei: Form) -> None:
    rows = tuple(replace(row, level1="很长的一级指标名称" * 9) for row in INDICATORS)
    sheet = workbook(replace(DOCUMENT, projects=(replace(FIRST, indicators=rows),)), hebei)["1.甲项目"]
    assert heights_of(sheet)["很长的一级指标名称" * 9] > 12 * 12


def test_a_list_says_which_text_it_does_not_hold_whole(hebei: Form) -> None:
    rows = (replace(INDICATORS[0], description="甲" * 40_000),)
    book = workbook(replace(DOCUMENT, projects=(replace(FIRST, indicators=rows),)), hebei)
    assert str(book["指标清单"]["G2"].value).endswith("甲……（文字过长，后略）")


def test_the_author_of_every_workbook_is_the_department(hebei: Form) -> None:
    whole = excel_bytes(DOCUMENT, lay_out(DOCUMENT, hebei), hebei)
    summary = summary_bytes(DOCUMENT, None, hebei, {})
    assert [load_workbook(BytesIO(data)).properties.creator for data in (whole, summary)] == ["某局", "某局"]
