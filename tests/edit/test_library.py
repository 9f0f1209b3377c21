"""Indicators are taken into the library, found again and used in any form."""

from pbeditor.edit.library import (
    completed_from,
    entry_of,
    find_entries,
    is_blank_row,
    merged,
    row_from,
    with_entries,
    with_rows_from,
    without_entries,
)
from pbeditor.model.document import Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.model.library import Entry, Library
from pbeditor.store.forms import load_forms

ROWS = (
    Indicator("1", "产出指标", "数量指标", "培训人数", "参加培训的人数", Target("≥", "50", "50人")),
    Indicator("2", "产出指标", "数量指标", "培训 人数", "别的写法"),
    Indicator("3", "效益指标", "社会效益指标", "知晓率", "培训对象知晓政策的比例"),
    Indicator("4"),
)
LIBRARY = Library(tuple(entry_of(row, "去年") for row in (ROWS[0], ROWS[2])))


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in entries]


def test_an_entry_takes_the_place_of_an_older_one() -> None:
    newer = Entry("产出指标", "数量指标", "培训人数", "新的描述")
    library = with_entries(LIBRARY, [newer])
    assert [entry.description for entry in library.entries] == ["新的描述", "培训对象知晓政策的比例"]
    assert names(without_entries(library, [newer]).entries) == ["知晓率"]


def test_names_are_found_before_descriptions(hebei: Form) -> None:
    assert names(find_entries(LIBRARY, "培训", hebei)) == ["培训人数", "知晓率"]
    assert names(find_entries(LIBRARY, "政策 培训", hebei)) == ["知晓率"]
    assert names(find_entries(LIBRARY, "没有", hebei)) == []


def test_a_name_is_found_by_its_initials_too(hebei: Form) -> None:
    assert names(find_entries(LIBRARY, "zxl", hebei)) == ["知晓率"]
    assert names(find_entries(LIBRARY, "PX", hebei)) == ["培训人数"]
    assert names(find_entries(LIBRARY, "90", hebei)) == []


def test_merging_adds_what_is_missing_and_keeps_what_is_there() -> None:
    theirs = (
        Entry(level2="数量指标", name="培训人数", description="别的"),
        Entry(name="甲"),
        Entry(name="乙"),
        Entry(name="甲"),
    )
    library = merged(LIBRARY, theirs)
    assert names(library.entries) == ["培训人数", "知晓率", "甲", "乙"]
    assert library.entries[0].description == "参加培训的人数"
    assert merged(library, theirs) == library


def test_rows_are_made_from_entries_at_their_place(hebei: Form) -> None:
    project = Project("p", indicators=ROWS[:2])
    rows = with_rows_from(project, 1, LIBRARY.entries, iter("xy"), hebei).indicators
    assert [(row.id, row.name) for row in rows] == [
        ("1", "培训人数"),
        ("x", "培训人数"),
        ("y", "知晓率"),
        ("2", "培训 人数"),
    ]
    assert rows[2].level1 == "效果指标"


def test_a_row_with_nothing_but_its_category_is_blank() -> None:
    assert is_blank_row(Indicator("i", "产出指标", "数量指标"))
    assert not is_blank_row(Indicator("i", target=Target(text="x")))


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


def test_a_blank_category_is_filled_beside_one_that_agrees(hebei: Form) -> None:
    entry = LIBRARY.entries[0]
    assert completed_from(Indicator("x", "产出指标"), entry, hebei).level2 == "数量指标"
    assert completed_from(Indicator("x", "", "数量指标"), entry, hebei).level1 == "产出指标"
    assert completed_from(Indicator("x", "", "质量指标"), entry, hebei).level1 == ""


def test_all_entries_of_a_category_are_found(hebei: Form) -> None:
    rows = (Indicator("5", "产出指标", "数量指标", "会议次数"), Indicator("6", "产出指标", "数量指标", "下乡次数"))
    library = Library(tuple(entry_of(row, "去年") for row in rows))
    assert names(find_entries(library, "", hebei, "产出指标", "数量指标")) == ["会议次数", "下乡次数"]
