"""Text is found anywhere and replaced in one edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.edit.place import get
from pbeditor.edit.search import Query, find, find_in, replace_hits
from pbeditor.model.document import Confirmed, Document, Indicator, Muted, Project, Section, Target
from pbeditor.model.target import printed
from tests.builders import documents

DOCUMENT = Document(
    "hebei-2020",
    2020,
    "2020年信息",
    overall=(Section("总体绩效目标", "2020年培训，2020年考核"),),
    projects=(
        Project("p", code="AB-2020", name="Word培训", indicators=(Indicator("2020", target=Target("≥", "２０２０")),)),
    ),
)


def places(query: Query) -> list[tuple[str, int]]:
    return [(hit.path, hit.start) for hit in find(DOCUMENT, query)]


def test_a_value_is_found_as_it_prints_and_then_not_replaced() -> None:
    document = Document(
        "f", 2020, projects=(Project("p", indicators=(Indicator("i", target=Target("≥", "90", "90%")),)),)
    )
    hits = list(find(document, Query("≥90")))
    assert [(hit.path, hit.text, hit.is_replaceable) for hit in hits] == [
        ("projects/0/indicators/0/target", "≥9090%", False)
    ]
    assert replace_hits(document, hits, "x") is document
    assert [hit.path[-6:] for hit in find(document, Query("90"))] == ["number", "t/text"]


def test_a_part_is_searched_under_its_path() -> None:
    hits = list(find_in(DOCUMENT.projects[0], Query("2020"), "projects/0"))
    assert hits == list(find(DOCUMENT, Query("2020")))[-1:]


def test_hits_come_in_reading_order_with_their_places() -> None:
    assert places(Query("2020")) == [("title", 0), ("overall/0/text", 0), ("overall/0/text", 8), ("projects/0/code", 3)]


def test_width_and_case_count_unless_told_otherwise() -> None:
    assert ("projects/0/indicators/0/target/number", 0) in places(Query("2020", ignore_width=True))
    assert places(Query("word")) == []
    assert places(Query("word", ignore_case=True)) == [("projects/0/name", 0)]


@pytest.mark.parametrize(("text", "count"), [("202", 0), ("2020", 4), ("Wor", 0), ("Word", 1), ("培训", 2)])
def test_a_whole_word_does_not_go_on(text: str, count: int) -> None:
    assert len(places(Query(text, whole_word=True))) == count


def test_a_blank_query_finds_nothing() -> None:
    assert places(Query("")) == []


def test_last_years_text_and_notes_of_the_check_are_not_searched() -> None:
    confirmed = Confirmed("title_is_given", "title", "2020", "2020")
    document = replace(DOCUMENT, last_year=DOCUMENT, muted=(Muted("2020", "2020"),), confirmed=(confirmed,))
    assert list(find(document, Query("2020"))) == list(find(DOCUMENT, Query("2020")))


def test_all_hits_of_a_text_are_replaced() -> None:
    document = replace_hits(DOCUMENT, find(DOCUMENT, Query("2020")), "2021")
    assert document.overall[0].text == "2021年培训，2021年考核"
    assert (document.title, document.projects[0].code) == ("2021年信息", "AB-2021")


def test_chosen_hits_alone_are_replaced() -> None:
    chosen = [hit for hit in find(DOCUMENT, Query("2020")) if hit.start == 8]
    assert replace_hits(DOCUMENT, chosen, "明").overall[0].text == "2020年培训，明年考核"


def test_a_hit_whose_text_changed_since_is_left_alone() -> None:
    hits = list(find(DOCUMENT, Query("信息")))
    changed = Document("hebei-2020", 2020, "别的信息")
    assert replace_hits(changed, hits, "x") is changed


def test_a_hit_in_a_project_that_is_gone_is_left_alone() -> None:
    changed = replace(DOCUMENT, projects=())
    assert replace_hits(changed, find(DOCUMENT, Query("Word")), "x") is changed


@given(documents(), st.text(min_size=1, max_size=2), st.booleans(), st.booleans(), st.booleans())
def test_every_hit_is_what_was_looked_for(document: Document, text: str, case: bool, width: bool, word: bool) -> None:
    for hit in find(document, Query(text, case, width, word)):
        found = get(document, hit.path)
        assert (printed(found) if isinstance(found, Target) else found) == hit.text
        assert len(hit.text[hit.start : hit.end]) == len(text)
    if not (case or width):
        assert all(hit.text[hit.start : hit.end] == text for hit in find(document, Query(text, whole_word=word)))
