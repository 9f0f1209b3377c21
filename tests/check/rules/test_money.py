"""Amounts: numbers, sums and the money unit."""

import pytest

from pbeditor.model.form import Form
from tests.check.samples import Spoiled, places, problems

SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("amounts_are_numbers", {"budget/total": "约2万"}, ["budget/total"]),
    ("amounts_are_numbers", {"budget/fiscal": "二", "budget/other": "1.2.3"}, ["budget/fiscal", "budget/other"]),
    ("amounts_are_not_negative", {"budget/other": "-0.5"}, ["budget/other"]),
    ("budget_is_not_zero", {"budget/total": "0.00", "budget/fiscal": "0", "budget/other": ""}, ["budget/total"]),
    ("budget_is_not_zero", {"budget/total": "", "budget/fiscal": "", "budget/other": ""}, ["budget/total"]),
    ("amounts_keep_the_decimals", {"budget/total": "2.004"}, ["budget/total"]),
    ("total_is_the_sum", {"budget/total": "3.00"}, ["budget/total"]),
    ("total_is_the_sum", {"budget/total": ""}, ["budget/total"]),
    ("total_is_the_sum", {"budget/fiscal": ""}, ["budget/total"]),
    ("total_is_the_sum", {"budget/fiscal": "", "budget/other": ""}, ["budget/total"]),
    ("amounts_are_in_the_money_unit", {"budget/total": "20000", "budget/fiscal": "19999.5"}, ["budget/total"]),
    ("amounts_are_in_the_money_unit", {"budget/total": "1000"}, ["budget/total"]),
    (
        "amounts_are_in_the_money_unit",
        {"budget/total": "2000", **{f"projects/{number}/budget/total": "20" for number in (1, 2, 3)}},
        ["budget/total"],
    ),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("amounts_are_numbers", {"budget/total": "", "budget/fiscal": "１,２００.５"}),
    ("amounts_are_not_negative", {"budget/total": "0"}),
    ("budget_is_not_zero", {"budget/total": "", "budget/fiscal": "2"}),
    ("budget_is_not_zero", {"budget/total": "0", "budget/fiscal": "0"}),
    ("budget_is_not_zero", {"budget/total": "未定", "budget/fiscal": "", "budget/other": ""}),
    ("amounts_keep_the_decimals", {"budget/total": "2.0000"}),
    ("total_is_the_sum", {"budget/fiscal": "2", "budget/other": ""}),
    ("total_is_the_sum", {"budget/total": "", "budget/fiscal": "", "budget/other": ""}),
    ("total_is_the_sum", {"budget/total": "约2"}),
    ("amounts_are_in_the_money_unit", {"budget/total": "300"}),
    (
        "amounts_are_in_the_money_unit",
        {"budget/total": "20000", "projects/1/budget/total": "0", "projects/2/budget/total": ""},
    ),
    ("amounts_are_in_the_money_unit", {"budget/total": "20000", "money_unit": "元"}),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


@pytest.mark.parametrize(
    ("changes", "fix"),
    [
        ({"budget/total": ""}, (("projects/0/budget/total", "2.00"),)),
        ({"budget/fiscal": ""}, (("projects/0/budget/fiscal", "1.50"),)),
        ({"budget/other": ""}, (("projects/0/budget/other", "0.50"),)),
        ({"budget/other": "0.123456", "budget/total": ""}, (("projects/0/budget/total", "1.623456"),)),
        ({"budget/total": "3.00"}, (("projects/0/budget/total", "2.00"),)),
        ({"budget/fiscal": "9", "budget/other": ""}, (("projects/0/budget/total", "9.00"),)),
        ({"budget/total": "", "budget/fiscal": "", "budget/other": "-5"}, ()),
        ({"budget/other": "-1", "budget/total": "3.00"}, ()),
        ({"budget/fiscal": "", "budget/other": ""}, (("projects/0/budget/fiscal", "2.00"),)),
    ],
)
def test_the_fix_is_what_the_line_below_the_amounts_offers(
    changes: Spoiled, fix: tuple[tuple[str, str], ...], hebei: Form
) -> None:
    (problem,) = problems("total_is_the_sum", changes, hebei)
    assert problem.fix == fix


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"budget/total": "3.00"}, "预算数3不等于财政资金1.5加其他资金0.5，后两项合计2"),
        ({"budget/total": ""}, "预算数没有填写，已填财政资金1.5加其他资金0.5，合计2"),
        ({"budget/total": "", "budget/other": ""}, "预算数没有填写，已填财政资金1.5"),
        ({"budget/fiscal": "", "budget/other": ""}, "预算数是2，财政资金和其他资金都没有填写"),
        ({"budget/fiscal": ""}, "预算数2不等于其他资金0.5，财政资金没有填写"),
        ({"budget/fiscal": "0", "budget/other": ""}, "预算数2不等于财政资金0，其他资金没有填写"),
    ],
)
def test_a_blank_amount_is_called_blank(changes: Spoiled, said: str, hebei: Form) -> None:
    assert [problem.message for problem in problems("total_is_the_sum", changes, hebei)] == [said]


@pytest.mark.parametrize(
    ("amount", "said"),
    [("—", "其他资金“—”不是数字，没有金额请留空"), ("约2", "其他资金“约2”不是数字，单位和说明请不要写在这里")],
)
def test_what_stands_for_no_amount_is_to_be_left_blank(amount: str, said: str, hebei: Form) -> None:
    assert [problem.message for problem in problems("amounts_are_numbers", {"budget/other": amount}, hebei)] == [said]


def test_an_amount_in_the_wrong_unit_is_shown(hebei: Form) -> None:
    (problem,) = problems("amounts_are_in_the_money_unit", {"budget/total": "20000"}, hebei)
    assert problem.message == "预算数20000远大于其他项目，可能是按元填写的，请核对"
