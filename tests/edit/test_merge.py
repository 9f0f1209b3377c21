"""合并: what colleagues filled in comes into one document, and nothing of mine is lost unasked."""

from hypothesis import given
from msgspec.structs import replace

from pbeditor.edit.merge import merged, with_projects
from pbeditor.edit.merge_items import everything, likely, plan_of
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from tests.builders import documents
from tests.edit.merging import DOCUMENT, HERE, MINE, OTHER, ROW, THERE, ids, merge, with_project


def test_a_project_i_do_not_have_comes_behind_those_of_its_unit() -> None:
    new = Project("z", HERE, "X-9", "宣传经费", purpose="宣传。")
    assert [project.name for project in merge(DOCUMENT, with_project(new)).projects] == [
        "培训经费",
        "宣传经费",
        "会议经费",
    ]


def test_several_new_ones_stand_by_units_in_the_order_in_which_these_come() -> None:
    elsewhere = Unit("9", "新单位")
    new = tuple(
        Project(f"n{number}", unit, f"N-{number}", f"新{number}", purpose=f"第{number}件事。")
        for number, unit in enumerate((elsewhere, HERE, THERE, elsewhere, HERE))
    )
    document = merge(DOCUMENT, replace(DOCUMENT, overall=(), projects=new))
    assert [project.name for project in document.projects] == [
        *("培训经费", "新1", "新4"),
        *("会议经费", "新2"),
        *("新0", "新3"),
    ]


def test_ids_that_are_taken_are_replaced() -> None:
    new = Project("a", THERE, "X-9", "宣传经费", purpose="张贴。", indicators=(replace(ROW, name="海报"),))
    items = plan_of(replace(DOCUMENT, projects=(OTHER,)), [with_project(new)])
    document = merged(DOCUMENT, items, likely(items), ids())
    every = [project.id for project in document.projects]
    every += [row.id for project in document.projects for row in project.indicators]
    assert len(every) == len(set(every))


def test_of_a_conflict_only_the_fields_that_differ_are_shown_and_mine_stays() -> None:
    theirs = replace(MINE, budget=Budget("12.00"), goals="培训120人。")
    (item,) = plan_of(DOCUMENT, [with_project(theirs)])
    assert item.fields == ("budget", "goals")
    assert merge(DOCUMENT, with_project(theirs)) == DOCUMENT


def test_chosen_fields_are_taken_one_by_one() -> None:
    theirs = replace(MINE, budget=Budget("12.00"), goals="培训120人。")
    items = plan_of(DOCUMENT, [with_project(theirs)])
    assert merged(DOCUMENT, items, {(0, "goals")}, ids()).projects[0] == replace(MINE, goals="培训120人。")


def test_what_i_left_blank_is_filled_without_asking() -> None:
    blank = replace(DOCUMENT, projects=(replace(MINE, goals="", indicators=(), budget=Budget()), OTHER))
    document = merge(blank, with_project(MINE))
    assert document.projects[0] == MINE


def test_rows_that_both_have_keep_my_ids() -> None:
    theirs = replace(
        MINE, indicators=(replace(ROW, id="x", target=Target("≥", "120", "120人")), Indicator("y", name="场次"))
    )
    rows = merge(DOCUMENT, with_project(theirs), theirs=True).projects[0].indicators
    assert [row.id for row in rows] == ["r1", "y"]
    assert rows[0].target.number == "120"


def test_parts_of_the_whole_department_are_offered_too() -> None:
    other = Document("hebei-2020", 2020, overall=(Section("保障措施", "加强监督。"), Section("附则", "自印发起执行。")))
    document = merge(DOCUMENT, other)
    assert [section.text for section in document.overall] == ["做好工作。", "加强监督。", "自印发起执行。"]


def test_a_part_without_text_takes_nothing_away() -> None:
    other = Document("hebei-2020", 2020, overall=(Section("总体绩效目标"),))
    assert merge(DOCUMENT, other, theirs=True) == DOCUMENT


