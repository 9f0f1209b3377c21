"""Text without a place goes where a person says; nothing is lost or overwritten by it."""

from itertools import count

import pytest
from msgspec.structs import replace

from pbeditor.edit.assign import NEW, Aim, add_rows, aims, assign, present_text
from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.model.form import Form

DOCUMENT = Document(
    "hebei-2020",
    2020,
    "标题",
    overall=(Section("总体绩效目标", "做好。"),),
    projects=(Project("p", name="甲", goals="1、做好。", plan=("", "", "", ""), indicators=(Indicator("i"),)),),
)


def aim(document: Document, form: Form, label: str, project: str = "") -> Aim:
    return next(each for each in aims(document, form, project) if each.label == label)


@pytest.mark.parametrize(
    ("label", "project", "replaces", "path", "expected"),
    [
        ("整体目标：总体绩效目标", "", False, "overall", "做好。\n新的"),
        ("整体目标：总体绩效目标", "", True, "overall", "新的"),
        ("绩效目标", "p", False, "goals", "1、做好。\n新的"),
        ("项目名称", "p", False, "name", "甲新的"),
        ("项目名称", "p", True, "name", "新的"),
        ("资金用途", "p", False, "purpose", "新的"),
        ("预算数", "p", False, "total", "新的"),
        ("支出计划：6月底", "p", False, "plan", "新的"),
        ("文档标题", "", False, "title", "标题新的"),
    ],
)
def test_a_text_goes_behind_what_is_there_unless_it_is_to_replace_it(
    hebei: Form, label: str, project: str, replaces: bool, path: str, expected: str
) -> None:
    where = aim(DOCUMENT, hebei, label, project)
    after = assign(DOCUMENT, where, "新的", replaces=replaces)
    assert present_text(after, where) == expected
    assert path.split("/", maxsplit=1)[0] in where.place


@pytest.mark.parametrize("label", ["预算数", "项目编码", "支出计划：6月底"])
def test_a_value_is_replaced_for_nothing_can_be_added_to_it(hebei: Form, label: str) -> None:
    where = aim(DOCUMENT, hebei, label, "p")
    filled = assign(DOCUMENT, where, "2.00", replaces=False)
    assert present_text(assign(filled, where, "3.00", replaces=False), where) == "3.00"


def test_a_new_section_takes_its_heading_from_the_first_line(hebei: Form) -> None:
    assert aim(DOCUMENT, hebei, "新的部分（第一行作标题）").place == NEW
    after = assign(DOCUMENT, Aim(NEW, ""), "保障措施：\n加强。\n落实。", replaces=False)
    assert after.overall == (*DOCUMENT.overall, Section("保障措施", "加强。\n落实。"))


def test_every_aim_takes_a_text_and_shows_it(hebei: Form) -> None:
    for each in (*aims(DOCUMENT, hebei), *aims(DOCUMENT, hebei, "p")):
        after = assign(DOCUMENT, each, "新的", replaces=True)
        assert after != DOCUMENT
        assert each.place == NEW or present_text(after, each) == "新的"


def test_a_place_that_is_gone_changes_nothing(hebei: Form) -> None:
    where = aim(DOCUMENT, hebei, "绩效目标", "p")
    gone = Document("hebei-2020", 2020)
    assert assign(gone, where, "新的", replaces=False) is gone
    assert present_text(gone, where) == ""


def test_rows_go_behind_the_others_with_ids_of_their_own() -> None:
    ids = (f"n{number}" for number in count(1))
    after = add_rows(DOCUMENT, "p", (Indicator("1", name="乙"), Indicator("2", name="丙")), ids)
    assert [(row.id, row.name) for row in after.projects[0].indicators] == [("i", ""), ("n1", "乙"), ("n2", "丙")]


def test_at_a_place_that_is_gone_nothing_stands(hebei: Form) -> None:
    gone = aim(DOCUMENT, hebei, "绩效目标", "p")
    assert present_text(DOCUMENT, gone) == "1、做好。"
    assert present_text(replace(DOCUMENT, projects=()), gone) == ""
    assert present_text(DOCUMENT, Aim(NEW, "新的一节")) == ""
