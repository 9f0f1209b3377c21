"""What is of the document's own year, and what is of others."""

import pytest

from pbeditor.sheet.terms import is_other_term, nearness


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("年度指标值", 1),
        ("2019年", 2019),
        ("2019—2021年", -1),
        ("上年度", -1),
        ("中期目标（2019年）", -1),
        ("指标值", 0),
    ],
)
def test_a_head_of_the_year_is_nearer_than_one_of_other_years(text: str, near: int) -> None:
    assert nearness(text) == near


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("中期目标（2019年—2021年）", True),
        ("实施期资金总额：", True),
        ("年度目标", False),
        ("中期目标完成后的运行", False),
    ],
)
def test_a_label_for_several_years_is_no_value(text: str, other: bool) -> None:
    assert is_other_term(text) is other
