"""指标值: operator, number and words of one cell, and whether they fit the name."""

from collections.abc import Iterator
from decimal import Decimal

from pbeditor.check import words
from pbeditor.check.facts import ProjectFacts, Row
from pbeditor.check.names import (
    alternatives,
    is_better_high,
    is_better_low,
    is_count,
    is_rate,
    is_satisfaction,
    is_unbounded,
)
from pbeditor.check.placeholder import is_placeholder, unwritten
from pbeditor.check.problem import Finding, Fix, quoted
from pbeditor.check.rule import Rule
from pbeditor.check.taxonomy import SATISFACTION
from pbeditor.check.value import DIRECTIONS, UP, Value, leading_operator, plain
from pbeditor.model.amount import is_blank, number
from pbeditor.model.fillers import NONE
from pbeditor.model.form import Form
from pbeditor.model.measuring_units import COUNTED
from pbeditor.model.patterns import pattern
from pbeditor.model.target import printed

_FULL, _LOW = Decimal(100), Decimal(60)
_QUALITATIVE = pattern(alternatives(words.QUALITATIVE))
_VAGUE = pattern(f"(?:{alternatives(words.DEGREES)})*(?:{alternatives(words.VAGUE)})+[。.]?")
_COUNTED = pattern(rf"\d\s*(?:{alternatives(COUNTED)})(?!百分点|[^\d/]{{0,3}}/\d*[百千万])")
_NUMBER_WITH_UNIT = pattern(r"([+-]?\d[\d,]*(?:\.\d+)?)\s*(\D+)")
_AND_MORE = pattern(r"(?:及|[(（]含[)）])?以上|及以上")
_SAYS_NONE = pattern(alternatives(NONE))  # of accidents that is something to reach
_RISES = ("以上", "不低于", "不少于")
_FALLS = ("以下", "以内", "之内", "不超过", "不高于")


def value_is_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """An indicator has something to reach."""
    for row in facts.rows:
        text = row.indicator.target.text
        if row.value.is_blank:
            yield Finding(row.at("target"), f"{row.called}没有填写指标值")
        elif not row.indicator.target.number and is_placeholder(text) and not _SAYS_NONE.search(text):
            yield Finding(row.at("target"), unwritten(f"{row.called}的指标值", text))


