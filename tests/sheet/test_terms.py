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


def test_where_the_document_has_a_year_its_own_head_is_nearest_and_then_that_of_the_year_next_to_it() -> None:
    heads = ["2024年指标值", "年度指标值", "指标值", "2025年指标值", "2023年指标值", "2026年指标值", "2024年完成值"]
    assert sorted(sorted(heads), key=lambda text: -nearness(text, 2024)) == heads


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
