"""Percentages of a plan and the amounts they mean."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pbeditor.edit.amounts import rounded
from pbeditor.edit.plans import Portion, even_plan, head, last_period_plan, portions, ready_plans, tidied_percentage
from pbeditor.model.form import Form


def test_a_cumulative_plan_tells_what_is_reached_and_what_each_period_adds() -> None:
    first, second = portions(("25.00", "60"), "2.00", cumulative=True)
    assert first == Portion(Decimal(25), Decimal("0.5"), Decimal("0.5"))
    assert second == Portion(Decimal(60), Decimal("1.2"), Decimal("0.7"))


def test_a_plan_by_single_periods_adds_up() -> None:
    assert [part.reached for part in portions(("25", "25%", "50"), "", cumulative=False)] == [25, 50, 100]


def test_a_period_without_a_number_leaves_a_gap() -> None:
    first, second, third = portions(("25", "", "75"), "4", cumulative=True)
    assert (first.step_amount, second.step_amount, third.step_amount) == (Decimal(1), None, Decimal(2))


TYPED = [
    ("25", "25.00"),
    ("33.333", "33.333"),
    ("25%", "25.00"),
    ("２５％", "25.00"),
    ("0.5万", "25.00"),
    ("一半", "一半"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "tidied"), TYPED)
def test_a_percentage_is_tidied_and_an_amount_becomes_its_share(typed: str, tidied: str) -> None:
    assert tidied_percentage(typed, "2.00", "万元", 2) == tidied


def test_an_amount_stays_as_typed_where_there_is_no_budget() -> None:
    assert tidied_percentage("0.5万", "", "万元", 2) == "0.5万"


def test_an_even_plan_ends_at_a_hundred_however_many_periods_it_has() -> None:
    assert even_plan(4, cumulative=True, decimals=2) == ("25.00", "50.00", "75.00", "100.00")
    assert even_plan(3, cumulative=True, decimals=2) == ("33.33", "66.67", "100.00")
    assert sum(map(Decimal, even_plan(3, cumulative=False, decimals=2))) == 100


def test_spending_at_the_end_of_the_year_is_zero_before_it() -> None:
    assert last_period_plan(3, decimals=2) == ("0.00", "0.00", "100.00")


def test_the_ready_plans_are_of_the_forms_periods_and_way_of_counting(hebei: Form) -> None:
    form = replace(hebei, periods=("6月底", "12月底"), cumulative=True)
    assert ready_plans(form) == {"均衡支出": ("50.00", "100.00"), "年底一次支出": ("0.00", "100.00")}
    assert ready_plans(replace(form, cumulative=False))["均衡支出"] == ("50.00", "50.00")
    assert [head(replace(form, cumulative=counts)) for counts in (True, False)] == ["累计进度（%）", "本期进度（%）"]


def test_figures_that_are_too_long_for_any_budget_stay_figures() -> None:
    (portion,) = portions(("6222021234567890123",), "11111111111111111111", cumulative=True)
    assert portion.reached_amount is not None
    assert rounded(portion.reached_amount, 2).startswith("691335692")
    assert tidied_percentage("99999999999999999999亿", "0.01", "万元", 2).endswith(".00")
