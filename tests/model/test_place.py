"""Places with ids in them stay true while rows move."""

import pytest

from pbeditor.edit.projects import delete_projects
from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.model.place import lasting_place, owner, present_path
from tests.moving import move_projects

PROJECT = Project("b", plan=("25",), indicators=(Indicator("x"), Indicator("y")))
DOCUMENT = Document("hebei-2020", 2020, projects=(Project("a"), PROJECT))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("projects/1", "projects/b"),
        ("projects/1/indicators/1/target/number", "projects/b/indicators/y/target/number"),
        ("projects/0/budget/total", "projects/a/budget/total"),
    ],
)
def test_projects_and_rows_are_called_by_their_ids(path: str, place: str) -> None:
    assert lasting_place(DOCUMENT, path) == place


def test_a_place_counts_from_where_it_starts() -> None:
    assert lasting_place(PROJECT, "indicators/1/target") == "indicators/y/target"


@pytest.mark.parametrize("path", ["", "title", "overall"])
def test_a_place_without_rows_is_its_path(path: str) -> None:
    assert lasting_place(DOCUMENT, path) == path


@pytest.mark.parametrize("period", ["0", "3"])
def test_a_period_keeps_its_number_even_where_the_plan_lacks_it(period: str) -> None:
    assert lasting_place(DOCUMENT, f"projects/1/plan/{period}") == f"projects/b/plan/{period}"


@pytest.mark.parametrize(
    "path", ["", "title", "projects/1/plan/0", "projects/1/plan/3", "projects/1/indicators/1/target"]
)
def test_a_place_leads_back_to_its_path(path: str) -> None:
    assert present_path(DOCUMENT, lasting_place(DOCUMENT, path)) == path


def test_a_place_follows_its_project() -> None:
    assert present_path(move_projects(DOCUMENT, ["b"], 0), "projects/b/indicators/y") == "projects/0/indicators/1"


@pytest.mark.parametrize("place", ["projects/b/indicators/y", "projects/7/name", "overall/1/text"])
def test_a_place_that_is_gone_is_an_error(place: str) -> None:
    left = Document("hebei-2020", 2020, overall=(Section("总体绩效目标"),))
    for document in (delete_projects(DOCUMENT, ["b"]), left):
        with pytest.raises(LookupError):
            present_path(document, place)


@pytest.mark.parametrize(
    ("place", "project"),
    [("projects/b/plan/0", "b"), ("projects/b", "b"), ("projects", ""), ("overall/1/text", ""), ("", "")],
)
def test_a_place_belongs_to_one_project_or_to_none(place: str, project: str) -> None:
    assert owner(place) == project
