"""What a person chooses of the look of the paper."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.page import FOOT, MARK
from pbeditor.sheet.page_count import title_pages
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import LINES, MARGIN, Paragraph, Table
from pbeditor.sheet.style import PLAIN, Style, lasting, on_worksheets, styled, value_runs
from tests.builders import documents

ROWS = (Indicator("r", "产出指标", "数量指标", "次数", "说明", Target("≥", "90", "90%及以上")),)
DOCUMENT = Document(
    "hebei-2020",
    2020,
    "2020年部门预算绩效信息",
    Unit("203002", "某某局"),
    "万元",
    (Section("总体绩效目标", "甲\n乙"),),
    (
        Project("p", code="C-1", name="甲", budget=Budget("1,000.50", "2.00", "不详"), indicators=ROWS),
        Project("q", code="C-2", name="乙", budget=Budget("0.50", "", ""), indicators=ROWS),
    ),
)


def paragraphs(document: Document, form: Form, style: Style, projects: list[str] | None = None) -> list[Paragraph]:
    return [one for one in lay_out(document, form, projects, style).blocks if isinstance(one, Paragraph)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        (Target("≥", "90", "90%及以上"), "≥90%"),
        (Target("≥", "3", "3次以上"), "≥3次"),
        (Target("≤", "2", "2小时以内"), "≤2小时"),
        (Target("＝", "100", "100%"), "＝100%"),
        (Target("≥", "90", "90"), "≥90"),
        (Target("≥", "9", "95%"), "≥995%"),
        (Target("≥", "100", "大于90%"), "≥100大于90%"),
        (Target("≤", "90", "90%及以上"), "≤90%及以上"),
        (Target("", "", "有效改善"), "有效改善"),
        (Target("定性", "", "较好"), "定性较好"),
    ],
)
def test_the_plain_style_says_nothing_twice_and_loses_nothing(target: Target, plain: str) -> None:
    assert "".join(run.text for run in value_runs(target, Style(values=PLAIN))) == plain


def test_the_usual_value_is_that_of_the_2020_form() -> None:
    assert "".join(run.text for run in value_runs(ROWS[0].target)) == "≥9090%及以上"


def test_a_cover_stands_alone_on_a_page_without_a_number(hebei: Form) -> None:
    block_sheet = lay_out(DOCUMENT, hebei, style=Style(cover=True))
    pages = paginate(block_sheet, hebei.layout, EmMeasure())
    assert [text.text for text in pages[0].texts] == [DOCUMENT.title, "编制单位：某某局"]
    assert [[text.text for text in page.texts if text.kind == FOOT] for page in pages[:2]] == [[], ["— 2 —"]]
    assert title_pages(block_sheet, hebei.layout)["pb_overall"] == 3


def test_a_line_of_the_cover_of_which_nothing_is_known_is_left_out(hebei: Form) -> None:
    roles = [one.role for one in paragraphs(replace(DOCUMENT, department=Unit()), hebei, Style(cover=True))]
    assert sheet.COVER in roles
    assert sheet.COVER_LINE not in roles


def test_the_form_says_what_stands_on_the_cover_and_whether_there_is_one(hebei: Form) -> None:
    form = replace(hebei, layout=replace(hebei.layout, with_cover=True, with_contents=False, cover=("{code}",)))
    found = paragraphs(DOCUMENT, form, Style())
    assert [one.text for one in found if one.role == sheet.COVER_LINE] == ["203002"]
    dated = replace(form, layout=replace(form.layout, cover=("{year}年度",)))
    lines = [[p.text for p in paragraphs(one, dated, Style())] for one in (DOCUMENT, replace(DOCUMENT, year=0))]
    assert ["2020年度" in lines[0], "0年度" in lines[1], "年度" in lines[1]] == [True, False, False]
    assert not [one for one in found if one.role == sheet.ENTRY]
    assert [one for one in paragraphs(DOCUMENT, form, Style(contents=True)) if one.role == sheet.ENTRY]


def test_without_cover_and_contents_the_title_stands_above_the_first_part(hebei: Form) -> None:
    pages = paginate(lay_out(DOCUMENT, hebei, style=Style(contents=False)), hebei.layout, EmMeasure())
    assert [text.text for text in pages[0].texts][:2] == [DOCUMENT.title, hebei.overall_part]


def test_some_projects_come_with_contents_only_where_it_is_asked_for(hebei: Form) -> None:
    assert [one.role for one in paragraphs(DOCUMENT, hebei, Style(), ["q"])] == [sheet.PROJECT, sheet.GAP]
    found = paragraphs(DOCUMENT, hebei, Style(contents=True), ["q"])
    assert [one.text for one in found if one.role == sheet.ENTRY] == ["2、乙绩效目标表"]
    assert found[2].page_before


def test_the_summary_is_one_table_with_the_sums_of_what_is_a_number(hebei: Form) -> None:
    (table,) = (one for one in lay_out(DOCUMENT, hebei, style=Style(summary=True)).blocks if isinstance(one, Table))
    assert texts(table) == [
        ["单位：万元"],
        ["序号", "项目编码", "项目名称", "预算数", "其中：\n财政资金", "其他资金"],
        ["1", "C-1", "甲", "1,000.50", "2.00", "不详"],
        ["2", "C-2", "乙", "0.50", "", ""],
        ["合计", "1001.00", "2.00", ""],
        ["注：合计不含不是数字的金额：其他资金 1 项。"],
    ]
    assert not table.rows[-1].cells[0].frame
    assert [cell.align for cell in table.rows[2].cells] == ["center", "left", "left", "right", "right", "right"]


def test_a_summary_of_numbers_alone_needs_no_remark(hebei: Form) -> None:
    plain = replace(DOCUMENT, projects=DOCUMENT.projects[1:])
    (table,) = (one for one in lay_out(plain, hebei, style=Style(summary=True)).blocks if isinstance(one, Table))
    assert texts(table)[-1] == ["合计", "0.50", "", ""]


def test_a_sum_of_the_smallest_amounts_is_written_out(hebei: Form) -> None:
    projects = tuple(Project(str(n), budget=Budget("0.0000004")) for n in range(2))
    document = Document("hebei-2020", 2020, projects=projects)
    (table,) = (one for one in lay_out(document, hebei, style=Style(summary=True)).blocks if isinstance(one, Table))
    assert texts(table)[-1] == ["合计", "0.0000008", "", ""]


def test_worksheets_have_nothing_of_pages() -> None:
    style = Style(PLAIN, cover=True, contents=True, draft=True, markup=LINES)
    assert on_worksheets(style) == Style(PLAIN, cover=False, contents=False, draft=True)


@pytest.mark.parametrize("first", ["", "约50"])  # with a remark below the sums
@pytest.mark.parametrize("markup", ["", LINES])
def test_the_sums_never_stand_alone_on_a_page(markup: str, first: str, hebei: Form) -> None:
    for count in range(18, 30):
        projects = tuple(Project(str(n), name=f"项目{n}", budget=Budget(first)) for n in range(count))
        block_sheet = lay_out(
            Document("hebei-2020", 2020, "题", projects=projects), hebei, style=Style(summary=True, markup=markup)
        )
        last = paginate(block_sheet, hebei.layout, EmMeasure())[-1]
        shown = "".join(text.text for text in last.texts)
        assert "合计" in shown
        assert f"项目{count - 1}" in shown
        assert ("注：" in shown) == bool(first)


def test_sums_in_yuan_are_not_divided(hebei: Form) -> None:
    projects = tuple(Project(str(n), budget=Budget("62345678.00", "62345678.00", "")) for n in range(2))
    block_sheet = lay_out(Document("hebei-2020", 2020, projects=projects), hebei, style=Style(summary=True))
    texts = [one for page in paginate(block_sheet, hebei.layout, EmMeasure()) for one in page.texts]
    assert [one.count for one in texts if one.text in ("62345678.00", "124691356.00")] == [1] * 6
    assert [one.count for one in texts if one.text in ("其他资金", "预算数")] == [1, 1]


def test_a_summary_without_projects_is_laid_out(hebei: Form) -> None:
    block_sheet = lay_out(Document("hebei-2020", 2020, "题"), hebei, style=Style(summary=True))
    assert "合计" in {text.text for page in paginate(block_sheet, hebei.layout, EmMeasure()) for text in page.texts}


def test_a_margin_for_a_pen_is_as_wide_as_a_hand_and_the_text_stays_beside_it(hebei: Form) -> None:
    form = styled(hebei, Style(markup=MARGIN))
    page = form.layout.page
    assert (page.left, page.right) == (15, 71)
    sheet_with_room = lay_out(DOCUMENT, hebei, style=Style(markup=MARGIN))
    for drawn in paginate(sheet_with_room, form.layout, EmMeasure()):
        assert all(rule.x2 <= 210 - 71 + 0.01 for rule in drawn.rules)


def test_lines_are_numbered_in_tables_and_in_running_text(hebei: Form) -> None:
    block_sheet = lay_out(DOCUMENT, hebei, style=Style(markup=LINES))
    head, grid, *_ = (texts(one) for one in block_sheet.blocks if isinstance(one, Table))
    assert [row[0] for row in head + grid] == ["1", "2", "3", "4", "5", "6", "7", "", "8"]
    pages = paginate(block_sheet, hebei.layout, EmMeasure())
    assert [text.text for text in pages[1].texts if text.kind == MARK] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "style", [Style(cover=True), Style(contents=False), Style(markup=LINES), Style(markup=MARGIN), Style(draft=True)]
)
@given(document=documents())
def test_every_style_but_the_plain_one_gives_the_document_back(style: Style, document: Document, hebei: Form) -> None:
    form = hebei.with_periods(document.periods)
    assert interpret(lay_out(document, form, style=style), hebei)[0] == document


def test_what_is_meant_for_one_paper_is_not_kept_for_the_next() -> None:
    chosen = Style(PLAIN, cover=True, contents=False, summary=True, draft=True, markup=LINES)
    assert lasting(chosen) == Style(PLAIN, cover=True, contents=False)
