"""合并: what colleagues filled in comes into one document, and nothing of mine is lost unasked."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from msgspec.structs import replace

from pbeditor.edit.merge import Item, everything, likely, merged, plan_of, strangeness, texts_of, with_projects
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from tests.builders import documents

HERE, THERE = Unit("1", "本级"), Unit("2", "下属")
ROW = Indicator("r1", "产出指标", "数量指标", "培训人数", "参加培训的人数", Target("≥", "100", "100人"))
MINE = Project("a", HERE, "X-1", "培训经费", Budget("10.00"), "用于培训。", goals="培训100人。", indicators=(ROW,))
OTHER = Project("b", THERE, "X-2", "会议经费", Budget("5.00"))
DOCUMENT = Document(
    "hebei-2020", 2020, overall=(Section("总体绩效目标", "做好工作。"), Section("保障措施")), projects=(MINE, OTHER)
)


def ids() -> Iterator[str]:
    return (f"new{number}" for number in count())


def merge(document: Document, *others: Document, theirs: bool = False) -> Document:
    items = plan_of(document, others)
    return merged(document, items, everything(items) if theirs else likely(items), ids())


def with_project(project: Project) -> Document:
    return replace(DOCUMENT, overall=(), projects=(project,))


def kinds(items: tuple[Item, ...]) -> list[str]:
    return [item.kind for item in items]


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


@pytest.mark.parametrize(
    "theirs", [replace(MINE, id="q"), replace(MINE, id="q", code=""), replace(MINE, id="q", code="Y", goals="")]
)
def test_the_same_project_is_found_by_id_code_or_name(theirs: Project) -> None:
    (item,) = plan_of(DOCUMENT, [with_project(theirs)])
    assert item.mine == MINE


def test_what_is_equal_but_for_its_ids_is_the_same() -> None:
    twin = replace(MINE, id="q", indicators=(replace(ROW, id="s"),))
    assert kinds(plan_of(DOCUMENT, [with_project(twin)])) == ["same"]


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


def test_both_sides_are_told_in_words() -> None:
    theirs = replace(MINE, unit=THERE, budget=Budget("12.00", "12.00"), plan=("25.00", ""))
    (item,) = plan_of(DOCUMENT, [with_project(theirs)])
    assert texts_of(item, "unit") == ("1 本级", "2 下属")
    assert texts_of(item, "budget") == ("10.00 / 空 / 空", "12.00 / 12.00 / 空")
    assert texts_of(item, "plan") == ("", "25.00、空")
    assert "培训人数：≥100100人" in texts_of(item, "indicators")[0]
    assert item.name == "培训经费"


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


def test_units_and_sections_are_told_in_words() -> None:
    theirs = replace(with_project(replace(MINE, unit=Unit("", "他局"))), overall=(Section("保障措施", "加强。"),))
    told = [texts_of(item, field) for item in plan_of(DOCUMENT, (theirs,)) for field in item.fields]
    assert told == [("", "加强。"), ("1 本级", "他局")]


def test_a_new_section_without_a_text_is_not_offered() -> None:
    theirs = replace(DOCUMENT, projects=(), overall=(Section("空的"), Section("另一部分", "做好。")))
    assert [(item.kind, item.name) for item in plan_of(DOCUMENT, (theirs,))] == [("new", "另一部分")]


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


def test_what_is_new_is_shown_with_its_amounts() -> None:
    (item,) = plan_of(DOCUMENT, (with_project(Project("z", name="新", budget=Budget("3.00", "3.00"))),))
    assert texts_of(item, "")[1].startswith("3.00 / 3.00 / 空")


@pytest.mark.parametrize(
    ("year", "code", "told"),
    [
        (2020, "203", ""),
        (2020, "203002", ""),
        (2020, "", ""),
        (0, "203", ""),
        (2021, "203", "2021年"),
        (2020, "318", "318 某局"),
        (2021, "318", "2021年、318 某局"),
    ],
)
def test_a_document_of_another_year_or_department_is_told(year: int, code: str, told: str) -> None:
    mine = Document("hebei-2020", 2020, department=Unit("203", "某部"))
    assert strangeness(mine, replace(mine, year=year, department=Unit(code, "某局"))) == told


def test_projects_put_in_stand_behind_those_of_their_unit_under_ids_of_their_own() -> None:
    put_in = with_projects(DOCUMENT, (replace(MINE, name="培训经费（旧稿）"), MINE), ids()).projects
    assert [project.name for project in put_in] == ["培训经费", "培训经费（旧稿）", "培训经费", "会议经费"]
    assert len({project.id for project in put_in}) == 4
