"""资金用途 and 绩效目标."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, places, problems, spoiled

FULL = "用" * 99
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("purpose_is_given", {"purpose": ""}, ["purpose"]),
    ("goals_are_given", {"goals": ""}, ["goals"]),
    ("purpose_is_given", {"purpose": "无。"}, ["purpose"]),
    ("goals_are_given", {"goals": "1、……\n2、……"}, ["goals"]),
    ("goals_are_numbered_in_order", {"goals": "1、1.培训。\n2、考核。"}, ["goals"]),
    ("goals_are_numbered_in_order", {"goals": "1、培训。\n3、考核。"}, ["goals"]),
    ("goals_are_numbered_in_order", {"goals": "①培训。③考核。"}, ["goals"]),
    ("goals_are_numbered_in_order", {"goals": "1、培训。\n2、"}, ["goals"]),
    ("goals_are_numbered_in_order", {"goals": "1、培训。\n2、2、"}, ["goals"]),
    ("goals_are_numbered_in_order", {"goals": "(1)培训。(3)考核。"}, ["goals"]),
    ("sentences_end_with_a_mark", {"purpose": "用于培训"}, ["purpose"]),
    ("sentences_end_with_a_mark", {"goals": "1、培训，\n2、考核."}, ["goals"]),
    ("sentences_end_with_a_mark", {"goals": "1、培训；\n2、考核；"}, ["goals"]),
    ("sentences_end_with_a_mark", {"goals": FULL + "于"}, ["goals"]),
    (
        "goals_say_more_than_the_purpose",
        {"purpose": "定期体检，保证健康。", "goals": "1、定期体检。\n2、保证健康。"},
        ["goals"],
    ),
    ("goals_can_be_measured", {"goals": "1、提高干部素质。"}, ["goals"]),
    ("goal_numbers_reach_the_indicators", {"goals": "1、培训骨干300人。"}, ["goals"]),
    ("goals_stay_within_the_year", {"goals": "1、三年内培训全部骨干。"}, ["goals"]),
    ("goals_stay_within_the_year", {"goals": "1、完成2020-2022年规划。"}, ["goals"]),
    ("goals_stay_within_the_year", {"goals": "1、建立5年以上规划。"}, ["goals"]),
    ("purpose_fits_the_limit", {"purpose": FULL + "于培训。"}, ["purpose"]),
    ("purpose_is_not_cut_off", {"purpose": FULL + "于"}, ["purpose"]),
    ("purpose_is_not_cut_off", {"purpose": FULL + "a"}, ["purpose"]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("purpose_is_given", {"purpose": "无障碍改造。"}),
    ("goals_are_given", {"goals": "1、略有提高。"}),
    ("goals_are_numbered_in_order", {"goals": "1、培训。\n（1）甲。\n（2）乙。\n2、考核。"}),
    ("goals_are_numbered_in_order", {"goals": "培训。"}),
    ("goals_are_numbered_in_order", {"goals": "1.培训。\n2.5场培训。\n3.考核。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "(1)培训。(3)考核。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "1、培训。2、考核。3、宣传。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "1.安装Wi-Fi 6。\n2.4次培训。"}),
    ("sentences_end_with_a_mark", {"goals": "1、培训；\n2、考核：\n“甲。”", "purpose": ""}),
    ("sentences_end_with_a_mark", {"purpose": FULL + "于"}),
    ("sentences_end_with_a_mark", {"goals": "1、培训。\n2、2、"}),
    ("goals_are_numbered_in_order", {"goals": "1、1、"}),
    ("sentences_end_with_a_mark", {"goals": "一、总体目标\n1、培训。\n二、分项目标\n（1）考核。"}),
    ("sentences_end_with_a_mark", {"goals": "1、办好“业务怎样提高？”\n2、考核（另文规定。)"}),
    ("sentences_end_with_a_mark", {"purpose": "无", "goals": "略"}),
    ("goals_can_be_measured", {"goals": "待补充"}),
    ("goals_say_more_than_the_purpose", {"purpose": "用于培训。", "goals": "1、培训4次。"}),
    ("goals_say_more_than_the_purpose", {"goals": "", "purpose": "用于培训。"}),
    ("goals_can_be_measured", {"goals": "1、举办三期培训班。"}),
    ("goals_can_be_measured", {"goals": "1、实现全覆盖。"}),
    ("goals_can_be_measured", {"purpose": "定期体检，保证健康。", "goals": "1、定期体检。\n2、保证健康。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "1、按〔2019〕12号文件，用2万元在2020年6月前办班4次。"}),
    ("goals_stay_within_the_year", {"goals": "1、全年培训骨干。"}),
    ("goals_stay_within_the_year", {"goals": "1、2020年计划培训4次，2020年内完成，1年内验收。"}),
    ("goals_stay_within_the_year", {"goals": "1、二〇二二年计划培训4次。"}),
    ("goals_stay_within_the_year", {"goals": "1、慰问党龄50年以上和20年以上党龄的党员。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "1、每季度培训1次，每个月巡查2次，1-6月、1至3季度、12月底考核。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "1、培训骨干300人。", "indicators/0/description": "４次，共300人"}),
    ("goal_numbers_reach_the_indicators", {"goals": "目标1：培训4次。\n目标 2：学员满意度90%。"}),
    ("goal_numbers_reach_the_indicators", {"goals": "1、培训骨干300人。", "rows": ["产出 数量 学员参加数 - - -"]}),
    ("purpose_fits_the_limit", {"purpose": FULL + "。"}),
    ("purpose_is_not_cut_off", {"purpose": FULL + "。"}),
    ("purpose_is_not_cut_off", {"purpose": FULL}),
]
FIXES = [
    ("goals_are_numbered_in_order", {"goals": "1、1.培训。\n2、考核。"}, "1、培训。\n2、考核。"),
    ("goals_are_numbered_in_order", {"goals": "1、培训。\n3、考核。"}, "1、培训。\n2、考核。"),
    ("sentences_end_with_a_mark", {"goals": "1、培训,\n2、考核."}, "1、培训。\n2、考核。"),
    ("sentences_end_with_a_mark", {"goals": "1、培训!\n2、"}, "1、培训！\n2、"),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


@pytest.mark.parametrize(("rule", "changes", "mended"), FIXES)
def test_a_fix_mends_the_lines(rule: str, changes: Spoiled, mended: str, hebei: Form) -> None:
    (problem,) = problems(rule, changes, hebei)
    assert problem.fix == (("projects/0/goals", mended),)


def test_a_text_that_only_keeps_its_place_is_not_taken_for_written(hebei: Form) -> None:
    (problem,) = problems("goals_are_given", {"goals": "无"}, hebei)
    assert (problem.message, problem.fix) == ("绩效目标只写了“无”，还没有填写内容", ())
    assert [each.rule for each in check(spoiled({"goals": "无"}), hebei).problems] == ["goals_are_given"]


def test_a_line_with_two_numbers_is_told_by_its_place(hebei: Form) -> None:
    (problem,) = problems("goals_are_numbered_in_order", {"goals": "1、培训。\n2、2.考核。"}, hebei)
    assert problem.message == "绩效目标第2行写了不止一个序号"


def test_lines_numbered_in_two_manners_are_left_to_the_clerk(hebei: Form) -> None:
    (problem,) = problems("goals_are_numbered_in_order", {"goals": "1、甲。\n（1）乙。\n3、丙。"}, hebei)
    assert problem.fix == ()


def test_a_list_within_a_line_is_left_to_the_clerk(hebei: Form) -> None:
    (problem,) = problems("goals_are_numbered_in_order", {"goals": "1、甲。2、乙。\n4、丙。"}, hebei)
    assert (problem.message, problem.fix) == ("绩效目标的序号“4、”不连续，应为3", ())


def test_a_line_that_does_not_end_is_shown(hebei: Form) -> None:
    (problem,) = problems(
        "sentences_end_with_a_mark", {"goals": "1、培训。\n2、按时足额发放全部补贴\n3、考核。"}, hebei
    )
    assert problem.message == "绩效目标里“按时足额发放全部补贴”的末尾缺少句号或标点不对"


@pytest.mark.parametrize(
    ("purpose", "shown"),
    [("1、开展活动 5 次，", "开展活动 5 次，"), ("用于办班。\n甲" + "，" * 12, "，" * 10)],
)
def test_the_end_of_a_line_is_shown_without_a_mark_before_it(purpose: str, shown: str, hebei: Form) -> None:
    (problem,) = problems("sentences_end_with_a_mark", {"purpose": purpose}, hebei)
    assert problem.message == f"资金用途里“{shown}”的末尾缺少句号或标点不对"


def test_a_number_is_told_with_its_power(hebei: Form) -> None:
    (problem,) = problems("goal_numbers_reach_the_indicators", {"goals": "1、修订制度6项，惠及6万人。"}, hebei)
    assert problem.message.startswith("绩效目标里的数字6、6万在指标值里找不到")


def test_a_number_without_words_is_told_by_its_place(hebei: Form) -> None:
    (problem,) = problems("goals_are_numbered_in_order", {"goals": "1、培训。\n2、"}, hebei)
    assert (problem.message, problem.fix) == ("绩效目标第2行只有序号“2、”，没有内容，请填写或删除", ())


def test_a_text_over_the_limit_is_told_how_much_to_cut(hebei: Form) -> None:
    (problem,) = problems("purpose_fits_the_limit", {"purpose": FULL + "于培训。"}, hebei)
    assert problem.message == "资金用途有206个字节，超过200个字节的限制，请删去约3个汉字"


def test_a_form_without_a_limit_does_not_count(hebei: Form) -> None:
    document = spoiled({"purpose": FULL + "于培训。"}, replace(GOOD, projects=GOOD.projects[:1]))
    assert check(document, replace(hebei, purpose_bytes=0)).problems == ()
    blank = spoiled({"purpose": ""}, document)
    assert [problem.rule for problem in check(blank, replace(hebei, purpose_bytes=0)).problems] == ["purpose_is_given"]
