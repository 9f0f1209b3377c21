"""What is shown and what the panel says about the rest."""

from pbeditor.check.groups import Group
from pbeditor.edit.review import mute
from pbeditor.ui.models.problem_choice import EVERYTHING, Choice, counts, gravest_that_fit, shown, told, within
from pbeditor.ui.session import Session


def test_everything_is_shown_at_first(session: Session) -> None:
    assert shown(session.checked, EVERYTHING) == session.checked.groups
    assert told(session.checked, EVERYTHING) == ""


def test_one_severity_is_shown_and_the_others_are_counted(session: Session) -> None:
    session.write("清空", "projects/2/code", "")
    choice = Choice(frozenset({"error"}))
    assert {group.severity for group in shown(session.checked, choice)} == {"error"}
    number = session.checked.counts["hint"]
    assert f"{number} 条提示" in told(session.checked, choice)


def test_one_project_is_shown_and_the_rest_is_counted(session: Session) -> None:
    here = within(session.checked, "6HMH")
    assert sum(counts(here).values()) == len(session.checked.of("6HMH"))
    assert {problem.project for group in here for problem in group.problems} == {"6HMH"}
    elsewhere = len(session.checked.problems) - len(session.checked.of("6HMH"))
    assert told(session.checked, Choice(project="6HMH")) == f"未显示：其他位置的 {elsewhere} 条"


def test_a_project_that_has_gone_hides_nothing(session: Session) -> None:
    assert shown(session.checked, Choice(project="没有")) == session.checked.groups


def test_a_muted_rule_counts_nowhere(session: Session) -> None:
    rule = session.checked.groups[0].rule
    session.apply("静音", lambda document: mute(document, rule))
    assert rule not in {group.rule for group in within(session.checked, "6HMH")}


def test_nothing_found_is_said(session: Session) -> None:
    for group in session.checked.groups:
        session.apply("静音", lambda document, rule=group.rule: mute(document, rule))  # type: ignore[misc]
    assert told(session.checked, EVERYTHING) == "没有发现问题"


def test_a_long_list_begins_with_the_gravest() -> None:
    groups = [Group("a", "error", "", "", 3), Group("b", "warning", "", "", 40), Group("c", "hint", "", "", 1)]
    assert gravest_that_fit(groups, 6) == {"error", "warning", "hint"}
    assert gravest_that_fit(groups, 5) == {"error", "warning"}
    assert gravest_that_fit(groups, 2) == {"error"}
    assert gravest_that_fit([], 2) == {"error", "warning", "hint"}
