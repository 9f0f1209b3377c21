"""The grid as a whole."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, GOOD_ROWS, Spoiled, places, problems, spoiled

OUTPUT, QUALITY, TIME, BENEFIT, SATISFACTION = GOOD_ROWS
MANY = tuple(f"产出 数量 第{number}种教材印制册数 ≥ 4 4册及以上" for number in range(11))
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("project_has_indicators", {"rows": []}, ["indicators"]),
    ("required_categories_are_present", {"rows": [OUTPUT, SATISFACTION]}, ["indicators"]),
    ("usual_categories_are_present", {"rows": [OUTPUT, BENEFIT]}, ["indicators"]),
    ("usual_categories_are_present", {"rows": [QUALITY, BENEFIT, SATISFACTION]}, ["indicators"]),
    ("advisable_categories_are_present", {"rows": [OUTPUT, BENEFIT, SATISFACTION]}, ["indicators"]),
    ("works_measure_their_cost", {"name": "办公楼维修经费"}, ["indicators"]),
    ("works_measure_their_cost", {"name": "北河湿地建设项目"}, ["indicators"]),
    ("level2_lies_under_its_level1", {"indicators/1/level1": "效果指标"}, ["indicators/1/level1"]),
    ("level2_lies_under_its_level1", {"indicators/1/level1": "过程指标"}, ["indicators/1/level1"]),
    ("categories_belong_to_the_form", {"indicators/1/level2": "合规指标"}, ["indicators/1/level2"]),
    ("categories_belong_to_the_form", {"indicators/1/level1": ""}, ["indicators/1/level1"]),
    ("indicator_name_is_given", {"indicators/2/name": ""}, ["indicators/2/name"]),
    ("indicator_name_is_given", {"indicators/2/name": "待定"}, ["indicators/2/name"]),
    ("indicator_name_is_given", {"rows": [*GOOD_ROWS, "产出 数量 …… - - -"]}, ["indicators/5/name"]),
    ("indicator_name_is_given", {"rows": [*GOOD_ROWS, "产出 数量 - - - -"]}, ["indicators/5/name"]),
    ("indicator_name_is_no_category", {"indicators/2/name": "时效指标"}, ["indicators/2/name"]),
    ("indicator_name_is_no_category", {"indicators/3/name": "社会效益"}, ["indicators/3/name"]),
    ("indicator_names_are_unique", {"rows": [*GOOD_ROWS, OUTPUT]}, ["indicators/5/name"]),
    (
        "indicator_names_are_unique",
        {"rows": [*GOOD_ROWS, BENEFIT.replace("效果", "效益")]},
        ["indicators/5/name"],
    ),
    ("benefits_do_not_repeat_outputs", {"indicators/3/name": "培训班举办次数"}, ["indicators/3/name"]),
    ("one_name_has_one_value", {"indicators/3/name": "结业考试合格率"}, ["indicators/3/target"]),
    (
        "one_name_has_one_value",
        {"rows": ["产出 数量 合格率", "产出 质量 合格率 ≥ 95 95%", "产出 时效 合格率 ≥ 90 90%"]},
        ["indicators/2/target"],
    ),
    ("indicator_names_differ_clearly", {"indicators/3/name": "培训班的举办次数"}, ["indicators/3/name"]),
    ("indicator_count_is_usual", {"rows": [OUTPUT, BENEFIT]}, ["indicators"]),
    ("indicator_count_is_usual", {"rows": MANY}, ["indicators"]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("project_has_indicators", {"rows": [OUTPUT]}),
    ("project_has_indicators", {"rows": ["- - - - - -"]}),
    ("required_categories_are_present", {"rows": []}),
    ("required_categories_are_present", {"rows": [OUTPUT, BENEFIT.replace("效果", "效益")]}),
    ("usual_categories_are_present", {"indicators/4/level1": "满意 度指标"}),
    ("usual_categories_are_present", {"rows": [BENEFIT, SATISFACTION]}),
    ("advisable_categories_are_present", {"rows": [BENEFIT, SATISFACTION]}),
    ("works_measure_their_cost", {"name": "办公楼维修经费", "indicators/0/level2": "成本指标"}),
    ("works_measure_their_cost", {"name": "党员“双育工程”建设经费"}),
    ("works_measure_their_cost", {"name": "基层党组织建设经费"}),
    ("works_measure_their_cost", {"name": "人才工程经费"}),
    ("level2_lies_under_its_level1", {"indicators/1/level1": ""}),
    ("level2_lies_under_its_level1", {"indicators/4/level2": "满意度指标"}),
    ("categories_belong_to_the_form", {"indicators/3/level1": "效益指标", "indicators/3/level2": "可持续发展指标"}),
    ("indicator_name_is_given", {"rows": GOOD_ROWS}),
    ("indicator_name_is_no_category", {"indicators/4/name": "服务对象满意度"}),
    ("indicator_names_are_unique", {"indicators/3/name": "培训班举办次数"}),
    ("benefits_do_not_repeat_outputs", {"indicators/4/name": "培训班举办次数"}),
    ("one_name_has_one_value", {"rows": [OUTPUT, "效果 社会效益 培训班举办次数 >= ４ 4次及以上"]}),
    ("one_name_has_one_value", {"rows": [OUTPUT, "效果 社会效益 培训班举办次数"]}),
    ("one_name_has_one_value", {"rows": ["效果 社会效益 培训班举办次数", OUTPUT]}),
    ("indicator_names_differ_clearly", {"indicators/3/name": "培训班举办次数"}),
    ("indicator_names_differ_clearly", {"indicators/3/name": "夜校班举办次数"}),
    ("indicator_count_is_usual", {"rows": MANY[:10]}),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


def test_a_category_in_the_wrong_place_is_moved(hebei: Form) -> None:
    (problem,) = problems("level2_lies_under_its_level1", {"indicators/1/level1": "满意度指标"}, hebei)
    assert problem.fix == (("projects/0/indicators/1/level1", "产出指标"),)


def test_what_is_missing_is_said_in_one_sentence(hebei: Form) -> None:
    (problem,) = problems("required_categories_are_present", {"rows": [SATISFACTION]}, hebei)
    assert problem.message == "没有产出指标、效果指标，请补充"


def test_a_copied_block_is_one_finding(hebei: Form) -> None:
    changes: Spoiled = {"rows": [OUTPUT, QUALITY, *(text.replace("产出", "效果") for text in (OUTPUT, QUALITY))]}
    (problem,) = problems("benefits_do_not_repeat_outputs", changes, hebei)
    assert problem.message == "效果指标全部重复了产出指标，请改写为带来的变化：“培训班举办次数”、“结业考试合格率”"


@pytest.mark.parametrize("others", [[], [BENEFIT]])
def test_one_repeated_benefit_is_no_copied_block(others: list[str], hebei: Form) -> None:
    changes: Spoiled = {"rows": [OUTPUT, OUTPUT.replace("产出", "效果"), *others]}
    (problem,) = problems("benefits_do_not_repeat_outputs", changes, hebei)
    assert problem.message == "效果指标与产出指标同名，请改写为带来的变化：“培训班举办次数”"


def test_a_blank_row_is_one_finding(hebei: Form) -> None:
    document = spoiled({"rows": [*GOOD_ROWS, "- - - - - -"]})
    assert [problem.rule for problem in check(document, hebei).problems] == ["indicator_name_is_given"]


def test_a_project_without_indicators_is_not_asked_for_each_category(hebei: Form) -> None:
    bare = replace(GOOD, projects=(replace(GOOD.projects[0], indicators=()),))
    assert "categor" not in " ".join(problem.rule for problem in check(bare, hebei).problems)
