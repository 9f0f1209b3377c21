"""The value cell."""

import pytest

from pbeditor.check.engine import check
from pbeditor.edit.place import put_all
from pbeditor.model.form import Form
from tests.check.samples import Spoiled, places, problems, spoiled


def first(target: str, name: str = "学员参加数", category: str = "产出 数量") -> Spoiled:
    """The first row with this name and value, in the notation of a row."""
    return {"rows": [f"{category} {name} {target}"]}


CELL, OPERATOR, NUMBER, TEXT = (f"indicators/0/target{part}" for part in ("", "/operator", "/number", "/text"))
SATISFIED = "满意度 服务对象满意度"
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("value_is_given", first("- - -"), [CELL]),
    ("value_is_given", first("≥ - -"), [CELL]),
    ("value_is_given", first("定性 - 待定"), [CELL]),
    ("value_is_given", first("≥ - %"), [CELL]),
    ("number_is_numeric", first("≥ 90% -"), [NUMBER]),
    ("number_is_numeric", first("≥ 九十 -"), [NUMBER]),
    ("number_and_words_agree", first("≥ 90 3次及以上"), [CELL]),
    ("number_and_words_agree", first("> 100 大于90%"), [CELL]),
    ("number_and_words_agree", first("≥ 100 大于等于90%"), [CELL]),
    ("number_and_words_agree", first("≥ 12 1.2万人"), [CELL]),
    ("operator_and_words_agree", first("≥ 90 90以下"), [CELL]),
    ("operator_and_words_agree", first("＝ 90 90%及以上"), [CELL]),
    ("operator_and_words_agree", first("≤ 5 不少于5天"), [CELL]),
    ("operator_and_words_agree", first("≥ 5 不超过5天"), [CELL]),
    ("operator_and_words_agree", first("＝ 95 %及以上"), [CELL]),
    ("operator_and_words_agree", first("≥ 95 %以下"), [CELL]),
    ("operator_and_words_agree", first("≥ - 95%以下"), [CELL]),
    ("operator_is_said_once", first("≥ 90 大于等于90%"), [TEXT]),
    ("operator_is_said_once", first("<= 3 不超过3天"), [TEXT]),
    ("operator_is_given", first("- 100 100%"), [OPERATOR]),
    ("operator_is_given", first("约 100 100人"), [OPERATOR]),
    ("percentages_stay_within_100", first("≥ 120 120%", "任务办结率"), [CELL]),
    ("operator_is_given", first("- - 大于90%"), [OPERATOR]),
    ("operator_is_given", first("- - 95%"), [OPERATOR]),
    ("percentages_stay_within_100", first("> 100 -", "党员参与率"), [CELL]),
    ("percentages_stay_within_100", first("≥ - 150%", "产品合格率"), [CELL]),
    ("percentages_stay_within_100", first("≥ 150 %", "产品合格率"), [CELL]),
    ("a_full_share_is_equal", first("≥ 100 100%", "党员参与率"), [OPERATOR]),
    ("a_full_share_is_equal", first(">= 100 按计划完成", "考核完成率"), [OPERATOR]),
    ("operator_suits_the_name", first("≤ 95 95%", "产品合格率"), [OPERATOR]),
    ("operator_suits_the_name", first("≥ 3 3起", "群众投诉次数"), [OPERATOR]),
    ("qualitative_values_have_no_number", first("- 100 有效改善"), [NUMBER]),
    ("qualitative_values_have_no_number", first("定性 若干 有效改善"), [NUMBER]),
    ("values_are_not_vague", first("- - 有所提高"), [CELL]),
    ("values_are_not_vague", first("定性 - 较好"), [CELL]),
    ("units_suit_the_name", first("≥ 4 每月4次以上", "站点利用率"), [TEXT]),
    ("units_suit_the_name", first("＝ 100 100%", "补贴发放人数"), [TEXT]),
    ("units_suit_the_name", first("＝ 100 百分之百", "补贴发放人数"), [TEXT]),
    ("units_suit_the_name", first("≥ 95 次", "产品合格率"), [TEXT]),
    ("units_suit_the_name", first("≥ 95 95处", "隐患整改率"), [TEXT]),
    ("units_suit_the_name", first("≥ 95 %", "培训人数"), [TEXT]),
    ("satisfaction_is_not_low", first("≥ - 50%", "学员满意度", SATISFIED), [TEXT]),
    ("satisfaction_is_not_low", first("≥ 50 50%", "学员满意度", SATISFIED), [NUMBER]),
    ("satisfaction_is_not_low", first("≥ 2 -", "学员满意度", SATISFIED), [NUMBER]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("value_is_given", first("- - 完成")),
    ("value_is_given", first("- - 无")),
    ("number_is_numeric", first("≥ １,０００ 人")),
    ("number_is_numeric", first("- - 12月底前")),
    ("number_and_words_agree", first("≥ 4 每年4部电教片及以上")),
    ("number_and_words_agree", first("≥ 90 每月90%以上")),
    ("number_and_words_agree", first("＝ 100 按计划完成")),
    ("number_and_words_agree", first("＝ 100 2020年12月31日前")),
    ("number_and_words_agree", first("≥ 4 每季度1次")),
    ("number_and_words_agree", first("≥ 12000 1.2万人")),
    ("number_and_words_agree", first("≥ 0.9 90%")),
    ("number_and_words_agree", first("＝ 3 创建5A级景区")),
    ("number_and_words_agree", first("≥ 85 80%-90%")),
    ("operator_and_words_agree", first("≥ 90 90%及以上")),
    ("operator_and_words_agree", first("＝ 3 3篇省级以上")),
    ("operator_and_words_agree", first("≤ 5 不超过5天")),
    ("operator_and_words_agree", first("≥ 90 3次以下")),
    ("operator_and_words_agree", first("≥ 95 %及以上")),
    ("operator_is_said_once", first("≥ 90 90%及以上")),
    ("operator_is_said_once", first("＞ 90 大于等于90%")),
    ("operator_is_given", first("- - 完成")),
    ("operator_is_given", first("- 100 有效改善")),
    ("operator_is_given", first(">= 100 100人")),
    ("percentages_stay_within_100", first("≥ 120 120%", "产值增长率")),
    ("percentages_stay_within_100", first("≥ 120 120%", "毛入学率")),
    ("percentages_stay_within_100", first("≥ 120 120人")),
    ("percentages_stay_within_100", first("≥ 120 按计划完成")),
    ("percentages_stay_within_100", first("≥ 120 120次", "站点利用率")),
    ("percentages_stay_within_100", first("≥ 120 比上年提高120%")),
    ("a_full_share_is_equal", first("≥ 100 100%", "产值增长率")),
    ("a_full_share_is_equal", first("≥ 100 100人")),
    ("a_full_share_is_equal", first("＝ 100 100%", "党员参与率")),
    ("operator_suits_the_name", first("≤ 3 3%", "产品不合格率")),
    ("operator_suits_the_name", first("≥ 90 90%", "投诉办结率")),
    ("operator_suits_the_name", first("≥ 90 90%", "投诉人满意率")),
    ("operator_suits_the_name", first("≥ 5 5%", "成本节约率")),
    ("qualitative_values_have_no_number", first("- - 有效改善")),
    ("qualitative_values_have_no_number", first("≥ 5 提高5%")),
    ("qualitative_values_have_no_number", first("≥ 3 项制度得到完善")),
    ("values_are_not_vague", first("- - 完成")),
    ("values_are_not_vague", first("- - 无投诉")),
    ("units_suit_the_name", first("≥ 4 4次", "巡查频率")),
    ("units_suit_the_name", first("≥ 5 个百分点", "就业增长率")),
    ("units_suit_the_name", first("≤ 5 例/10万人", "孕产妇死亡率")),
    ("units_suit_the_name", first("≥ 95 95%", "发放人数准确率")),
    ("satisfaction_is_not_low", first("≥ 0.9 -", "学员满意度", SATISFIED)),
    ("satisfaction_is_not_low", first("≥ 60 60%", "学员满意度", SATISFIED)),
]
FIXES = [
    ("number_is_numeric", first("≥ 90% 及以上"), "≥ 90 %及以上"),
    ("operator_is_said_once", first("≥ 90 大于等于90%"), "≥ 90 90%"),
    ("operator_is_given", first("- 100 等于100%"), "＝ 100 100%"),
    ("operator_is_given", first("- 90 90%及以上"), "≥ 90 90%及以上"),
    ("operator_is_given", first("- 90 %及以上"), "≥ 90 %及以上"),
    ("operator_is_given", first("- - 大于90%"), "＞  90%"),
    ("a_full_share_is_equal", first("≥ 100 %及以上", "党员参与率"), "＝ 100 %"),
    ("operator_is_given", first("- 5 5天以内"), "≤ 5 5天以内"),
    ("a_full_share_is_equal", first("≥ 100 100%"), "＝ 100 100%"),
    ("a_full_share_is_equal", first("≥ 100 100%及以上"), "＝ 100 100%"),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


@pytest.mark.parametrize(("rule", "changes", "mended"), FIXES)
def test_a_fix_writes_what_is_meant(rule: str, changes: Spoiled, mended: str, hebei: Form) -> None:
    (problem,) = problems(rule, changes, hebei)
    target = put_all(spoiled(changes), problem.fix).projects[0].indicators[0].target
    assert f"{target.operator or '-'} {target.number} {target.text}" == mended


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("- 90 90%", "的指标值“9090%”没有填写符号"),
        ("约 90 90%", "里的符号“约”无法识别"),
        ("- - 大于90%", "的指标值“大于90%”把符号写在了文字里，请移到符号栏"),
    ],
)
def test_an_operator_that_is_blank_unknown_or_in_the_words_is_told_apart(target: str, said: str, hebei: Form) -> None:
    (problem,) = problems("operator_is_given", first(target), hebei)
    assert problem.message.endswith(said)


