"""Pages counted without setting what surely fits: the same as when all of it is set."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.form import Form, Layout
from pbeditor.sheet import page_count
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.page_count import title_pages
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import BODY, ENTRY, PROJECT, SECTION, Paragraph, Sheet
from pbeditor.store.forms import load_forms
from tests.builders import documents, long_document

FORM = load_forms()["hebei-2020"]
TEXTS = st.text(st.sampled_from("目标（）a1 \n，"), max_size=200)


def numbers_when_set(sheet: Sheet, layout: Layout) -> dict[str, int]:
    return {anchor.name: page.number for page in paginate(sheet, layout, EmMeasure()) for anchor in page.anchors}


@given(documents())
def test_any_document_has_its_titles_on_the_pages_on_which_they_are_set(document: Document) -> None:
    sheet = lay_out(document, FORM)
    assert title_pages(sheet, FORM.layout) == numbers_when_set(sheet, FORM.layout)


@given(st.lists(st.tuples(st.sampled_from(("产出指标", "效果指标")), TEXTS, TEXTS), max_size=30), TEXTS)
def test_projects_about_a_page_long_are_counted_as_they_are_set(rows: list[tuple[str, str, str]], goals: str) -> None:
    indicators = tuple(
        Indicator(str(n), level1, "数量指标", name, words) for n, (level1, name, words) in enumerate(rows)
    )
    project = Project("a", goals=goals, indicators=indicators)
    projects = (project, replace(project, id="b", goals=""), Project("c"))
    sheet = lay_out(Document("hebei-2020", 2020, projects=projects), FORM)
    assert title_pages(sheet, FORM.layout) == numbers_when_set(sheet, FORM.layout)


@pytest.mark.parametrize("lines", range(8, 40))
def test_a_category_taller_than_its_rows_is_counted_as_it_is_set(lines: int) -> None:
    rows = tuple(Indicator(str(n), "产" * 60, "数量指标", "培训次数") for n in range(3))
    projects = (Project("a", goals="\n".join("一" * lines), indicators=rows), Project("b"), Project("c"))
    sheet = lay_out(Document("hebei-2020", 2020, projects=projects), FORM)
    assert title_pages(sheet, FORM.layout) == numbers_when_set(sheet, FORM.layout)


@pytest.mark.parametrize("role", [BODY, ENTRY, SECTION])
def test_paragraphs_about_a_line_long_are_counted_as_they_are_set(role: str) -> None:
    title = Paragraph("题", PROJECT, anchor="a", page_before=True)
    for signs, count in product(range(22, 40), (8, 12, 20, 24)):
        sheet = Sheet((*[Paragraph("目" * signs, role)] * count, title))
        assert title_pages(sheet, FORM.layout) == numbers_when_set(sheet, FORM.layout)


@pytest.mark.parametrize("count", range(5, 22))
def test_rows_of_large_letters_are_counted_as_they_are_set(count: int) -> None:
    texts = {role: replace(text, size=14) for role, text in FORM.layout.texts.items()}
    large = replace(FORM, layout=replace(FORM.layout, texts=texts))
    rows = tuple(Indicator(str(n), f"产出{n // 3}", "数量", "次数") for n in range(count))
    projects = (Project("a", indicators=rows), Project("b"))
    sheet = lay_out(Document("hebei-2020", 2020, projects=projects), large)
    assert title_pages(sheet, large.layout) == numbers_when_set(sheet, large.layout)


def test_a_long_document_is_counted_as_it_is_set(hebei: Form) -> None:
    sheet = lay_out(long_document(), hebei)
    assert title_pages(sheet, hebei.layout) == numbers_when_set(sheet, hebei.layout)


def test_what_fits_a_page_beyond_doubt_is_not_set(hebei: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(Indicator(str(n), "产出指标", "数量指标", "培训的次数", "全年举办培训的次数") for n in range(7))
    projects = tuple(Project(str(n), name=f"项目{n}", goals="做好工作。", indicators=rows) for n in range(3))
    sheet = lay_out(Document("hebei-2020", 2020, projects=projects), hebei, [p.id for p in projects])
    monkeypatch.delattr(page_count, "flow")
    assert list(title_pages(sheet, hebei.layout).values()) == [1, 2, 3]


def test_a_title_at_the_very_beginning_stands_on_the_first_page() -> None:
    titles = (Paragraph(name, PROJECT, anchor=name, page_before=True) for name in "ab")
    assert title_pages(Sheet(tuple(titles)), FORM.layout) == {"a": 1, "b": 2}


def test_nothing_has_no_titles() -> None:
    assert title_pages(Sheet(), FORM.layout) == {}
