"""部门整体绩效目标."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, places, problems

MEASURES = "overall/2/text"
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("sections_are_written", {"overall/1/text": ""}, ["overall/1/text"]),
    ("sections_are_written", {"overall/1/text": "略"}, ["overall/1/text"]),
    ("sections_are_written", {"overall/1/heading": "其他"}, ["overall"]),
    ("sections_are_written", {"overall/1/heading": "其他", "overall/1/text": "无"}, ["overall"]),
    ("sections_are_numbered_in_order", {MEASURES: "1.加强领导。\n3.完善考核。"}, [MEASURES]),
    (
        "paragraphs_have_their_beginning",
        {MEASURES: "1.组织方面。加强。\n2.要精神为主，办班。\n3.资金方面。拨付。"},
        [MEASURES],
    ),
    ("paragraphs_have_their_beginning", {MEASURES: "1.加强领导。\n2.，完善考核。"}, [MEASURES]),
    ("paragraphs_have_their_beginning", {MEASURES: "1.加强领导。\n2.和考核。"}, [MEASURES]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("sections_are_written", {"overall/1/heading": "分项 绩效目标"}),
    ("sections_are_numbered_in_order", {MEASURES: "加强领导。\n完善考核。"}),
    ("paragraphs_have_their_beginning", {MEASURES: "1.加强领导。\n2.完善考核。\n3.按计划拨付。"}),
    ("paragraphs_have_their_beginning", {MEASURES: "1.组织方面。加强。\n2.要按计划拨付。"}),
    (
        "paragraphs_have_their_beginning",
        {MEASURES: "1.及时拨付。\n2.着力培训。\n3.了解需求。\n4.与镇村联动。\n5.等级评定。"},
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


def test_what_a_form_does_not_have_is_not_missed(hebei: Form) -> None:
    assert check(replace(GOOD, overall=()), replace(hebei, sections=())).problems == ()


def test_problems_of_the_sections_belong_to_no_project(hebei: Form) -> None:
    checked = check(replace(GOOD, overall=GOOD.overall[:2]), hebei)
    assert [(problem.path, problem.project) for problem in checked.problems] == [("overall", "")]
    assert checked.under("overall") == checked.problems


def test_a_section_without_heading_is_called_so(hebei: Form) -> None:
    found = problems("sections_are_written", {"overall/1/heading": "", "overall/1/text": ""}, hebei)
    assert [problem.message for problem in found] == [
        "部门整体绩效目标里没有“分项绩效目标”",
        "“未命名的部分”没有填写",
    ]