@pytest.mark.parametrize("rule", ["operator_is_given", "number_is_numeric"])
@pytest.mark.parametrize("target", ["- 90 90%", "≥ 约九十 -"])
def test_what_must_be_guessed_has_no_fix(rule: str, target: str, hebei: Form) -> None:
    assert not any(problem.fix for problem in problems(rule, first(target), hebei))


@pytest.mark.parametrize(
    ("rule", "changes", "said"),
    [
        ("units_suit_the_name", first("≥ 95 %", "培训人数"), "“培训人数”是数量，指标值却是百分比“95%”，请核对"),
        ("units_suit_the_name", first("≥ 95 次", "产品合格率"), "“产品合格率”是比率，指标值却是“95次”，请核对"),
        ("operator_and_words_agree", first("＝ 95 %及以上"), "“学员参加数”的符号“＝”与文字“95%及以上”矛盾，请核对"),
    ],
)
def test_a_text_that_goes_on_from_the_number_is_told_with_it(
    rule: str, changes: Spoiled, said: str, hebei: Form
) -> None:
    assert [problem.message for problem in problems(rule, changes, hebei)] == [said]


def test_a_cell_whose_number_and_words_differ_is_reported_once(hebei: Form) -> None:
    found = check(spoiled(first("> 100 大于90%", "学员满意度", SATISFIED)), hebei).under("projects/0/indicators/0")
    assert [problem.rule for problem in found] == ["number_and_words_agree"]
