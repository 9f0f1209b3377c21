"""The engine remembers: only what changed is looked at again, and the answer is the same."""

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.check.facts import ProjectFacts
from pbeditor.check.problem import Finding
from pbeditor.check.rule import Rule
from pbeditor.check.rules import RULES
from pbeditor.edit.place import get, put, put_all
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.store.forms import load_forms
from tests.builders import documents
from tests.check.samples import GOOD, project, spoiled


def counting(calls: Counter[str]) -> tuple[Rule, ...]:
    """One rule that counts the projects it is shown."""

    def sees_a_project(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
        calls[facts.project.id] += 1
        yield Finding("name", "看过")

    return (Rule(sees_a_project, "看过", "hint", "为了计数。"),)


@pytest.fixture
def thousand() -> Document:
    return replace(GOOD, projects=tuple(project(number) for number in range(1000)))


def test_nothing_is_wrong_with_a_good_document(hebei: Form) -> None:
    assert check(GOOD, hebei).problems == ()


def test_a_keystroke_among_a_thousand_projects_checks_one(thousand: Document, hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    before = check(thousand, hebei, rules=rules)
    calls.clear()
    check(put(thousand, "projects/500/indicators/2/name", "培训按时完成率"), hebei, before, rules)
    assert calls == {"project500": 1}


def test_a_moved_project_is_not_checked_again_and_its_findings_move_along(hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    before = check(GOOD, hebei, rules=rules)
    after = check(replace(GOOD, projects=GOOD.projects[::-1]), hebei, before, rules)
    assert calls.total() == len(GOOD.projects)
    assert (after.problems[0].path, after.problems[0].project) == ("projects/0/name", "project3")


@pytest.mark.parametrize("change", [{"year": 2021}, {"money_unit": "元"}])
def test_what_every_finding_may_depend_on_has_all_checked_again(change: dict[str, int | str], hebei: Form) -> None:
    calls: Counter[str] = Counter()
    rules = counting(calls)
    check(spoiled(change), hebei, check(GOOD, hebei, rules=rules), rules)
    assert set(calls.values()) == {2}


def test_another_form_has_all_checked_again(hebei: Form) -> None:
    strict = replace(hebei, indicator_count=(9, 10))
    assert check(GOOD, strict, check(GOOD, hebei)).problems == check(GOOD, strict).problems != ()


@given(st.lists(documents(), min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_remembering_never_changes_the_answer(several: list[Document], random: Random) -> None:
    form = load_forms()["hebei-2020"]
    pool = [item for document in several for item in document.projects]
    known = check(several[0], form)
    for document in several[1:]:
        projects = tuple(random.sample(pool, random.randint(0, len(pool))))
        mixed = replace(document, year=several[0].year, money_unit=several[0].money_unit, projects=projects)
        known = check(mixed, form, known)
        assert known.problems == check(mixed, form).problems


@pytest.mark.parametrize("form", ["hebei-2020", "mof-2015", "mof-2021"])
def test_rules_take_any_text(form: str) -> None:
    official = load_forms()[form]

    @given(documents(form, len(official.periods)))
    def take(document: Document) -> None:
        for problem in check(document, official).problems:
            assert get(document, problem.path) is not None
            assert problem.message.strip()
            assert put_all(document, problem.fix) is not None

    take()


def test_rules_have_ids_titles_and_reasons_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert len({rule.title for rule in RULES}) == len(RULES)
    assert all(rule.why.endswith("。") for rule in RULES)
