"""Words that only keep a place."""

import pytest

from pbeditor.check import words
from pbeditor.check.placeholder import is_placeholder, is_unwritten, unwritten


@pytest.mark.parametrize(
    "text",
    [
        "无",
        "无。",
        "略",
        "（略）",
        "……",
        "...",
        "—",
        "/",
        "XX",
        "xxx",
        "待补充",
        "1、……\n2、……",
        "1.",
        "暂无、待定",
        "（一）略\n①……",
    ],
)
def test_a_text_that_says_nothing_only_keeps_its_place(text: str) -> None:
    assert is_placeholder(text)
    assert is_unwritten(text)


@pytest.mark.parametrize("text", [*words.PLACEHOLDERS, "一、略", "十、", "②待定", "x X", "_"])
def test_every_word_that_keeps_a_place_does_so_alone(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["无障碍改造", "略有提高", "1", "95%", "无违纪", "Xi", "同上", "…" * 41, "空调购置", "1.5", "一"]
)
def test_a_text_that_says_something_does_not(text: str) -> None:
    assert not is_unwritten(text)


def test_a_blank_text_is_unwritten_and_keeps_no_place() -> None:
    assert (is_unwritten(""), is_placeholder("")) == (True, False)


@pytest.mark.parametrize(("text", "told"), [("", "资金用途没有填写"), ("略", "资金用途只写了“略”，还没有填写内容")])
def test_what_stands_there_is_told(text: str, told: str) -> None:
    assert unwritten("资金用途", text) == told
