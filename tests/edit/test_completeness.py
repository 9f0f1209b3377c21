"""How far a project is filled in."""

from msgspec.structs import replace

from pbeditor.edit.completeness import filled
from pbeditor.model.document import Budget, Indicator, Project, Target, Unit
from pbeditor.model.form import Form

ROW = Indicator("1", "产出指标", "数量指标", "次数", "", Target("≥", "2", "次"))
FULL = Project(
    "p", Unit("1", "某局"), "203", "活动", Budget("1", "1"), "用途", ("25", "50", "75", "100"), "1、做好。", (ROW,) * 3
)


def test_a_full_project_lacks_nothing(hebei: Form) -> None:
    found = filled(FULL, hebei)
    assert found.done == found.all == 23
    assert found.missing == ""


def test_an_empty_project_has_nothing_and_begins_with_its_unit(hebei: Form) -> None:
    found = filled(Project("p"), hebei)
    assert (found.done, found.all, found.missing) == (0, 23, "unit/name")


def test_one_source_of_money_is_enough(hebei: Form) -> None:
    assert filled(replace(FULL, budget=Budget("1", "", "1")), hebei).missing == ""


def test_the_first_gap_is_named_by_its_path(hebei: Form) -> None:
    assert filled(replace(FULL, plan=("25", "", "75")), hebei).missing == "plan/1"
    rows = (ROW, replace(ROW, target=Target()), ROW)
    assert filled(replace(FULL, indicators=rows), hebei).missing == "indicators/1/target"


def test_indicators_that_the_form_wants_count_as_gaps(hebei: Form) -> None:
    found = filled(replace(FULL, indicators=(ROW,)), hebei)
    assert (found.done, found.all, found.missing) == (15, 23, "indicators")
