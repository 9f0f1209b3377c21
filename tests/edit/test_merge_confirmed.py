"""合并: a colleague's 已核实 comes along with the text that it was given for."""

from msgspec.structs import replace

from pbeditor.edit.merge import merged
from pbeditor.edit.merge_confirmed import confirmed_in
from pbeditor.edit.merge_items import everything, plan_of
from pbeditor.model.document import Confirmed, Document, Muted, Project, Section
from tests.edit.merging import DOCUMENT, HERE, MINE, ROW, ids, merge, with_project

GOALS = Confirmed("goals_have_numbers", "projects/a/goals", "没有写数量", "另有方案")
PURPOSE = Confirmed("purpose_ends", "projects/a/purpose", "缺少句号", "原文如此")
THEIRS = replace(with_project(replace(MINE, goals="办好培训。", purpose="用于培训")), confirmed=(GOALS, PURPOSE))


def places(document: Document) -> list[str]:
    return [one.place for one in document.confirmed]


def test_what_is_confirmed_of_a_field_comes_with_it_and_with_no_other() -> None:
    items = plan_of(DOCUMENT, [THEIRS])
    assert merged(DOCUMENT, items, {(0, "goals")}, ids()).confirmed == (GOALS,)
    assert merged(DOCUMENT, items, frozenset(), ids()).confirmed == ()
    assert [*confirmed_in(items[0].confirmed, ("purpose",))] == [replace(PURPOSE, place="purpose")]


def test_what_is_confirmed_of_a_text_that_is_mine_too_stays_with_its_author() -> None:
    assert merge(DOCUMENT, replace(THEIRS, projects=(MINE,)), theirs=True) == DOCUMENT


def test_a_new_project_brings_all_that_is_confirmed_of_it_under_the_ids_that_it_gets() -> None:
    row = replace(ROW, name="海报")
    new = Project("z", HERE, "X-9", "宣传经费", purpose="张贴。", indicators=(row,))
    about = (
        Confirmed("unit", "projects/z/indicators/r1/target/text", "单位不符"),
        Confirmed("few", "projects/z/indicators", "共有1个指标"),
    )
    document = merge(DOCUMENT, replace(with_project(new), confirmed=(*about, GOALS)))
    (taken,) = (project for project in document.projects if project.name == "宣传经费")
    assert taken.indicators[0].id != "r1"  # which one of mine has
    assert places(document) == [
        f"projects/{taken.id}/indicators/{taken.indicators[0].id}/target/text",
        f"projects/{taken.id}/indicators",
    ]


def test_what_is_confirmed_of_an_indicator_follows_it_to_the_row_of_mine_that_it_is() -> None:
    row = replace(ROW, id="x7", description="到场的人数")
    about = Confirmed("unit", "projects/p9/indicators/x7/name", "生僻字符")
    other = replace(with_project(replace(MINE, id="p9", indicators=(row,))), confirmed=(about,))
    assert places(merge(DOCUMENT, other, theirs=True)) == ["projects/a/indicators/r1/name"]


def test_a_part_of_the_overall_targets_brings_its_own_to_where_it_stands_in_mine() -> None:
    overall = (Section("保障措施", "加强领导"), Section("分项绩效目标", "分项"))
    about = tuple(Confirmed("ends", f"overall/{place}/text", "缺少句号") for place in range(2))
    other = replace(DOCUMENT, overall=overall, projects=(), confirmed=(*about, Confirmed("all", "overall", "缺一节")))
    assert places(merge(DOCUMENT, other)) == ["overall/1/text", "overall/2/text"]


def test_of_what_both_have_confirmed_my_reason_stays_and_none_is_there_twice() -> None:
    mine = replace(DOCUMENT, confirmed=(replace(GOALS, reason="我的理由"),))
    assert merge(mine, THEIRS, THEIRS, theirs=True).confirmed == (*mine.confirmed, PURPOSE)


def test_rules_that_a_colleague_has_muted_go_on_speaking_about_mine() -> None:
    theirs = replace(THEIRS, muted=(Muted("goals_have_numbers"),))
    assert merge(DOCUMENT, theirs, theirs=True).muted == ()


def test_everything_taken_twice_changes_nothing_more() -> None:
    once = merge(DOCUMENT, THEIRS, theirs=True)
    items = plan_of(once, [THEIRS])
    assert merged(once, items, everything(items), ids()) is once
