"""What a colleague's document has beside mine, and what of it is proposed."""

import pytest
from msgspec.structs import replace

from pbeditor.edit.merge_items import Item, plan_of, strangeness
from pbeditor.model.document import Budget, Document, Project, Section, Unit
from tests.edit.merging import DOCUMENT, MINE, ROW, merge, with_project


def kinds(items: tuple[Item, ...]) -> list[str]:
    return [item.kind for item in items]


@pytest.mark.parametrize(
    "theirs", [replace(MINE, id="q"), replace(MINE, id="q", code=""), replace(MINE, id="q", code="Y", goals="")]
)
def test_the_same_project_is_found_by_id_code_or_name(theirs: Project) -> None:
    (item,) = plan_of(DOCUMENT, [with_project(theirs)])
    assert item.mine == MINE


def test_what_is_equal_but_for_its_ids_is_the_same() -> None:
    twin = replace(MINE, id="q", indicators=(replace(ROW, id="s"),))
    assert kinds(plan_of(DOCUMENT, [with_project(twin)])) == ["same"]


def test_a_new_section_without_a_text_is_not_offered() -> None:
    theirs = replace(DOCUMENT, projects=(), overall=(Section("空的"), Section("另一部分", "做好。")))
    assert [(item.kind, item.name) for item in plan_of(DOCUMENT, (theirs,))] == [("new", "另一部分")]


@pytest.mark.parametrize(
    ("year", "code", "told"),
    [
        (2020, "203", ""),
        (2020, "203002", ""),
        (2020, "", ""),
        (0, "203", ""),
        (2021, "203", "2021年"),
        (2020, "318", "318 某局"),
        (2021, "318", "2021年、318 某局"),
    ],
)
def test_a_document_of_another_year_or_department_is_told(year: int, code: str, told: str) -> None:
    mine = Document("hebei-2020", 2020, department=Unit("203", "某部"))
    assert strangeness(mine, replace(mine, year=year, department=Unit(code, "某局"))) == told


def test_what_a_colleague_left_blank_takes_nothing_of_mine_away() -> None:
    full = replace(MINE, plan=("25", "50"))
    mine = replace(DOCUMENT, projects=(full,))
    blank = replace(full, unit=Unit(), budget=Budget(), purpose="", plan=("", ""), goals="", indicators=())
    assert kinds(plan_of(mine, [with_project(blank)])) == ["same"]
    filled = with_project(replace(full, goals="培训120人。"))
    assert merge(mine, filled, with_project(blank), theirs=True).projects[0] == filled.projects[0]


def test_what_has_no_name_is_called_by_what_it_is() -> None:
    theirs = replace(
        DOCUMENT, overall=(Section("", "做好。"),), projects=(Project("z", purpose="另有用途，要写长一点。"),)
    )
    assert [item.name for item in plan_of(DOCUMENT, [theirs])] == ["未命名部分", "未命名项目"]
