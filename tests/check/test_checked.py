"""The views of the findings that the window asks for."""

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, spoiled

SPOILED = {
    "code": "203-0401-JBN-0002",
    "indicators/2/target/operator": "",
    "indicators/2/target/number": "90",
    "projects/1/plan/3": "90",
}


def test_problems_are_counted_by_severity(hebei: Form) -> None:
    assert check(spoiled(SPOILED), hebei).counts == {"error": 4, "warning": 0, "hint": 0}
    assert check(GOOD, hebei).counts == {"error": 0, "warning": 0, "hint": 0}


def test_groups_come_gravest_first_and_hold_every_problem(hebei: Form) -> None:
    checked = check(spoiled({**SPOILED, "projects/3/unit/name": "", "projects/3/budget/total": "0"}), hebei)
    severities = [group.severity for group in checked.groups]
    assert severities == sorted(severities, key=("error", "warning", "hint").index)
    assert sorted(p.path for group in checked.groups for p in group.problems) == sorted(
        p.path for p in checked.problems
    )


def test_a_project_knows_its_problems_and_the_gravest(hebei: Form) -> None:
    checked = check(spoiled(SPOILED), hebei)
    assert [problem.rule for problem in checked.of("project2")] == ["codes_are_unique"]
    assert [checked.worst(f"project{number}") for number in range(4)] == ["error", "error", "error", ""]


def test_a_project_lists_its_problems_in_reading_order(hebei: Form) -> None:
    document = spoiled(
        {"name": "", "indicators/2/name": "", "indicators/0/name": "", "plan/1": "", "budget/other": "x"}
    )
    paths = [problem.path.removeprefix("projects/0/") for problem in check(document, hebei).of("project0")]
    assert paths == ["name", "budget/other", "plan/1", "indicators/0/name", "indicators/2/name"]


def test_problems_are_found_by_place(hebei: Form) -> None:
    checked = check(spoiled(SPOILED), hebei)
    assert [problem.rule for problem in checked.at("projects/0/indicators/2/target")] == ["number_and_words_agree"]
    assert checked.at("projects/0/indicators/2") == ()
    assert [problem.rule for problem in checked.under("projects/0/indicators/2")] == ["number_and_words_agree"]
    assert checked.under("projects/0/indicators/1") == ()


def test_a_finding_about_all_projects_marks_none(hebei: Form) -> None:
    even = {f"projects/{n}/plan/{i}": text for n in range(4) for i, text in enumerate(("25", "50", "75", "100"))}
    checked = check(spoiled(even), hebei)
    assert [problem.path for problem in checked.problems] == ["projects/0/plan"]
    assert checked.of("project0") == checked.at("projects/0/plan") == ()