def test_a_project_that_two_colleagues_added_comes_once() -> None:
    new = Project("z", HERE, "X-9", "宣传经费", purpose="宣传。")
    items = plan_of(DOCUMENT, [with_project(new), with_project(replace(new, id="y"))])
    assert [item.again for item in items] == [False, True]
    assert len(merged(DOCUMENT, items, everything(items), ids()).projects) == 3


@given(documents())
def test_merging_with_oneself_changes_nothing(document: Document) -> None:
    assert {item.kind for item in plan_of(document, [document])} <= {"same"}
    assert merge(document, document, theirs=True) == document


@given(documents(), documents())
def test_merging_twice_is_merging_once(mine: Document, theirs: Document) -> None:
    once = merge(mine, theirs)
    assert likely(plan_of(once, [theirs])) == frozenset()


@given(documents(), documents())
def test_nothing_of_mine_is_lost(mine: Document, theirs: Document) -> None:
    document = merge(mine, theirs)
    kept = {project.id: project for project in document.projects}
    for project in mine.projects:
        now = kept[project.id]
        fields = ("code", "name", "purpose", "goals", "indicators")
        assert all(getattr(now, field) == value for field in fields if (value := getattr(project, field)))


@given(documents(), documents())
def test_ids_stay_unique(mine: Document, theirs: Document) -> None:
    document = merge(mine, theirs, theirs=True)
    every = [project.id for project in document.projects]
    every += [row.id for project in document.projects for row in project.indicators]
    assert len(every) == len(set(every))


def test_of_two_colleagues_who_changed_the_same_part_the_later_one_is_taken() -> None:
    others = [Document("hebei-2020", 2020, overall=(Section("总体绩效目标", text),)) for text in ("甲说。", "乙说。")]
    assert merge(DOCUMENT, *others, theirs=True).overall[0].text == "乙说。"


def test_what_is_for_a_project_that_is_gone_by_now_is_passed_over() -> None:
    items = plan_of(DOCUMENT, [with_project(replace(MINE, purpose="另有用途。"))])
    without = replace(DOCUMENT, projects=(OTHER,))
    assert merged(without, items, everything(items), ids()) is without


def test_of_two_who_filled_one_blank_the_first_is_taken_and_the_other_waits_for_a_person() -> None:
    mine = replace(DOCUMENT, projects=(replace(MINE, goals=""), OTHER))
    first, second = (with_project(replace(MINE, goals=text)) for text in ("甲的目标。", "乙的目标。"))
    items = plan_of(mine, (first, second))
    assert [field for _, field in likely(items)] == ["goals"]
    assert merge(mine, first, second).projects[0].goals == "甲的目标。"
    assert merge(mine, first, second, theirs=True).projects[0].goals == "乙的目标。"


def test_a_part_that_two_have_added_comes_once() -> None:
    first, second = (replace(DOCUMENT, overall=(Section("工作保障措施", text),)) for text in ("甲写的。", "乙写的。"))
    assert [section.text for section in merge(DOCUMENT, first, second).overall] == ["做好工作。", "", "甲写的。"]


def test_what_is_for_a_part_that_has_been_changed_meanwhile_is_passed_over() -> None:
    other = Document("hebei-2020", 2020, overall=(Section("总体绩效目标", "做好各项工作。"),))
    items = plan_of(DOCUMENT, [other])
    changed = replace(DOCUMENT, overall=(Section("总体绩效目标", "另写的。"), *DOCUMENT.overall[1:]))
    assert merged(changed, items, everything(items), ids()) == changed


def test_projects_put_in_stand_behind_those_of_their_unit_under_ids_of_their_own() -> None:
    put_in = with_projects(DOCUMENT, (replace(MINE, name="培训经费（旧稿）"), MINE), ids()).projects
    assert [project.name for project in put_in] == ["培训经费", "培训经费（旧稿）", "培训经费", "会议经费"]
    assert len({project.id for project in put_in}) == 4
