"""Dates as the cells of a spreadsheet show them."""

import pytest

from pbeditor.exchange.number_formats import shown

MOMENT = 43891.6875  # 2020-03-01 16:30, a Sunday


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('yyyy"年"m"月"d"日"', "2020年3月1日"),
        ("yyyy年mm月dd日", "2020年03月01日"),
        ("[$-804]yy/m/d;@", "20/3/1"),
        ("e-m-d", "2020-3-1"),
        ("d-mmm-yy", "1-Mar-20"),
        ("h:mm:ss", "16:30:00"),
        ("mm:ss", "30:00"),
        ("h:mm AM/PM", "4:30 PM"),
        ('上午/下午h"时"mm"分"', "下午4时30分"),
        ("aaaa", "星期日"),
        ("m/d(aaa)", "3/1(日)"),
        ("dddd", "星期日"),
        ("[h]:mm", "1053400:30"),
    ],
)
def test_a_moment_is_shown_in_its_format(code: str, text: str) -> None:
    assert shown(MOMENT, code).text == text


@pytest.mark.parametrize("days", [-1, 2_958_466, 1e12])
def test_days_that_no_calendar_has_stay_numbers(days: float) -> None:
    assert shown(days, "yyyy/m/d").text == shown(days, "General").text


def test_the_first_days_of_1900_are_counted_as_excel_counts_them() -> None:
    assert [shown(day, "yyyy/m/d").text for day in (1, 59, 61)] == ["1900/1/1", "1900/2/28", "1900/3/1"]


def test_a_workbook_may_count_from_1904() -> None:
    assert shown(42429, "yyyy/m/d", from_1904=True).text == "2020/3/1"
