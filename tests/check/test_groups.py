"""Groups stay the same objects while their findings do, and count without listing."""

from pbeditor.check.engine import check
from pbeditor.edit.place import put
from pbeditor.model.form import Form
from tests.check.samples import good, spoiled


def test_a_group_stays_the_same_object_while_its_findings_do(hebei: Form) -> None:
    known = check(spoiled({"code": "", "projects/1/goals": "", "projects/2/goals": ""}), hebei)
    after = check(put(known.document, "projects/1/code", ""), hebei, known)
    groups = {group.rule: group for group in known.groups}
    same = {group.rule: group is groups[group.rule] for group in after.groups}
    assert same == {"code_is_given": False, "goals_are_given": True}
    assert [group.count for group in after.groups] == [2, 2]


def test_an_edit_that_changes_no_finding_changes_no_group_and_no_problem(hebei: Form) -> None:
    known = check(put(good(1000), "projects/7/goals", ""), hebei)
    after = check(put(known.document, "projects/7/indicators/0/name", "培训班举办总次数"), hebei, known)
    assert all(old is new for old, new in zip(known.groups, after.groups, strict=True))
    assert all(old is new for old, new in zip(known.problems, after.problems, strict=True))


def test_counting_lists_nothing_until_somebody_looks(hebei: Form) -> None:
    checked = check(spoiled({"code": "", "projects/1/goals": ""}, good(50)), hebei)
    assert sum(checked.counts.values()) == sum(group.count for group in checked.groups) == 2
    assert not any("problems" in vars(each) for each in (*checked.parts, *checked.groups))
    assert [problem.path for problem in checked.groups[0].problems] == ["projects/0/code"]
    assert ["problems" in vars(part) for part in checked.parts[:2]] == [True, False]
