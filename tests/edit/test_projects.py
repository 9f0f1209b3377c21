"""Projects are added, copied, changed and removed."""

from itertools import count

import pytest
from msgspec.structs import replace

from pbeditor.edit.projects import (
    change_project,
    delete_projects,
    duplicate_projects,
    index_of,
    indicator_count,
    insert_projects,
    new_project,
    rows_of,
)
from pbeditor.model.document import Document, Indicator, Project, Unit
from pbeditor.model.form import Form

DOCUMENT = Document(
    "hebei-2020",
    2020,
    department=Unit("203", "局"),
    projects=tuple(Project(letter, name=letter, indicators=(Indicator(f"{letter}1"),)) for letter in "abc"),
)


def names(document: Document) -> str:
    return "".join(project.name for project in document.projects)


def test_a_new_project_belongs_to_the_department_and_has_a_blank_for_each_period(hebei: Form) -> None:
    assert new_project("n", DOCUMENT, hebei, 1) == Project("n", unit=Unit("203", "局"), plan=("", "", "", ""))


def test_a_new_project_is_of_the_unit_of_the_one_above(hebei: Form) -> None:
    units = [Unit("203001", "本级"), Unit("203002", "学校")]
    projects = tuple(Project(unit.code, unit=unit) for unit in units)
    document = replace(DOCUMENT, projects=projects)
    assert [new_project("n", document, hebei, at).unit for at in (0, 1, 2)] == [units[0], units[0], units[1]]
    assert new_project("n", replace(DOCUMENT, projects=()), hebei, 0).unit == DOCUMENT.department


def test_projects_are_inserted_and_deleted() -> None:
    assert names(insert_projects(DOCUMENT, 1, [Project("x", name="x")])) == "axbc"
    assert names(delete_projects(DOCUMENT, ["a", "c"])) == "b"


def test_a_copy_follows_the_original_under_new_ids() -> None:
    copied = duplicate_projects(DOCUMENT, ["b"], (f"n{number}" for number in count()))
    assert names(copied) == "abbc"
    assert [row.id for row in rows_of(copied)] == ["a1", "b1", "n1", "c1"]
    assert duplicate_projects(DOCUMENT, [], iter(())) is DOCUMENT


def test_changing_one_project_leaves_the_others_the_same_objects() -> None:
    changed = change_project(DOCUMENT, "b", lambda project: Project(project.id, name="新"))
    assert names(changed) == "a新c"
    assert changed.projects[0] is DOCUMENT.projects[0]
    assert change_project(DOCUMENT, "b", lambda project: project) is DOCUMENT


def test_a_project_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError):
        index_of(DOCUMENT, "nobody")


def test_the_indicators_of_some_projects_are_counted() -> None:
    assert indicator_count(DOCUMENT.projects[:2]) == 2
    assert indicator_count(()) == 0