def number_is_numeric(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """The number of a value is a number and nothing else; a unit belongs to the words."""
    for row in facts.rows:
        text = row.indicator.target.number
        if not is_blank(text) and row.value.number is None:
            message = f"{row.called}的数值{quoted(text)}不是数字，单位和说明请写在文字栏"
            yield Finding(row.at("target/number"), message, _unit_moved(row))


def number_and_words_agree(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """90 and 3次及以上 cannot both be meant."""
    for row in facts.rows:
        if not row.value.agrees:
            target = row.indicator.target
            message = f"{row.called}的数值是{target.number}，文字却是{quoted(target.text)}，请核对统一"
            yield Finding(row.at("target"), message)


def operator_and_words_agree(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """≥ with 以下 says two things at once, ＝ with 及以上 too."""
    for row in facts.sound:
        value = row.value
        wanted = DIRECTIONS.get(value.operator, "")
        if wanted and value.says and value.says != wanted:
            text = quoted(value.written)
            yield Finding(row.at("target"), f"{row.called}的符号“{value.operator}”与文字{text}矛盾，请核对")


def operator_is_said_once(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """≥ with 大于等于90% compares twice."""
    for row in facts.sound:
        target = row.indicator.target
        operator, rest = leading_operator(target.text.lstrip())
        if operator and operator == row.value.operator:
            message = f"{row.called}的符号“{operator}”在文字{quoted(target.text)}里又说了一遍"
            yield Finding(row.at("target/text"), message, ((row.at("target/text"), rest),))


def operator_is_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A number needs a comparison: at least, at most or exactly."""
    for row in facts.sound:
        value = row.value
        if value.number is not None and not value.operator and not _is_qualitative(value):
            message = f"{row.called}的指标值{quoted(printed(row.indicator.target))}{_what_of_the_operator(row)}"
            yield Finding(row.at("target/operator"), message, _operator_from_words(row))


def percentages_stay_within_100(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A share of a whole cannot pass 100 %; growth and such rates can."""
    for row in facts.sound:
        goal = row.value.number
        beyond = goal is not None and (goal > _FULL or (goal == _FULL and row.value.operator == "＞"))
        if beyond and _is_share(row):
            value = quoted(printed(row.indicator.target))
            yield Finding(row.at("target"), f"{row.called}的指标值{value}超过了100%，请核对")


def a_full_share_is_equal(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """What cannot pass 100 % is ＝100, not ≥100."""
    for row in facts.sound:
        if row.value.number == _FULL and row.value.operator == "≥" and _is_share(row):
            message = f"{row.called}不会超过100%，符号用“＝”更准确"
            yield Finding(row.at("target/operator"), message, _made_equal(row))


def operator_suits_the_name(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """合格率 wants to be high and 投诉次数 low."""
    for row in facts.rows:
        operator = row.value.operator
        if operator in ("≤", "＜") and is_better_high(row.name):
            yield Finding(row.at("target/operator"), f"{row.called}越高越好，符号却是“{operator}”，请核对")
        elif operator in ("≥", "＞") and is_better_low(row.name):
            yield Finding(row.at("target/operator"), f"{row.called}越低越好，符号却是“{operator}”，请核对")


def qualitative_values_have_no_number(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """有效改善 is not 100 of anything."""
    for row in facts.rows:
        value = row.value
        if (value.number is not None or (value.operator == "定性" and value.target.number)) and _is_qualitative(value):
            text, goal = quoted(value.words), value.target.number
            message = f"{row.called}的文字{text}是定性的，却带有数值{goal}，请删去数值或改写文字"
            yield Finding(row.at("target/number"), message)


def values_are_not_vague(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """提高 alone cannot be judged."""
    for row in facts.rows:
        if row.value.number is None and row.value.words and _VAGUE.fullmatch(row.value.words):
            yield Finding(row.at("target"), f"{row.called}的指标值{quoted(row.value.words)}太笼统，请写明数量或程度")


def units_suit_the_name(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A rate is not counted in 次, and a number of people is no percentage."""
    for row in facts.sound:
        value = row.value
        if not value.percent and _COUNTED.search(value.words) and is_rate(row.name):
            yield Finding(row.at("target/text"), f"{row.called}是比率，指标值却是{quoted(value.words)}，请核对")
        elif value.percent and is_count(row.name):
            yield Finding(row.at("target/text"), f"{row.called}是数量，指标值却是百分比{quoted(value.words)}，请核对")


def satisfaction_is_not_low(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A wished satisfaction under 60 % is probably a slip."""
    for row in facts.sound:
        goal = row.value.number
        aims = row.place.group == SATISFACTION or is_satisfaction(row.name)
        if aims and goal is not None and 1 < goal < _LOW and row.value.operator not in ("≤", "＜"):
            part = "number" if row.indicator.target.number else "text"
            yield Finding(row.at(f"target/{part}"), f"{row.called}的目标值只有{plain(goal)}，请核对")


def _is_share(row: Row) -> bool:
    """Whether 100 % is the most it can be."""
    value = row.value
    is_percentage = value.percent or (is_rate(row.name) and not _COUNTED.search(value.words))
    return is_percentage and not is_unbounded(row.name) and not is_unbounded(value.words)


def _is_qualitative(value: Value) -> bool:
    return not value.figures and not value.percent and _QUALITATIVE.search(value.words) is not None


def _unit_moved(row: Row) -> Fix:
    """90% in the number: the % moves to the words, and the cell prints as before."""
    target = row.indicator.target
    found = _NUMBER_WITH_UNIT.fullmatch(target.number)
    if not found or number(found.group(1)) is None:
        return ()
    return (row.at("target/number"), found.group(1)), (row.at("target/text"), found.group(2) + target.text)


def _what_of_the_operator(row: Row) -> str:
    """What is wrong with an operator that is none."""
    target = row.indicator.target
    if target.operator:
        return f"里的符号{quoted(target.operator)}无法识别"
    in_words = not target.number and leading_operator(target.text.lstrip())[0]
    return "把符号写在了文字里，请移到符号栏" if in_words else "没有填写符号"


def _operator_from_words(row: Row) -> Fix:
    """The comparison that the words open with moves to the operator; one at their end is only copied."""
    text = row.indicator.target.text
    operator, rest = leading_operator(text.lstrip())
    if operator:
        return (row.at("target/operator"), operator), (row.at("target/text"), rest)
    if row.value.says and any(word in text for word in (*_RISES, *_FALLS)):
        return ((row.at("target/operator"), "≥" if row.value.says == UP else "≤"),)
    return ()


def _made_equal(row: Row) -> Fix:
    """＝, and no 及以上 that would contradict it."""
    text = row.indicator.target.text
    fix = (row.at("target/operator"), "＝")
    exact = _AND_MORE.sub("", text)
    return (fix,) if exact == text else (fix, (row.at("target/text"), exact))


RULES = (
    Rule(value_is_given, "缺少指标值", "error", "没有指标值就无法判断是否完成。"),
    Rule(number_is_numeric, "数值不是数字", "error", "数值栏只放数字，才能用来比较和计算。"),
    Rule(number_and_words_agree, "数值与文字不一致", "error", "打印时数值和文字连在一起，不一致就不知道以哪个为准。"),
    Rule(percentages_stay_within_100, "百分比超过100", "error", "占整体的比例不可能超过100%。"),
    Rule(operator_and_words_agree, "符号与文字矛盾", "warning", "符号和文字说的方向不同，无法判断是否完成。"),
    Rule(operator_is_said_once, "符号与文字重复", "warning", "符号已经表示比较，文字里不必再写。"),
    Rule(operator_is_given, "缺少符号", "warning", "没有符号就不知道是至少、至多还是正好。"),
    Rule(operator_suits_the_name, "符号方向与指标相反", "warning", "方向写反时，做得越差反而越算完成。"),
    Rule(
        qualitative_values_have_no_number, "定性的指标值带有数值", "warning", "定性描述和数值放在一起，打印出来读不通。"
    ),
    Rule(units_suit_the_name, "单位与指标名称不符", "warning", "比率应当用百分比，人数、次数应当用数量。"),
    Rule(a_full_share_is_equal, "≥100宜写成＝100", "hint", "不可能超过100%的指标，写“≥”没有意义。"),
    Rule(values_are_not_vague, "指标值太笼统", "hint", "没有标准的词语，到年底说不清是否完成。"),
    Rule(satisfaction_is_not_low, "满意度目标偏低", "hint", "满意度目标低于60很少见，请核对是否输错。"),
)
