"""Pages: what breaks where, and that nothing is lost, overlaps or leaves the type area."""

from collections import Counter
from itertools import combinations, count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.model.document import Document, Indicator, Project, Section, Target
from pbeditor.model.form import Form, Text
from pbeditor.sheet import page as kinds
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import MM_A_POINT, PAGE_NUMBER, pitch, text_of, type_area
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure, Measure
from pbeditor.sheet.page import Page, PlacedText
from pbeditor.sheet.page_count import title_pages
from pbeditor.sheet.pages import paginate, paginating, with_page_numbers
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Sheet, Table
from pbeditor.store.forms import load_forms
from tests.builders import documents

LONG = "协调做好各级党代会工作，组织代表开展调研视察。"


class EvenMeasure:
    """Every sign is 4 mm wide, whatever the font; lines break anywhere."""

    def lines(self, text: str, style: Text, width: float, indent: float = 0.0) -> tuple[str, ...]:
        found: list[str] = []
        for line in text.split("\n"):
            room = max(int((width - (0.0 if found else indent)) / 4), 1)
            found.append(line[:room])
            rest, room = line[room:], max(int(width / 4), 1)
            found += [rest[start : start + room] for start in range(0, len(rest), room)]
        return tuple(found)

    def width(self, text: str, style: Text) -> float:
        return 4.0 * len(text)


MEASURES = (EmMeasure(), EvenMeasure())
Rectangle = tuple[float, float, float, float]


@pytest.fixture
def form(hebei: Form) -> Form:
    return hebei


