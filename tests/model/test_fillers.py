"""Cells and fields that say that there is nothing."""

import pytest

from pbeditor.check.placeholder import is_placeholder
from pbeditor.model.fillers import is_filler, says_something


@pytest.mark.parametrize("text", ["无", "没有", "暂无", "……", "...", "…", "—", "——", "-", "－", "/", "／", "\\"])
def test_what_says_that_there_is_nothing_is_a_filler_and_nothing_written(text: str) -> None:
    assert is_filler(text)
    assert is_placeholder(text)
    assert not says_something(text)


@pytest.mark.parametrize("text", ["待补充", "略", "无违纪", "0", "%", "-5", "√", "—" * 7])
def test_what_waits_for_its_text_or_says_anything_is_none(text: str) -> None:
    assert not is_filler(text)
    assert says_something(text)


@pytest.mark.parametrize("text", ["指标2：……", "指标12:", "指标3……"])
def test_what_a_blank_form_leaves_to_be_filled_in_says_nothing(text: str) -> None:
    assert not says_something(text)
    assert says_something("指标2：座数")


def test_a_blank_text_is_no_filler_and_says_nothing() -> None:
    assert not is_filler("")
    assert not says_something("")
