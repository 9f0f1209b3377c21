"""What became of each project since another document."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pbeditor.edit.changes import ProjectChange, TextChange
from pbeditor.edit.comparison import compare
from pbeditor.model.document import Budget, Document, Indicator, Project, Target, Unit

ROWS = (
    Indicator("r1", "产出指标", "数量指标", "培训人数", "人数", Target("≥", "90", "人")),
    Indicator("r2", "产出指标", "质量指标", "合格率", "比例", Target("≥", "95", "%")),
)
PLAN = ("25.00", "100.00")
TRAINING = Project("1", code="A-1", name="干部培训", budget=Budget("10.00"), plan=PLAN, goals="培训。", indicators=ROWS)
MEETING = Project("2", code="A-2", name="会议", budget=Budget("4.00"), goals="开会。")
LAST = Document("hebei-2020", 2019, projects=(TRAINING, MEETING))


def now(*projects: Project, unit: str = "万元") -> Document:
    return Document("hebei-2020", 2020, money_unit=unit, projects=projects)


def changes_since(before: Document, after: Document, *, by_id: bool = False) -> tuple[ProjectChange, ...]:
    return compare(before, after, by_id=by_id).projects


def test_projects_are_new_gone_renamed_changed_or_the_same() -> None:
    renamed = replace(MEETING, name="会议和展览")
    new = Project("9", code="B", name="新事")
    found = changes_since(LAST, now(renamed, new))
    assert [(one.kind, one.project.name) for one in found] == [
        ("renamed", "会议和展览"),
        ("new", "新事"),
        ("gone", "干部培训"),
    ]
    assert [one.kind for one in changes_since(LAST, LAST)] == ["same", "same"]


def test_amounts_have_a_difference_and_a_percentage() -> None:
    (found, *_) = changes_since(LAST, now(replace(TRAINING, budget=Budget("12.5"))))
    assert (found.kind, found.difference, found.percent) == ("changed", Decimal("2.50"), Decimal(25))
    assert found.exceeds(Decimal(20))
    assert not found.exceeds(Decimal(25))


def test_a_project_that_came_or_went_counts_with_all_its_money() -> None:
    found = changes_since(LAST, now(MEETING, Project("9", name="新事", budget=Budget("3"))))
    assert [one.difference for one in found] == [Decimal(0), Decimal(3), Decimal("-10.00")]
    assert [one.percent for one in found] == [0, None, Decimal(-100)]
    assert [one.exceeds(Decimal(30)) for one in found] == [False, True, True]


def test_amounts_in_another_unit_are_converted() -> None:
    (found, *_) = changes_since(LAST, now(replace(TRAINING, budget=Budget("100000")), unit="元"))
    assert (found.kind, found.difference) == ("same", Decimal(0))


@pytest.mark.parametrize(("amount", "unit"), [("", "万元"), ("约十万", "万元"), ("10", "筐")])
def test_what_cannot_be_counted_has_no_difference(amount: str, unit: str) -> None:
    (found, *_) = changes_since(LAST, now(replace(TRAINING, budget=Budget(amount)), unit=unit))
    assert (found.difference, found.percent, found.exceeds(Decimal(0))) == (None, None, False)


def test_indicators_are_counted_and_told_text_by_text() -> None:
    more = replace(ROWS[0], target=Target("≥", "100", "人"))
    new = Indicator("r7", "满意度指标", "", "满意度")
    (found, *_) = changes_since(LAST, now(replace(TRAINING, indicators=(more, new))))
    assert [(row.kind, row.name) for row in found.rows] == [
        ("changed", "培训人数"),
        ("new", "满意度"),
        ("gone", "合格率"),
    ]
    assert [found.count("new"), found.count("gone"), found.count("changed")] == [1, 1, 1]
    assert found.rows[0].texts == (TextChange("target", "≥90人", "≥100人"),)
    assert found.rows[1].texts == (TextChange("level1", "", "满意度指标"), TextChange("name", "", "满意度"))


def test_texts_and_the_plan_are_told() -> None:
    (found, *_) = changes_since(LAST, now(replace(TRAINING, goals="多培训。", plan=("25", "90"))))
    assert found.texts == (TextChange("goals", "培训。", "多培训。"), TextChange("plan/1", "100.00", "90"))


def test_another_unit_is_a_change() -> None:
    (found, *_) = changes_since(LAST, now(replace(TRAINING, unit=Unit("203", "某局"))))
    assert [text.field for text in found.texts] == ["unit/code", "unit/name"]


def test_ids_count_only_where_the_documents_come_from_one_another() -> None:
    other = Project("1", code="Z", name="别的事")
    assert [one.kind for one in changes_since(LAST, now(other))] == ["new", "gone", "gone"]
    assert [one.kind for one in changes_since(LAST, now(other), by_id=True)] == ["renamed", "gone"]


def test_rows_under_the_same_id_are_the_same_row_by_id() -> None:
    row = replace(ROWS[0], name="别的名", description="别的")
    after = now(replace(TRAINING, indicators=(row, ROWS[1])))
    assert [one.kind for one in changes_since(LAST, after, by_id=True)[0].rows] == ["changed"]
    assert [one.kind for one in changes_since(LAST, after)[0].rows] == ["new", "gone"]