def a_project(number: int, indicators: int = 3, **fields: str | tuple[str, ...]) -> Project:
    """A project whose indicators fall under three categories."""
    level1 = ("产出指标", "效果指标", "满意度指标")
    rows = tuple(
        Indicator(f"{number}-{row}", level1[3 * row // indicators], "数量指标", f"指标{row}", LONG, Target("≥", "90"))
        for row in range(indicators)
    )
    return replace(Project(str(number), name=f"项目{number}", plan=("25",) * 4, indicators=rows), **fields)


def a_document(*projects: Project, overall: str = "") -> Document:
    sections = (Section("总体绩效目标", overall),) if overall else ()
    return Document("hebei-2020", 2020, "2020年部门预算绩效信息", overall=sections, projects=projects)


def pages_of(document: Document, form: Form, measure: Measure = MEASURES[0]) -> tuple[Page, ...]:
    return paginate(lay_out(document, form), form.layout, measure)


def with_unlike_texts(block_sheet: Sheet) -> Sheet:
    """The same sheet with a number in front of every text, so that each can be told from the others."""
    numbers = count()

    def unlike(text: str) -> str:
        return f"{next(numbers)}.{text}" if text else ""

    def cell(one: Cell) -> Cell:
        return replace(one, runs=(Run(unlike(one.text)),) if one.text else ())

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph):
            return replace(one, text=unlike(one.text))
        return replace(one, rows=tuple(replace(row, cells=tuple(map(cell, row.cells))) for row in one.rows))

    return replace(block_sheet, blocks=tuple(map(block, block_sheet.blocks)))


def texts_of(block_sheet: Sheet) -> list[str]:
    """Every text of a sheet that is not blank."""
    cells = (
        cell.text
        for block in block_sheet.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    )
    paragraphs = (block.text for block in block_sheet.blocks if isinstance(block, Paragraph))
    return [text for text in (*paragraphs, *cells) if text]


def area(text: PlacedText, form: Form) -> Rectangle:
    return text.x, text.y, text.x + text.width, text.y + text.count * pitch(form.layout, text.role)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return all(one[side] < other[side + 2] - 0.01 and other[side] < one[side + 2] - 0.01 for side in (0, 1))


def numbers_of(pages: tuple[Page, ...], words: str) -> list[int]:
    """The pages on which a text stands, a repetition or not."""
    return [page.number for page in pages for text in page.texts if text.text == words]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Sheets of documents of any texts, some of them very long."""
    factor = draw(st.sampled_from((1, 1, 30, 300)))
    document = draw(documents())
    projects = (
        replace(
            project,
            name=project.name * (factor // 10 + 1),
            goals="\n".join((project.goals,) * factor),
            purpose=project.purpose * factor,
            indicators=tuple(replace(row, level1=row.level1 * factor) for row in project.indicators * 9),
        )
        for project in document.projects
    )
    overall = tuple(replace(section, text=section.text * factor) for section in document.overall)
    document = replace(document, title=document.title * factor, overall=overall, projects=tuple(projects))
    return with_unlike_texts(lay_out(document, load_forms()["hebei-2020"]))


@pytest.mark.parametrize("measure", MEASURES, ids=("em", "even"))
@given(block_sheet=sheets())
@settings(max_examples=40)
def test_every_line_of_every_text_stands_in_one_place(measure: Measure, block_sheet: Sheet) -> None:
    layout = load_forms()["hebei-2020"].layout
    pages = paginate(block_sheet, layout, measure)
    placed = [text for page in pages for text in page.texts if text.kind == kinds.TEXT]
    lines = Counter((text.text, text.first + line) for text in placed for line in range(text.count))
    whole = {
        text.text: len(measure.lines(text.text, text_of(layout, text.role), text.width, text.indent)) for text in placed
    }
    assert lines == Counter((text, line) for text, number in whole.items() for line in range(number))
    assert sorted(whole) == sorted(texts_of(block_sheet))


@pytest.mark.parametrize("measure", MEASURES, ids=("em", "even"))
@given(block_sheet=sheets())
@settings(max_examples=40)
def test_nothing_overlaps_or_leaves_the_type_area(measure: Measure, block_sheet: Sheet) -> None:
    form = load_forms()["hebei-2020"]
    paper, (width, height) = form.layout.page, type_area(form.layout.page)
    inside = (paper.left - 0.01, paper.top - 0.01, paper.left + width + 0.01, paper.top + height + 0.01)
    for page in paginate(block_sheet, form.layout, measure):
        areas = [area(text, form) for text in page.texts if text.kind in (kinds.TEXT, kinds.REPEAT)]
        rules = [(rule.x1, rule.y1, rule.x2, rule.y2) for rule in page.rules]
        assert all(
            inside[0] <= x1 and inside[1] <= y1 and x2 <= inside[2] and y2 <= inside[3]
            for x1, y1, x2, y2 in areas + rules
        )
        assert not any(overlap(one, other) for one, other in combinations(areas, 2))
        assert not any(overlap(text, rule) for text in areas for rule in rules)


@given(block_sheet=sheets())
@settings(max_examples=20)
def test_no_page_is_blank(block_sheet: Sheet) -> None:
    pages = paginate(block_sheet, load_forms()["hebei-2020"].layout, EmMeasure())
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(page.rules or any(text.kind == kinds.TEXT for text in page.texts) for page in pages[1:])


def test_each_project_begins_a_page_and_the_first_stands_under_its_part(form: Form) -> None:
    pages = pages_of(a_document(a_project(1), a_project(2), a_project(3), overall="目标"), form)
    assert [[anchor.name for anchor in page.anchors] for page in pages] == [
        [],
        ["pb_overall"],
        ["pb_projects", "pb_project_1"],
        ["pb_project_2"],
        ["pb_project_3"],
    ]
    pages = pages_of(a_document(a_project(1), a_project(2)), form)
    assert [[anchor.name for anchor in page.anchors] for page in pages] == [
        [],
        ["pb_projects", "pb_project_1"],
        ["pb_project_2"],
    ]


def test_the_header_of_the_grid_stands_on_every_page_that_the_grid_reaches(form: Form) -> None:
    pages = pages_of(a_document(a_project(1, 60)), form)[1:]
    assert len(pages) > 1
    assert numbers_of(pages, "三级指标") == [page.number for page in pages]
    first = [next(text.y for text in page.texts if text.text == "三级指标") for page in pages[1:]]
    assert all(y < form.layout.page.top + 10 for y in first)


def test_a_category_is_named_again_after_a_break(form: Form) -> None:
    pages = pages_of(a_document(a_project(1, 60)), form)
    for category in ("产出指标", "效果指标"):
        on = numbers_of(pages, category)
        kinds_on = [text.kind for page in pages for text in page.texts if text.text == category]
        assert len(on) > 1
        assert on == sorted(set(on))
        assert kinds_on == [kinds.TEXT, *[kinds.REPEAT] * (len(on) - 1)]


def test_a_row_that_fits_a_page_is_never_divided(form: Form) -> None:
    pages = pages_of(a_document(a_project(1, 60)), form)
    names = [text for page in pages for text in page.texts if text.text == LONG]
    assert len(names) == 60
    assert all(text.first == 0 for text in names)
    for number in range(60):
        assert len(numbers_of(pages, f"指标{number}")) == 1


def test_goals_longer_than_a_page_go_on_after_the_break_with_their_label(form: Form) -> None:
    goals = "\n".join(f"{number}、{LONG * 3}" for number in range(1, 60))
    pages = pages_of(a_document(a_project(1, goals=goals)), form)
    parts = [(page.number, text.first, text.count) for page in pages for text in page.texts if text.text == goals]
    assert len(parts) > 1
    assert [first for _, first, _ in parts] == [sum(count for _, _, count in parts[:n]) for n in range(len(parts))]
    assert numbers_of(pages, "绩效目标") == [number for number, _, _ in parts]


def test_a_title_stays_with_what_it_announces(form: Form) -> None:
    for lines in range(14, 30):
        sections = Section("总体绩效目标", "\n".join(["一"] * lines)), Section("分项绩效目标", LONG)
        pages = pages_of(replace(a_document(), overall=sections), form)
        title, body = numbers_of(pages, "（二）分项绩效目标："), numbers_of(pages, LONG)
        assert title == body[:1]


@pytest.mark.parametrize("words", ["三" * 30, "三" * 70, "三" * 100])
def test_a_title_stays_with_a_paragraph_too_short_to_be_divided(words: str, form: Form) -> None:
    for lines in range(10, 22):
        sections = Section("甲", "\n".join(["一"] * lines)), Section("乙", words)
        pages = pages_of(replace(a_document(), overall=sections), form)
        assert numbers_of(pages, "（二）乙：") == numbers_of(pages, words)[:1]


def test_the_labels_of_periods_stay_with_their_values(form: Form) -> None:
    for lines in range(20, 80):
        pages = pages_of(
            a_document(a_project(1, purpose="\n".join(["用途"] * lines), plan=("71", "72", "73", "74"))), form
        )
        assert numbers_of(pages, "3月底") == numbers_of(pages, "71")


def test_a_tall_category_makes_its_rows_taller(form: Form) -> None:
    tall = a_project(1, 3)
    rows = tuple(replace(row, level1="产" * 60, description="") for row in tall.indicators)
    page = pages_of(a_document(replace(tall, indicators=rows)), form)[1]
    (category,) = [text for text in page.texts if text.text == "产" * 60]
    tops = sorted({rule.y1 for rule in page.rules if rule.y1 == rule.y2 and rule.y1 > category.y - 2})
    assert tops[-1] - tops[0] >= category.count * pitch(form.layout, sheet.VALUE)
    assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1], abs=0.01)


def test_the_contents_say_the_pages_of_the_titles(form: Form) -> None:
    document = a_document(*(a_project(number) for number in range(1, 40)), overall=LONG)
    pages = pages_of(document, form)
    where = {anchor.name: page.number for page in pages for anchor in page.anchors}
    said = {text.target: int(text.text) for page in pages for text in page.texts if text.kind == kinds.NUMBER}
    assert said == where
    block_sheet = with_page_numbers(lay_out(document, form), title_pages(lay_out(document, form), form.layout))
    entries = [block for block in block_sheet.blocks if isinstance(block, Paragraph) and block.role == sheet.ENTRY]
    assert {entry.target: entry.page for entry in entries} == where


def test_the_page_number_stands_at_the_outer_side(form: Form) -> None:
    feet = [page.texts[-1] for page in pages_of(a_document(a_project(1), a_project(2)), form)]
    assert [(foot.text, foot.align) for foot in feet] == [("— 1 —", "right"), ("— 2 —", "left"), ("— 3 —", "right")]
    assert all(foot.y > form.layout.page.top + type_area(form.layout.page)[1] for foot in feet)
    em, left = text_of(form.layout, PAGE_NUMBER).size * MM_A_POINT, form.layout.page.left
    edges = left + em, left + type_area(form.layout.page)[0] - em
    assert all((foot.x, foot.x + foot.width) == pytest.approx(edges) for foot in feet)


def test_a_cell_without_a_frame_has_no_rule_but_those_of_its_neighbours(form: Form) -> None:
    rows = (Row((Cell((Run("甲"),), frame=False),)), Row((Cell((Run("乙"),), rows=1),)))
    (page,) = paginate(Sheet((Table(rows, (100.0,)),)), form.layout, EmMeasure())
    levels = sorted({rule.y1 for rule in page.rules})
    assert len(page.rules) == 4
    assert levels[0] == pytest.approx(form.layout.page.top + 7.5)


def test_a_gap_takes_room_below_something_alone(form: Form) -> None:
    gap, one, other = Paragraph(role=sheet.GAP), Paragraph("甲", sheet.VALUE), Paragraph("乙", sheet.VALUE)
    (page,) = paginate(Sheet((gap, one, gap, other)), form.layout, EmMeasure())
    first, second = [text.y for text in page.texts if text.kind == kinds.TEXT]
    assert first == form.layout.page.top
    assert second == pytest.approx(first + pitch(form.layout, sheet.VALUE) + 6 * MM_A_POINT)


def test_a_landscape_page_is_wider_than_tall(form: Form) -> None:
    turned = replace(form, layout=replace(form.layout, page=replace(form.layout.page, landscape=True)))
    pages = pages_of(a_document(a_project(1)), turned)
    assert max(rule.x2 for rule in pages[1].rules) > 200


def test_setting_tells_how_far_it_is(form: Form) -> None:
    block_sheet = lay_out(a_document(*map(a_project, range(1, 9))), form)
    steps = [*paginating(block_sheet, form.layout, EmMeasure())]
    count, pages = len(block_sheet.blocks), len(paginate(block_sheet, form.layout, EmMeasure()))
    drawn = [count + count * number // pages for number in range(1, pages + 1)]
    assert steps == [(done, 2 * count) for done in (*range(count), *drawn)]


def test_a_document_without_anything_has_one_page(form: Form) -> None:
    pages = paginate(Sheet(), form.layout, EmMeasure())
    assert [text.text for page in pages for text in page.texts] == ["— 1 —"]


def test_a_cell_where_one_from_above_stands_moves_to_the_right(form: Form) -> None:
    tall, short = Cell((Run("高"),), 0, rows=3), Cell((Run("右"),), 1)
    below = (Row((Cell((Run(text),), 0),)) for text in ("下", "底", "外"))
    table = Table((Row((tall, short)), *below))
    (page,) = paginate(Sheet((table,)), form.layout, EvenMeasure())
    left = {text.text: text.x for text in page.texts}
    assert left["下"] == left["底"] == left["右"] > left["高"] == left["外"]


@pytest.mark.parametrize("before", range(20, 60))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(before: int, form: Form) -> None:
    lines = [Paragraph("一", sheet.BODY)] * before
    text = Paragraph("\n".join(f"第{n}行" for n in range(3)), sheet.BODY)
    pages = paginate(Sheet((*lines, text)), form.layout, EvenMeasure())
    counts = [one.count for page in pages for one in page.texts if one.text.startswith("第")]
    assert counts == [3]


def test_at_least_two_lines_of_a_paragraph_stand_on_either_side_of_a_break(form: Form) -> None:
    counts = set()
    for before in range(10, 40):
        text = Paragraph("\n".join(f"第{n}行" for n in range(6)), sheet.BODY)
        pages = paginate(Sheet((*[Paragraph("一", sheet.BODY)] * before, text)), form.layout, EvenMeasure())
        counts.add(tuple(one.count for page in pages for one in page.texts if one.text == text.text))
    assert counts == {(6,), (2, 4), (3, 3), (4, 2)}


def test_a_table_without_rows_takes_no_room(form: Form) -> None:
    texts = (Paragraph("上", sheet.BODY), Paragraph("下", sheet.BODY))
    with_table = paginate(Sheet((texts[0], Table(), texts[1])), form.layout, EvenMeasure())
    assert with_table == paginate(Sheet(texts), form.layout, EvenMeasure())


@pytest.mark.parametrize("before", range(14, 24))
def test_an_entry_over_two_pages_has_its_number_at_its_end(before: int, form: Form) -> None:
    entries = [Paragraph("一", sheet.ENTRY)] * before
    entry = Paragraph("\n".join("甲乙丙丁戊己"), sheet.ENTRY, target="t", page=7)
    pages = paginate(Sheet((*entries, entry)), form.layout, EvenMeasure())
    assert numbers_of(pages, "7") == numbers_of(pages, entry.text)[-1:]


def test_an_entry_as_long_as_its_line_has_no_dots(form: Form) -> None:
    dots = []
    for signs in range(20, 60):
        entry = Paragraph("目" * signs, sheet.ENTRY, target="t", page=7)
        (page,) = paginate(Sheet((entry,)), form.layout, EvenMeasure())
        assert [text.text for text in page.texts if text.kind == kinds.NUMBER] == ["7"]
        dots.append([text.text for text in page.texts if text.kind == kinds.LEADER])
    assert [] in dots
    assert [""] not in dots
