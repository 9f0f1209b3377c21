"""The spending plan."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, places, spoiled

EVEN = ("25", "50.00", "75", "100")
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("every_period_is_filled", {"plan/1": "", "plan/3": ""}, ["plan/1", "plan/3"]),
    ("every_period_is_filled", {f"plan/{index}": "" for index in range(4)}, ["plan"]),
    ("percentages_are_between_0_and_100", {"plan/1": "五十"}, ["plan/1"]),
    ("percentages_are_between_0_and_100", {"plan/0": "-1", "plan/3": "120"}, ["plan/0", "plan/3"]),
    ("plan_never_falls", {"plan/2": "40"}, ["plan/2"]),
    ("plan_never_falls", {"plan/1": "", "plan/2": "5"}, ["plan/2"]),
    ("plan_ends_at_100", {"plan/3": "99.5"}, ["plan/3"]),
    (
        "plans_differ",
        {f"projects/{number}/plan/{index}": text for number in range(4) for index, text in enumerate(EVEN)},
        ["plan"],
    ),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("every_period_is_filled", {"plan/4": ""}),
    ("percentages_are_between_0_and_100", {"plan/0": "0", "plan/1": ""}),
    ("plan_never_falls", {"plan/1": "75.00"}),
    ("plan_ends_at_100", {"plan/3": "100"}),
    ("plan_ends_at_100", {"plan/3": ""}),
    (
        "plans_differ",
        {f"projects/{number}/plan/{index}": text for number in range(1, 4) for index, text in enumerate(EVEN)},
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


def test_a_plan_that_does_not_reach_the_last_period_lacks_it(hebei: Form) -> None:
    short = replace(GOOD, projects=(replace(GOOD.projects[0], plan=("10", "20", "30")),))
    assert [problem.path for problem in check(short, hebei).problems] == ["projects/0/plan/3"]


@pytest.mark.parametrize(("last", "expected"), [("40", []), ("41", ["projects/0/plan"]), ("", ["projects/0/plan/3"])])
def test_single_periods_add_up_to_100(last: str, expected: list[str], hebei: Form) -> None:
    document = spoiled({"plan/0": "30", "plan/1": "10", "plan/2": "20", "plan/3": last})
    found = check(replace(document, projects=document.projects[:1]), replace(hebei, cumulative=False))
    assert [problem.path for problem in found.problems] == expected


def test_a_form_without_periods_asks_for_no_plan(hebei: Form) -> None:
    bare = replace(GOOD, projects=tuple(replace(project, plan=()) for project in GOOD.projects))
    assert check(bare, replace(hebei, periods=())).problems == ()


@pytest.mark.parametrize(("count", "expected"), [(2, []), (3, ["projects/0/plan"])])
def test_three_projects_with_the_even_plan_are_a_habit(count: int, expected: list[str], hebei: Form) -> None:
    even = tuple(replace(project, plan=EVEN) for project in GOOD.projects[:count])
    assert [problem.path for problem in check(replace(GOOD, projects=even), hebei).problems] == expected
