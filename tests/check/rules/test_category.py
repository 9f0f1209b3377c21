"""Names that stand in the wrong category."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form
from tests.check.samples import GOOD_ROWS, Spoiled, places, problems

COST = "产出 成本 {} ≤ 5 5万元"
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    (
        "satisfaction_stands_under_satisfaction",
        {"indicators/3/name": "培训内容满意度"},
        ["indicators/3/level2"],
    ),
    ("quantities_are_no_other_category", {"indicators/0/name": "资金发放及时率"}, ["indicators/0/level2"]),
    ("quantities_are_no_other_category", {"indicators/0/name": "补贴发放进度"}, ["indicators/0/level2"]),
    ("quantities_are_no_other_category", {"indicators/0/name": "产品合格率"}, ["indicators/0/level2"]),
    ("quantities_are_no_rates", {"indicators/0/name": "培训人员覆盖率"}, ["indicators/0/level2"]),
    (
        "costs_speak_of_money",
        {"rows": [*GOOD_ROWS, "产出 成本 活动室建成率 ≥ 90 90%及以上"]},
        ["indicators/5/level2"],
    ),
    ("benefits_are_no_inputs", {"indicators/3/name": "业务培训人次"}, ["indicators/3/name"]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("satisfaction_stands_under_satisfaction", {"indicators/4/level2": "满意度指标"}),
    ("quantities_are_no_other_category", {"indicators/0/name": "达标企业数量"}),
    ("quantities_are_no_other_category", {"indicators/2/name": "资金发放及时率"}),
    ("quantities_are_no_rates", {"indicators/0/name": "检查频率"}),
    ("quantities_are_no_rates", {"indicators/0/name": "资金发放及时率"}),
    ("costs_speak_of_money", {"rows": [*GOOD_ROWS, "产出 成本 人均培训费用 ＝ 5 5万元"]}),
    ("costs_speak_of_money", {"rows": [*GOOD_ROWS, "产出 成本 每期投入 ＝ 5 5万元"]}),
    ("costs_speak_of_money", {"rows": [*GOOD_ROWS, "产出 成本 每期投入 ≤ 5 5以内"]}),
    ("benefits_are_no_inputs", {"indicators/3/name": "带动就业人数"}),
    ("benefits_are_no_inputs", {"indicators/0/name": "业务培训人次", "indicators/3/name": "业务培训人次"}),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


@pytest.mark.parametrize("levels", ["产出 成本", "成本 -"])
def test_what_is_no_cost_is_told_with_the_category_it_stands_in(levels: str, hebei: Form) -> None:
    changes: Spoiled = {"rows": [*GOOD_ROWS, f"{levels} 活动室建成率 ≥ 90 90%及以上"]}
    (problem,) = problems("costs_speak_of_money", changes, hebei)
    assert problem.message == "“活动室建成率”与成本无关，不宜放在“成本指标”"


def test_a_misplaced_satisfaction_is_moved(hebei: Form) -> None:
    (problem,) = problems("satisfaction_stands_under_satisfaction", {"indicators/3/name": "教学满意度"}, hebei)
    assert dict(problem.fix) == {
        "projects/0/indicators/3/level1": "满意度指标",
        "projects/0/indicators/3/level2": "服务对象满意度指标",
    }


def test_a_misplaced_quantity_moves_within_its_first_level(hebei: Form) -> None:
    (problem,) = problems("quantities_are_no_other_category", {"indicators/0/name": "补贴发放进度"}, hebei)
    assert problem.fix == (("projects/0/indicators/0/level2", "时效指标"),)


def test_a_satisfaction_with_a_first_level_alone_is_told_where_it_stands(hebei: Form) -> None:
    changes: Spoiled = {"indicators/3/name": "教学满意度", "indicators/3/level2": ""}
    (problem,) = problems("satisfaction_stands_under_satisfaction", changes, hebei)
    assert problem.message.endswith("放在了“效果指标”，应归入“服务对象满意度指标”")


def test_a_satisfaction_without_a_category_is_told_where_it_belongs(hebei: Form) -> None:
    changes: Spoiled = {"indicators/3/name": "教学满意度", "indicators/3/level1": "", "indicators/3/level2": ""}
    (problem,) = problems("satisfaction_stands_under_satisfaction", changes, hebei)
    assert problem.message.endswith("还没有归类，应归入“服务对象满意度指标”")


def test_a_form_without_a_category_for_it_gets_no_advice(hebei: Form) -> None:
    form = replace(hebei, categories=tuple(each for each in hebei.categories if "满意度" not in each.name))
    assert places("satisfaction_stands_under_satisfaction", {"indicators/3/name": "教学满意度"}, form) == []
