"""The unit of money that a line, a corner, the end of a title or a label states."""

import pytest

from pbeditor.sheet.money_line import is_money_line, money_said


@pytest.mark.parametrize(
    ("text", "rest", "unit"),
    [
        ("单位：万元", "", "万元"),
        ("单 位：万 元", "", "万元"),
        ("（金额单位：元）", "", "元"),
        ("单位：千元", "", "千元"),
        ("单位：万", "", "万"),
        ("金额单位：人民币元", "", "元"),
        ("货币单位：人民币（元）", "", "元"),
        ("金额单位：元人民币", "", "元"),
        ("金额单位为百万元", "", "百万元"),
        ("（单位：元，%）", "", "元"),
        ("单位：万元、%、人", "", "万元"),
        ("注：本表金额单位：万元。", "", "万元"),
        ("（万元）", "", "万元"),
        ("1、甲经费绩效目标表    单位：元", "1、甲经费绩效目标表", "元"),
        ("预算数（元）", "预算数", "元"),
        ("预算数（单位：元）", "预算数", "元"),
        ("单位：万元（保留两位小数）", "（保留两位小数）", "万元"),
        ("单位：美元", "", "美元"),
        ("单位：元/万元", "", "元／万元"),
        ("单位：十万元", "", "十万元"),
        ("单位：元氏县某局", "单位：元氏县某局", ""),
        ("单位：某局", "单位：某局", ""),
        ("万元", "万元", ""),
        ("2.00（万元）起", "2.00（万元）起", ""),
        ("", "", ""),
    ],
)
def test_a_text_says_its_unit_of_money_and_what_is_left_of_it(text: str, rest: str, unit: str) -> None:
    assert money_said(text) == (rest, unit)


@pytest.mark.parametrize(("text", "alone"), [("单位：元", True), ("预算数（元）", False), ("某局", False), ("", False)])
def test_a_line_that_states_the_unit_of_money_states_nothing_else(text: str, alone: bool) -> None:
    assert is_money_line(text) is alone
