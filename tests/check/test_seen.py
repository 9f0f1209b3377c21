"""Rules run again only where they would see something new."""

from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check, check_steps
from pbeditor.check.facts import DocumentFacts, ProjectFacts, Summary, project_facts
from pbeditor.check.problem import Finding
from pbeditor.check.rule import Rule
from pbeditor.check.rules import RULES
from pbeditor.check.setting import setting_of
from pbeditor.edit.place import put
from pbeditor.edit.review import confirm, mute
from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, good, spoiled


def counting(calls: Counter[str]) -> tuple[Rule, ...]:
    """One rule that counts the projects it is shown."""

    def sees_a_project(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
        calls[facts.project.id] += 1
        yield Finding("name", "看过")

    return (Rule(sees_a_project, "看过", "hint", "为了计数。"),)


def test_a_keystroke_among_a_thousand_projects_checks_one(hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    thousand = good(1000)
    before = check(thousand, hebei, rules=rules)
    calls.clear()
    check(put(thousand, "projects/500/indicators/2/name", "培训按时完成率"), hebei, before, rules)
    assert calls == {"project500": 1}


def test_many_projects_are_checked_in_steps_of_some_and_few_in_one(hebei: Form) -> None:
    for document, steps in ((good(25), 0), (good(26), 2), (good(60), 3)):
        assert len([*check_steps(document, hebei, rules=counting(Counter()))]) == steps


def test_a_moved_project_is_not_checked_again_and_its_findings_move_along(hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    before = check(GOOD, hebei, rules=rules)
    after = check(replace(GOOD, projects=GOOD.projects[::-1]), hebei, before, rules)
    assert calls.total() == len(GOOD.projects)
    assert (after.problems[0].path, after.problems[0].project) == ("projects/0/name", "project3")


@pytest.mark.parametrize("change", [{"year": 2021}, {"money_unit": "元"}])
def test_what_every_finding_may_depend_on_has_all_checked_again(change: Spoiled, hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    check(spoiled(change), hebei, check(GOOD, hebei, rules=rules), rules)
    assert set(calls.values()) == {2}


def test_setting_findings_aside_runs_no_rule(hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    known = check(GOOD, hebei, rules=rules)
    calls.clear()
    quiet = confirm(mute(GOOD, "sees_a_project"), "sees_a_project", "projects/1/name", "看过")
    known = check(quiet, hebei, known, rules)
    assert (calls.total(), len(known.problems), len(known.confirmed)) == (0, 0, 1)
    assert len(check(GOOD, hebei, known, rules).problems) == len(GOOD.projects)
    assert calls.total() == 0


@pytest.mark.parametrize(
    ("path", "run"),
    [("goals", set()), ("name", {"names"}), ("code", {"codes"})],
)
def test_a_rule_across_projects_runs_again_only_when_what_it_reads_differs(
    path: str, run: set[str], hebei: Form
) -> None:
    calls: Counter[str] = Counter()

    def codes(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
        calls["codes"] += 1
        yield from ()

    def names(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
        calls["names"] += 1
        yield from ()

    rules = (Rule(codes, "", "hint", "", "document", ("code",)), Rule(names, "", "hint", "", "document", ("name",)))
    known = check(GOOD, hebei, rules=rules)
    calls.clear()
    check(put(GOOD, f"projects/0/{path}", "别的"), hebei, known, rules)
    assert set(calls) == run


def test_rules_across_projects_name_all_that_they_read(hebei: Form) -> None:
    class Watched:
        def __init__(self, summary: Summary) -> None:
            self.summary = summary

        def __getattr__(self, name: str) -> object:
            read.add(name)
            return getattr(self.summary, name)

    twins = [project_facts(each, setting_of(GOOD, hebei, ())).summary for each in good(3).projects * 2]
    for rule in (rule for rule in RULES if rule.scope == "document"):
        for few in (twins, [replace(twin, size=10.0**n, unit=Unit(str(n % 2), "甲")) for n, twin in enumerate(twins)]):
            read: set[str] = set()
            list(rule.function(DocumentFacts("万元", [Watched(each) for each in few]), hebei))  # type: ignore[misc]
            assert read <= set(rule.reads)
        assert set(rule.reads) <= set(Summary.__struct_fields__)
