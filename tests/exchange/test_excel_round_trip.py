"""What we write to Excel comes back the same, also after another program saved it; what a person changes is read."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.document import Document, Indicator, Project, Section, Target
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import Sheet
from pbeditor.store import project_file
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.work.exporting import Wish, exported
from pbeditor.work.opening import Opened, open_bytes
from tests.builders import WORDS, documents
from tests.exchange.libreoffice import converted
from tests.test_samples import without_ids


@pytest.fixture(scope="module")
def sample() -> Document:
    return project_file.load(resource("samples", SAMPLE))


@given(document=documents())
def test_any_document_comes_back_from_excel(document: Document, hebei: Form) -> None:
    form = hebei.with_periods(document.periods)
    data = exported(document, form, "甲.xlsx", no_pdf, Wish())
    assert interpret(read_sheet(data, "甲.xlsx"), hebei)[0] == document


LONG = "\n".join(f"{number}、{WORDS * 2}" for number in range(1, 91))
TEXTS = st.sampled_from(("", "甲", LONG, "甲" * 33_000, LONG * 7, "\U00020000" * 17_000))


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(texts=st.lists(TEXTS, min_size=9, max_size=9))
def test_a_document_of_long_texts_comes_back_from_excel(texts: list[str], hebei: Form) -> None:
    overall = (Section("总体绩效目标", texts[0]),)
    rows = (
        Indicator("2", texts[1], texts[2] or "乙", texts[3], texts[4], Target("", "", ""), texts[5]),
        Indicator("3", texts[1], "", "甲", "", Target("", "", ""), texts[6]),
    )
    project = Project("1", purpose=texts[7], goals=texts[8], plan=("",) * 4, indicators=rows)
    document = Document("hebei-2020", 2020, "标题", overall=overall, projects=(project,))
    assert interpret(read_sheet(workbook(document, hebei), "甲.xlsx"), hebei)[0] == document


def test_a_long_text_alone_in_its_row_stays_one_row(sample: Document, hebei: Form) -> None:
    rows = (Indicator("", level2="甲" * 33_000), Indicator("", name=LONG), Indicator(""), Indicator("", level1=LONG))
    document = replace(sample, projects=(replace(sample.projects[0], indicators=rows),))
    assert without_ids(open_bytes(workbook(document, hebei), "甲.xlsx").document) == without_ids(document)


@pytest.mark.libreoffice
def test_long_texts_come_back_after_libreoffice_saved_them(sample: Document, hebei: Form, tmp_path: Path) -> None:
    first, *others = sample.projects
    long = replace(sample, projects=(replace(first, goals=LONG, purpose="甲" * 33_000), *others))
    opened = open_bytes(converted(workbook(long, hebei), tmp_path, "xlsx").read_bytes(), "甲.xlsx")
    assert without_ids(opened.document) == without_ids(long)
    assert opened.notes == ()


def test_the_sample_comes_back_without_a_note(sample: Document, hebei: Form) -> None:
    opened = open_bytes(workbook(sample, hebei), "甲.xlsx")
    assert without_ids(opened.document) == without_ids(sample)
    assert opened.notes == ()


@pytest.mark.libreoffice
def test_it_comes_back_after_libreoffice_saved_it(sample: Document, hebei: Form, tmp_path: Path) -> None:
    saved = converted(workbook(sample, hebei), tmp_path, "xlsx")
    opened = open_bytes(saved.read_bytes(), "甲.xlsx")
    assert without_ids(opened.document) == without_ids(sample)
    assert opened.notes == ()


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_it_comes_back_when_it_was_saved_in_another_format(
    kind: str, sample: Document, hebei: Form, tmp_path: Path
) -> None:
    opened = open_bytes(converted(workbook(sample, hebei), tmp_path, kind).read_bytes(), f"甲.{kind}")
    assert without_ids(opened.document).projects == without_ids(sample).projects
    assert (opened.document.overall, opened.document.title) == (sample.overall, sample.title)
    assert opened.notes == ()


def test_a_cell_changed_in_excel_is_read(sample: Document, hebei: Form) -> None:
    opened = changed(sample, hebei, lambda book: put(book.worksheets[2], "馆藏档案数字化加工经费", "馆藏档案加工经费"))
    assert opened.document.projects[0].name == "馆藏档案加工经费"
    assert without_ids(opened.document).projects[1:] == without_ids(sample).projects[1:]


def test_a_row_added_in_excel_is_read(sample: Document, hebei: Form) -> None:
    def add(book: Any) -> None:
        form = book.worksheets[2]
        row = form.max_row + 1
        last = {cell.column: cell.value for cell in form[form.max_row] if cell.value}
        for column, value in last.items():
            form.cell(row, column, str(value).replace("满意度", "好评率"))

    rows = changed(sample, hebei, add).document.projects[0].indicators
    assert len(rows) == len(sample.projects[0].indicators) + 1


def test_rows_that_are_not_written_yet_come_back_wherever_they_stand(sample: Document, hebei: Form) -> None:
    blank, first = Indicator(""), sample.projects[0]
    one, two, *others = first.indicators
    for rows in ((blank, one, blank, blank, two, *others, blank), (blank, blank)):
        document = replace(sample, projects=(replace(first, indicators=rows), *sample.projects[1:]))
        opened = open_bytes(workbook(document, hebei), "甲.xlsx")
        assert without_ids(opened.document) == without_ids(document)
        assert opened.notes == ()


def test_a_blank_row_put_in_by_a_person_ends_no_table(sample: Document, hebei: Form) -> None:
    opened = changed(sample, hebei, lambda book: book.worksheets[2].insert_rows(17))
    assert [row.name for row in opened.document.projects[0].indicators if row.name] == [
        row.name for row in sample.projects[0].indicators
    ]


def test_a_row_written_where_a_blank_one_ended_the_table_takes_its_place(sample: Document, hebei: Form) -> None:
    first = sample.projects[0]
    blank = replace(sample, projects=(replace(first, indicators=(*first.indicators, Indicator(""))),))
    opened = changed(blank, hebei, lambda book: book.worksheets[2].cell(book.worksheets[2].max_row, 4, "新指标"))
    assert [row.name for row in opened.document.projects[0].indicators][-1] == "新指标"
    assert len(opened.document.projects[0].indicators) == len(first.indicators) + 1


def test_a_remark_written_below_the_table_is_told_and_no_indicator(sample: Document, hebei: Form) -> None:
    def remark(book: Any) -> None:
        book.worksheets[2].cell(book.worksheets[2].max_row + 2, 1, "备注：数据以年底为准")

    opened = changed(sample, hebei, remark)
    assert without_ids(opened.document) == without_ids(sample)
    assert [note.original for note in opened.notes] == ["备注：数据以年底为准"]


@pytest.mark.parametrize("apart", [1, 2])
@pytest.mark.parametrize("row", range(2, 12))
def test_a_remark_beside_a_form_is_told_and_changes_nothing(
    row: int, apart: int, sample: Document, hebei: Form
) -> None:
    def remark(book: Any) -> None:
        book.worksheets[2].cell(row, book.worksheets[2].max_column + apart, "领导已看")

    opened = changed(sample, hebei, remark)
    assert without_ids(opened.document) == without_ids(sample)
    assert [note.original for note in opened.notes] == ["领导已看"]


def test_the_order_of_the_list_and_the_names_of_the_sheets_do_not_matter(sample: Document, hebei: Form) -> None:
    def shuffle(book: Any) -> None:
        listed = book["指标清单"]
        rows = [[cell.value for cell in row] for row in listed.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), 2):
            for column, value in enumerate(row, 1):
                listed.cell(number, column, value)
        for number, worksheet in enumerate(book.worksheets[:-1]):
            worksheet.title = f"第{number}页"

    opened = changed(sample, hebei, shuffle)
    assert without_ids(opened.document) == without_ids(sample)
    assert opened.notes == ()


@pytest.mark.parametrize("row", [2, 9])
def test_what_is_written_into_a_list_that_only_repeats_is_told(row: int, sample: Document, hebei: Form) -> None:
    opened = changed(sample, hebei, lambda book: book["指标清单"].cell(row, 5, "改在清单里的名称"))
    assert without_ids(opened.document) == without_ids(sample)
    assert ["改在清单里的名称" in note.original for note in opened.notes] == [True]


def test_a_spoilt_note_of_how_texts_go_on_does_no_harm(sample: Document, hebei: Form) -> None:
    def spoil(book: Any) -> None:
        for row in (("more", "a"), ("more", "a", "b", "|99999999|x|32"), ("more",)):
            book["pbeditor"].append(row)

    assert without_ids(changed(sample, hebei, spoil).document) == without_ids(sample)


def workbook(document: Document, form: Form) -> bytes:
    return exported(document, form, "甲.xlsx", no_pdf, Wish())


def changed(document: Document, form: Form, change: Callable[[Any], object]) -> Opened:
    book = load_workbook(BytesIO(workbook(document, form)))
    change(book)
    target = BytesIO()
    book.save(target)
    return open_bytes(target.getvalue(), "甲.xlsx")


def put(worksheet: Any, old: str, new: str) -> None:
    for row in worksheet.iter_rows():
        for cell in row:
            if cell.value == old:
                cell.value = new


def no_pdf(_sheet: Sheet, _form: Form) -> bytes:
    raise AssertionError
