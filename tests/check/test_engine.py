"""The engine remembers: only what changed is looked at again, and the answer is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.check.engine import Checked, check
from pbeditor.check.rules import RULES
from pbeditor.edit.place import get, put_all
from pbeditor.edit.review import confirm, mute
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.store.forms import load_forms
from tests.builders import documents
from tests.check.samples import GOOD, spoiled

# Texts of the kind that the rules with fixes look for.
SIGNS = ("1、", "1.", "（二）", ",", "。", "(", "）", "[2019]", "8号", "\\", "“", "”", "%", "≥", " ", "\n", "90", "100")
PIECES = ("甲", "前前", "反应", "大于等于", "及以上", "等于", "不超过", "率", "满意度", "及时", "2019年", "有效")
WORDED = st.lists(st.lists(st.sampled_from(SIGNS + PIECES), max_size=8).map("".join), min_size=8, max_size=8)


def with_words(project: Project, texts: list[str]) -> Project:
    """The project with these texts in it, in a first row too."""
    name, purpose, goals, number, text, description, title, operator = texts
    row = Indicator("new", "产出指标", "数量指标", name, description, Target(operator, number, text), "")
    return replace(project, name=title, purpose=purpose, goals=goals, indicators=(row, *project.indicators))


def test_nothing_is_wrong_with_a_good_document(hebei: Form) -> None:
    assert check(GOOD, hebei).problems == ()


def test_the_title_and_the_sections_are_checked_again_when_they_change(hebei: Form) -> None:
    known = check(GOOD, hebei)
    for change in ({"title": "2019年部门预算绩效信息"}, {"overall/0/text": ""}):
        assert [problem.path for problem in check(spoiled(change), hebei, known).problems] == list(change)


def test_another_document_of_last_year_has_all_checked_again(hebei: Form) -> None:
    document = replace(GOOD, last_year=GOOD)
    assert check(document, hebei, check(GOOD, hebei)).problems == check(document, hebei).problems != ()


def test_another_form_has_all_checked_again(hebei: Form) -> None:
    strict = replace(hebei, indicator_count=(9, 10))
    assert check(GOOD, strict, check(GOOD, hebei)).problems == check(GOOD, strict).problems != ()


def everything(checked: Checked) -> tuple[object, ...]:
    """All that a result shows."""
    groups = [(group.rule, group.count, group.problems) for group in checked.groups]
    about = [(checked.of(each.id), checked.worst(each.id)) for each in checked.document.projects]
    assert [checked.count(each.id) for each in checked.document.projects] == [len(found) for found, _ in about]
    muted = [(muted.group.rule, muted.group.count, muted.group.problems, muted.record) for muted in checked.muted]
    return checked.problems, checked.counts, groups, about, muted, checked.confirmed, checked.outdated


@given(st.lists(documents(), min_size=2, max_size=4), st.data())
def test_remembering_never_changes_the_answer(several: list[Document], data: st.DataObject) -> None:
    form, first = load_forms()["hebei-2020"], several[0]
    pool = [replace(each, id=f"{n}") for n, each in enumerate(item for each in several for item in each.projects)]
    known = check(first, form)
    for document in several[1:]:
        projects = tuple(data.draw(st.lists(st.sampled_from(pool), unique_by=id))) if pool else ()
        mixed = replace(document, year=first.year, money_unit=first.money_unit, projects=projects)
        for problem in data.draw(st.lists(st.sampled_from(known.problems), max_size=3)) if known.problems else ():
            mixed = replace(mixed, muted=mute(mixed, problem.rule).muted)
        for problem in check(mixed, form).problems[::3]:
            mixed = confirm(mixed, problem.rule, problem.path, problem.message)
        known = check(mixed, form, known)
        assert everything(known) == everything(check(mixed, form))


@pytest.mark.parametrize("form", ["hebei-2020", "mof-2015", "mof-2021"])
def test_rules_take_any_text(form: str) -> None:
    official = load_forms()[form]

    @given(documents(form, len(official.periods)))
    def take(document: Document) -> None:
        for problem in check(document, official).problems:
            assert get(document, problem.path) is not None
            assert problem.message.strip()
            assert "“”" not in problem.message
            assert "\n" not in problem.message
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
