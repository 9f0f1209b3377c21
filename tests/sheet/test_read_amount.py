"""Amounts as accounts and people write them."""

import pytest

from pbeditor.sheet.read_amount import read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2亿元", "20000.00"),
        ("2亿", "20000.00"),
        ("20万", "20.00"),
        ("20千元", "2.00"),
        ("2.00（万元）", "2.00"),
        ("20，000（元）", "2.00"),
        ("¥200,000元", "20.00"),
        ("￥3.00", "3.00"),
        ("人民币 5 万元", "5"),
        ("（300.00）", "-300.00"),
        ("（300.00）万元", "-300.00"),
        ("(300万元)", "-300"),
        ("△3", "-3"),
        ("1" * 22 + "亿", "1" * 22 + "0000.00"),
    ],
)
def test_a_sure_amount_is_understood(text: str, amount: str) -> None:
    """What is below zero stands in brackets or behind a triangle."""
    assert read_amount(text, "万元", "万元") == amount


@pytest.mark.parametrize(
    "text", ["(3", "3)", "(-5)", "△-3", "▲3", "(3万元)万元", "$5", "2.00²", "5万美元", "约5万元", "1" * 23, "-"]
)
def test_what_is_no_sure_amount_stays_as_it_is(text: str) -> None:
    assert read_amount(text, "元", "万元") == text
