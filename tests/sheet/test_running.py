"""Heads and feet that a person wants."""

from msgspec.structs import replace

from pbeditor.model.document import Document, Section
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.page import MARK, PlacedText
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.running import Running, with_running
from pbeditor.sheet.style import USUAL, Style

DOCUMENT = Document("hebei-2020", 2020, "2020年部门预算绩效信息", overall=(Section("总体", "做好工作。" * 400),))
MEASURE = EmMeasure()


def heads(form: Form, running: Running, style: Style = USUAL) -> list[list[PlacedText]]:
    pages = paginate(lay_out(DOCUMENT, form, style=style), form.layout, MEASURE)
    dressed = with_running(pages, form.layout, MEASURE, running)
    return [[text for text in page.texts if text.kind == MARK] for page in dressed]


def test_nothing_wanted_changes_nothing(hebei: Form) -> None:
    pages = paginate(lay_out(DOCUMENT, hebei), hebei.layout, MEASURE)
    assert with_running(pages, hebei.layout, MEASURE, Running()) is pages


def test_both_ends_of_the_head_stand_above_the_text_on_every_page(hebei: Form) -> None:
    found = heads(hebei, Running("某局", "2020年1月2日"))
    assert len(found) > 1
    assert all(
        [(text.text, text.align) for text in page] == [("某局", "left"), ("2020年1月2日", "right")] for page in found
    )
    assert all(text.y + 5 < hebei.layout.page.top for page in found for text in page)


def test_a_long_name_takes_lines_upward_and_leaves_room_for_the_time(hebei: Form) -> None:
    (left, right), *_ = heads(hebei, Running("某某" * 30, "2020年1月2日 10:20"))
    assert left.count > 1
    assert left.x + left.width <= right.x + right.width - MEASURE.width(right.text, hebei.layout.texts["value"])
    assert left.y < right.y


def test_a_cover_bears_neither_head_nor_foot(hebei: Form) -> None:
    covered, *others = heads(hebei, Running("某局", total=True), Style(cover=True))
    assert covered == []
    assert all(others)


def test_a_head_stays_on_paper_with_hardly_any_margin(hebei: Form) -> None:
    narrow = replace(hebei, layout=replace(hebei.layout, page=replace(hebei.layout.page, top=12)))
    assert all(text.y >= 0 for page in heads(narrow, Running("某某" * 60, "时间")) for text in page)
