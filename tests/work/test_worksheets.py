"""The sheets of a workbook: projects of hidden ones are known wherever the file comes from; names are no texts."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from pbeditor.exchange.excel_marks import HIDDEN
from pbeditor.store import project_file
from pbeditor.store.forms import form_of
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.work.exporting import Wish, exported
from pbeditor.work.hidden import LEFT_OUT, as_seen, left_out
from pbeditor.work.opening import open_bytes
from tests.exchange.test_excel_round_trip import no_pdf
from tests.test_samples import without_ids

ROWS = (
    ("资金用途", "用于甲事项。"),
    ("绩效目标", "做好。"),
    ("一级指标", "二级指标", "三级指标", "指标值", "绩效指标描述"),
    ("产出指标", "数量指标", "份数", "≥5份", "说明"),
)
OLD = (
    ("2018年部门预算绩效文本",),
    ("单位名称：203002某某旧局",),
    ("单位：元",),
    ("项目名称", "旧项目"),
    ("资金总额", "2500000"),
    ("资金支出计划（%）", "1季度", "2季度", "3季度", "4季度"),
    ("", "10", "50", "80", "100"),
    *ROWS,
)
NEW = (("项目名称", "新项目"), ("资金总额", "250"), *ROWS)
SECTION = (("总体绩效目标",), ("做好今年的工作，完成任务。",))
SECOND = "档案库房消防设施改造"


def with_hidden(*, own: bool) -> bytes:
    """The sample as a workbook of ours, or as one that says nothing of itself, its second project hidden."""
    document = project_file.load(resource("samples", SAMPLE))
    book = load_workbook(BytesIO(exported(document, form_of(document), "甲.xlsx", no_pdf, Wish())))
    for name in () if own else (HIDDEN, "汇总", "指标清单"):
        del book[name]
    book[f"2.{SECOND}"].sheet_state = "hidden"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def hiding_all() -> bytes:
    """The sample as a workbook of a foreign hand that hides every project behind a blank worksheet."""
    book = load_workbook(BytesIO(with_hidden(own=False)))
    for sheet in book.worksheets:
        sheet.sheet_state = "hidden"
    book.active = book.create_sheet("说明")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(*sheets: tuple[tuple[str, ...], ...], hidden: int) -> bytes:
    """A workbook of a foreign hand, one of its sheets hidden."""
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet{number + 1}", number)  # before the blank one that a workbook begins with
        sheet.sheet_state = "hidden" if number == hidden else "visible"
        for row in rows:
            sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("hidden", [0, 1], ids=["first", "last"])
def test_a_hidden_sheet_says_nothing_of_what_one_sees(hidden: int) -> None:
    sheets = (OLD, NEW) if hidden == 0 else (NEW, OLD)
    seen = as_seen(open_bytes(workbook(*sheets, hidden=hidden), "甲.xlsx")).document
    alone = open_bytes(workbook(NEW, hidden=-1), "甲.xlsx").document
    assert alone.projects[0].budget.total == "250"
    assert without_ids(seen) == without_ids(alone)


def test_a_section_goes_on_behind_a_hidden_sheet_and_not_in_it() -> None:
    further = (("还要完成下一步，继续做好。",),)
    hidden = workbook(SECTION, (("这是旧稿，不要用。",),), further, NEW, hidden=1)
    opened = as_seen(open_bytes(hidden, "甲.xlsx"))
    assert [section.text for section in opened.document.overall] == [f"{SECTION[1][0]}\n{further[0][0]}"]
    assert "这是旧稿，不要用。" in [note.original for note in opened.notes if note.kind == "ignored"]


def test_sections_that_are_hidden_come_behind_those_that_one_sees() -> None:
    old = (("总体绩效目标",), ("旧的目标，旧的话。",))
    document = open_bytes(workbook(old, SECTION, NEW, hidden=0), "甲.xlsx").document
    assert [section.text for section in document.overall] == [SECTION[1][0], old[1][0]]


def test_what_a_file_hides_is_read_whole_where_one_sees_nothing_of_it() -> None:
    document = open_bytes(workbook(OLD, (("说明",), ("请打印。",)), hidden=0), "甲.xlsx").document
    assert (document.title, document.year, document.projects[0].unit.name) == (OLD[0][0], 2018, "某某旧局")


@pytest.mark.parametrize("own", [True, False], ids=["ours", "foreign"])
def test_a_project_of_a_hidden_sheet_is_known_by_its_sheet(own: bool) -> None:
    opened = open_bytes(with_hidden(own=own), "甲.xlsx")
    names = {project.id: project.name for project in opened.document.projects}
    assert {names[key]: sheet for key, sheet in opened.hidden.items()} == {SECOND: f"2.{SECOND}"}
    assert len(names) == 12


@pytest.mark.parametrize("own", [True, False], ids=["ours", "foreign"])
def test_what_one_sees_of_a_file_goes_without_projects_of_hidden_sheets_and_says_so(own: bool) -> None:
    whole = open_bytes(with_hidden(own=own), "甲.xlsx")
    opened = as_seen(whole)
    assert SECOND not in [project.name for project in opened.document.projects]
    assert [project.name for project in left_out(opened)] == [SECOND]
    (note,) = (note for note in opened.notes if note.where == f"项目“{SECOND}”")
    assert (note.kind, note.message) == ("ignored", LEFT_OUT.format(f"2.{SECOND}"))
    assert opened.whole is whole


def test_names_of_sheets_are_no_text_of_the_document() -> None:
    opened = open_bytes(with_hidden(own=False), "甲.xlsx")
    document = project_file.load(resource("samples", SAMPLE))
    assert (opened.document.title, opened.document.overall) == (document.title, document.overall)
    assert [note.original for note in opened.notes if note.kind == "ignored"] == []


def test_nothing_is_hidden_in_the_sample() -> None:
    opened = open_bytes(resource("samples", SAMPLE).with_suffix(".docx").read_bytes(), "甲.docx")
    assert opened.hidden == {}
    assert as_seen(opened) is opened
