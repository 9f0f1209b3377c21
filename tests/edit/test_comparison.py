"""Two documents as a whole: parts, counts and sums."""

from decimal import Decimal

from msgspec.structs import replace

from pbeditor.edit.changes import TextChange
from pbeditor.edit.comparison import compare, comparing, field_name, field_name_in_row, sums
from pbeditor.model.document import Budget, Document, Project, Section, Unit
from pbeditor.model.form import Form
from pbeditor.model.steps import at_once

PROJECTS = (Project("1", code="A", name="甲", budget=Budget("10")), Project("2", code="B", name="乙"))
LAST = Document(
    "hebei-2020",
    2019,
    "2019年信息",
    Unit("203", "某局"),
    overall=(Section("总体", "做好。"), Section("措施", "加强。")),
    projects=PROJECTS,
)


def test_a_document_is_the_same_as_itself() -> None:
    assert compare(LAST, LAST).is_same


def test_information_and_sections_are_told_beside_the_projects() -> None:
    after = replace(LAST, year=2020, overall=(Section("新部分", "新。"), Section("总体", "做得更好。")))
    found = compare(LAST, after)
    assert not found.is_same
    assert [(part.kind, part.name, part.path) for part in found.parts] == [
        ("changed", "文档信息", "year"),
        ("new", "新部分", "overall/0"),
        ("changed", "总体", "overall/1"),
        ("gone", "措施", ""),
    ]
    assert found.parts[2].texts == (TextChange("text", "做好。", "做得更好。"),)


def test_projects_are_counted_and_summed() -> None:
    after = replace(LAST, projects=(replace(PROJECTS[0], budget=Budget("12")), Project("3", budget=Budget("8"))))
    found = compare(LAST, after)
    assert [found.count(kind) for kind in ("new", "gone", "changed", "same")] == [1, 1, 1, 0]
    whole = sums(found.projects)
    assert (whole.before, whole.after, whole.difference, whole.percent) == tuple(map(Decimal, (10, 20, 10, 100)))
    assert sums(()).percent is None


def test_fields_are_called_as_the_form_calls_them(hebei: Form) -> None:
    names = [field_name(field, hebei) for field in ("budget/fiscal", "plan/1", "goals", "heading", "unit/name")]
    assert names == ["财政资金", "6月底", "绩效目标", "标题", "单位名称"]
    assert field_name_in_row("target", hebei) == "指标值"


def test_projects_without_an_amount_yet_are_counted() -> None:
    assert sums(compare(LAST, LAST).projects).blank == 1


def test_pairs_that_are_known_are_not_looked_for_again() -> None:
    after = replace(LAST, projects=(replace(PROJECTS[0], id="9", code="Z", name="丙"),))
    found = at_once(comparing(LAST, after, pairs={"9": PROJECTS[0]}))
    assert [change.kind for change in found.projects if change.after] == ["renamed"]
