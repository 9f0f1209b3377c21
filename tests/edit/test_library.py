"""Indicators are taken into the library, found again and used in any form."""

from pbeditor.edit.library import completed_from, entries_of, find_entries, row_from, with_entries, without_entry
from pbeditor.model.document import Document, Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.model.library import Entry, Library
from pbeditor.store.forms import load_forms

ROWS = (
    Indicator("1", "产出指标", "数量指标", "培训人数", "参加培训的人数", Target("≥", "50", "50人")),
    Indicator("2", "产出指标", "数量指标", "培训 人数", "别的写法"),
    Indicator("3", "效益指标", "社会效益指标", "知晓率", "培训对象知晓政策的比例"),
    Indicator("4"),
)
LIBRARY = Library(entries_of(Document("mof-2015", 2020, projects=(Project("p", indicators=ROWS),)), "去年"))


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in entries]


def test_each_named_indicator_is_taken_once_as_first_written() -> None:
    assert names(LIBRARY.entries) == ["培训人数", "知晓率"]
    assert LIBRARY.entries[0].source == "去年"


def test_an_entry_takes_the_place_of_an_older_one() -> None:
    newer = Entry("产出指标", "数量指标", "培训人数", "新的描述")
    library = with_entries(LIBRARY, [newer])
    assert [entry.description for entry in library.entries] == ["新的描述", "培训对象知晓政策的比例"]
    assert names(without_entry(library, newer).entries) == ["知晓率"]


def test_names_are_found_before_descriptions(hebei: Form) -> None:
    assert names(find_entries(LIBRARY, "培训", hebei)) == ["培训人数", "知晓率"]
    assert names(find_entries(LIBRARY, "政策 培训", hebei)) == ["知晓率"]
    assert names(find_entries(LIBRARY, "没有", hebei)) == []


def test_a_category_narrows_the_search_in_the_words_of_the_form(hebei: Form) -> None:
    assert names(find_entries(LIBRARY, "", hebei, "效果指标")) == ["知晓率"]
    assert names(find_entries(LIBRARY, "", hebei, "产出指标", "质量指标")) == []


def test_a_row_from_the_library_is_named_as_the_form_names_it(hebei: Form) -> None:
    row = row_from(LIBRARY.entries[1], "new", hebei)
    assert (row.id, row.level1, row.level2, row.name) == ("new", "效果指标", "社会效益指标", "知晓率")
    assert row_from(LIBRARY.entries[1], "n", load_forms()["mof-2021"]).level1 == "效益指标"


def test_a_row_is_completed_from_an_entry_without_losing_what_is_written(hebei: Form) -> None:
    entry = LIBRARY.entries[0]
    blank = completed_from(Indicator("x"), entry, hebei)
    assert blank == Indicator("x", "产出指标", "数量指标", "培训人数", "参加培训的人数", Target("≥", "50", "50人"))
    written = Indicator("x", "效果指标", "", "旧名", "自己写的", Target("", "9"))
    assert completed_from(written, entry, hebei) == Indicator(
        "x", "效果指标", "", "培训人数", "自己写的", Target("", "9")
    )
