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
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Indicator, Project, Target
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


# Texts of the kind that the rules with fixes look for.
SIGNS = ("1、", "1.", "（二）", ",", "。", "(", "）", "[2019]", "8号", "\\", "“", "”", "%", "≥", " ", "\n", "90", "100")
PIECES = ("甲", "前前", "反应", "大于等于", "及以上", "等于", "不超过", "率", "满意度", "及时", "2019年", "有效")
WORDED = st.lists(st.lists(st.sampled_from(SIGNS + PIECES), max_size=8).map("".join), min_size=8, max_size=8)


def with_words(project: Project, texts: list[str]) -> Project:
    """The project with these texts in it, in a first row too."""
    name, purpose, goals, number, text, description, title, operator = texts
    row = Indicator("new", "产出指标", "数量指标", name, description, Target(operator, number, text), "")
    return replace(project, name=title, purpose=purpose, goals=goals, indicators=(row, *project.indicators))


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


def test_the_title_and_the_sections_are_checked_again_when_they_change(hebei: Form) -> None:
    known = check(GOOD, hebei)
    for change in ({"title": "2019年部门预算绩效信息"}, {"overall/0/text": ""}):
        assert [problem.path for problem in check(spoiled(change), hebei, known).problems] == list(change)


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


@given(documents(), st.data())
def test_a_fix_silences_its_finding_and_nothing_stands_in_its_way(document: Document, data: st.DataObject) -> None:
    form = load_forms()["hebei-2020"]
    worded = data.draw(st.lists(WORDED, min_size=len(document.projects), max_size=len(document.projects)))
    document = cleaned(replace(document, projects=tuple(map(with_words, document.projects, worded))))
    before = check(document, form)
    mended = [(problem.rule, path) for problem in before.problems for path, _ in problem.fix]
    assert len(set(mended)) == len(mended)
    for problem in before.problems:
        after = check(put_all(document, problem.fix), form, before)
        said = {(other.rule, other.path) for other in after.problems}
        assert not problem.fix or (problem.rule, problem.path) not in said


def test_rules_have_ids_titles_and_reasons_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert len({rule.title for rule in RULES}) == len(RULES)
    assert all(rule.why.endswith("。") for rule in RULES)
