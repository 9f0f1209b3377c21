"""Paths lead to every text of a document, and differences name them."""

import pytest
from msgspec.structs import replace

from pbeditor.edit.place import Difference, differences, get, put, put_all, put_target, remaining
from pbeditor.model.document import Budget, Document, Indicator, Project, Target

DOCUMENT = Document(
    "hebei-2020",
    2020,
    projects=(
        Project(
            "a", name="甲", budget=Budget("2.00"), plan=("25", "50"), indicators=(Indicator("a1"), Indicator("a2"))
        ),
        Project("b", name="乙"),
    ),
)


@pytest.mark.parametrize(
    "path",
    [
        "title",
        "department/name",
        "projects/0/budget/fiscal",
        "projects/0/plan/1",
        "projects/0/indicators/1/target/number",
    ],
)
def test_what_is_put_at_a_place_is_found_there(path: str) -> None:
    assert get(put(DOCUMENT, path, "新的字"), path) == "新的字"


def test_putting_what_is_there_changes_nothing() -> None:
    assert put(DOCUMENT, "projects/0/name", "甲") is DOCUMENT


def test_an_edit_keeps_every_other_project_the_same_object() -> None:
    assert put(DOCUMENT, "projects/0/name", "丙").projects[1] is DOCUMENT.projects[1]


def test_a_text_is_cleaned_when_it_is_put() -> None:
    assert get(put(DOCUMENT, "projects/0/code", "203\u00a0\n"), "projects/0/code") == "203"


def test_a_period_that_the_plan_lacks_is_made() -> None:
    assert put(DOCUMENT, "projects/1/plan/2", "75").projects[1].plan == ("", "", "75")
    assert get(DOCUMENT, "projects/1/plan/2") == ""


@pytest.mark.parametrize("path", ["nothing", "projects/0/nothing", "projects/9/name", "title/more"])
def test_a_path_to_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(LookupError):
        put(DOCUMENT, path, "x")
    with pytest.raises(LookupError):
        get(DOCUMENT, path)


def test_differences_name_what_was_added_removed_and_changed() -> None:
    after = put_all(DOCUMENT, (("projects/0/budget/total", "3.00"), ("title", "新题")))
    assert list(differences(DOCUMENT, after)) == [
        Difference("changed", "title", "", "新题"),
        Difference("changed", "projects/0/budget/total", "2.00", "3.00"),
    ]


def test_items_are_matched_by_id_and_not_by_place() -> None:
    first, second = DOCUMENT.projects
    new = Project("c")
    after = Document("hebei-2020", 2020, projects=(new, second))
    assert [(c.kind, c.path) for c in differences(DOCUMENT, after)] == [
        ("added", "projects/0"),
        ("removed", "projects/0"),
    ]
    assert [c.before for c in differences(DOCUMENT, after)][1] is first


def test_a_value_is_put_by_its_part() -> None:
    after = put(DOCUMENT, "projects/0/indicators/0/target/operator", "≥")
    assert after.projects[0].indicators[0].target == Target("≥")


def test_last_years_text_is_found_by_its_path_and_is_no_difference() -> None:
    last = put(DOCUMENT, "title", "上年")
    document = replace(DOCUMENT, last_year=last)
    assert get(document, "last_year/title") == "上年"
    assert list(differences(DOCUMENT, document)) == []
    assert [change.path for change in differences(DOCUMENT, put(document, "title", "新题"))] == ["title"]


def test_a_document_without_last_year_has_no_place_in_it() -> None:
    with pytest.raises(LookupError):
        get(DOCUMENT, "last_year/title")


def test_a_project_or_part_that_is_gone_is_no_place_even_if_it_was_the_last() -> None:
    for path in ("projects/0", "projects/0/goals", "overall/0/text"):
        with pytest.raises(LookupError):
            get(Document("hebei-2020", 2020), path)


def test_a_value_is_put_with_its_three_parts() -> None:
    document = Document("hebei-2020", 2020, projects=(Project("a", indicators=(Indicator("x", basis="计划"),)),))
    target = Target("≥", "90", "90%及以上")
    row = put_target(document, "projects/0/indicators/0/target", target).projects[0].indicators[0]
    assert row == Indicator("x", target=target, basis="计划")


def test_what_is_removed_leads_to_the_earlier_document_where_nothing_of_it_is_left() -> None:
    project, row = Difference("removed", "projects/3", None, ""), Difference("removed", "projects/3/goals", "甲", "")
    assert project.is_of_earlier
    assert not row.is_of_earlier


@pytest.mark.parametrize(
    ("kind", "path", "shown"),
    [
        ("removed", "projects/3", "projects/2"),
        ("removed", "projects/0", "projects/0"),
        ("removed", "overall/1", "overall/0"),
        ("removed", "projects/0/indicators/3", "projects/0/indicators/3"),
        ("added", "projects/3", "projects/3"),
        ("changed", "projects/3/name", "projects/3/name"),
    ],
)
def test_of_what_has_gone_the_one_before_it_is_shown(kind: str, path: str, shown: str) -> None:
    assert remaining(Difference(kind, path, None, None)) == shown
