"""What tells that a section goes on behind a table or in the next worksheet."""

import pytest

from pbeditor.sheet.section_break import goes_on_in, is_sentence


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("Sheet2", "Sheet1"),
        ("第2页", "目标"),
        ("目标（2）", "目标"),
        ("目标 下", "目标 上"),
        ("续表", "目标"),
        ("2", "1"),
    ],
)
def test_a_worksheet_that_only_counts_on_goes_on(name: str, before: str) -> None:
    assert goes_on_in(name, before)


@pytest.mark.parametrize(("name", "before"), [("填报说明", "目标"), ("目标说明", "目标"), ("项目1", "目标1")])
def test_a_worksheet_of_a_name_of_its_own_does_not(name: str, before: str) -> None:
    assert not goes_on_in(name, before)


@pytest.mark.parametrize(("text", "is_one"), [("甲，乙", True), ("甲。", True), ("甲；", True), ("名词解释", False)])
def test_a_heading_is_no_sentence(text: str, is_one: bool) -> None:
    assert is_sentence(text) == is_one


@pytest.mark.parametrize(
    "text", ["分管领导签字：，日期：", "审核意见：同意，报送。", "附件1：项目表，请填写。", "局长（盖章）：，"]
)
def test_who_signs_and_what_is_enclosed_is_no_sentence(text: str) -> None:
    assert not is_sentence(text)


@pytest.mark.parametrize("text", ["听取各方意见，完善方案。", "签字背书，压实责任。", "附近居民满意，秩序良好。"])
def test_a_sentence_may_speak_of_them(text: str) -> None:
    assert is_sentence(text)
