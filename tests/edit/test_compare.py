"""Two documents without common ids are compared project by project, row by row."""

import pytest
from msgspec.structs import replace

from pbeditor.edit.compare import aligned, pair_projects
from pbeditor.edit.place import differences
from pbeditor.model.document import Document, Indicator, Project

OLD = Project(
    "1",
    code="A-1",
    name="甲项目",
    goals="1、做好甲事项，开展培训十次。",
    indicators=(Indicator("2", "产出", "数量", "次数"),),
)
LAST = Document("hebei-2020", 2019, projects=(OLD, Project("3", code="A-2", name="乙项目")))


def this_year(*projects: Project) -> Document:
    return Document("hebei-2020", 2019, projects=projects)


@pytest.mark.parametrize(
    "new",
    [
        Project("x", code="A-1", name="别的名字"),
        Project("x", code="B-9", name="甲 项目"),
        Project("x", code="B-9", name="别的名字", goals="1、做好甲事项，开展培训九次。"),
    ],
    ids=["code", "name", "content"],
)
def test_a_project_is_found_again_by_code_then_name_then_content(new: Project) -> None:
    assert pair_projects(LAST.projects, (new,)) == {"x": OLD}


def test_of_goals_that_repeat_one_sign_the_order_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five thousand equal signs on both sides took twenty seconds."""

    def search(_: object) -> float:
        raise AssertionError

    monkeypatch.setattr("pbeditor.edit.compare.SequenceMatcher.ratio", search)
    old, new = (
        Project(name, code=name, name=name, goals=goals) for name, goals in (("A", "=" * 5000), ("B", "=" * 4999))
    )
    assert pair_projects((old,), (new,)) == {"B": old}


def test_a_project_that_is_like_none_is_new() -> None:
    assert pair_projects(LAST.projects, (Project("x", code="B-9", name="丙项目"),)) == {}
    new = this_year(Project("1", code="B-9", name="丙项目"))
    assert [(c.kind, c.path) for c in differences(LAST, aligned(LAST, new))] == [
        ("added", "projects/0"),
        ("removed", "projects/0"),
        ("removed", "projects/1"),
    ]


def test_rows_are_found_again_by_category_and_name_then_name() -> None:
    rows = (Indicator("x", "效果", "社会", "次数"), Indicator("y", "产出", "数量", "次数", basis="计划"))
    new = aligned(LAST, this_year(replace(OLD, id="z", indicators=rows), LAST.projects[1]))
    assert [row.id for row in new.projects[0].indicators] == ["+x", "2"]


def test_a_document_equals_itself_under_other_ids() -> None:
    again = this_year(*(replace(project, id=f"other{project.id}") for project in LAST.projects))
    assert aligned(LAST, again).projects[0].id == "1"
    assert list(differences(LAST, aligned(LAST, replace(again, projects=again.projects)))) == []
