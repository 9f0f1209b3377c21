"""Differences of texts read like a person's corrections, and lose nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pbeditor.edit.text_difference import spans

CHINESE = st.text("党代表会议活动经费，。；、\n 的的的2019年03.5%ab")


@given(CHINESE, CHINESE)
def test_the_pieces_give_back_both_texts(before: str, after: str) -> None:
    pieces = spans(before, after)
    assert "".join(text for kind, text in pieces if kind != "new") == before
    assert "".join(text for kind, text in pieces if kind != "gone") == after


@given(CHINESE, CHINESE)
def test_no_piece_is_empty_and_neighbours_differ_in_kind(before: str, after: str) -> None:
    pieces = spans(before, after)
    assert all(text for _, text in pieces)
    assert all(one[0] != other[0] for one, other in pairwise(pieces))


@given(CHINESE)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(kind == "same" for kind, _ in spans(text, text))


def test_a_year_and_a_number_are_replaced_as_a_whole() -> None:
    assert spans("2019年培训12.50万元", "2020年培训12.60万元") == (
        ("gone", "2019"),
        ("new", "2020"),
        ("same", "年培训"),
        ("gone", "12.50"),
        ("new", "12.60"),
        ("same", "万元"),
    )


def test_a_percentage_is_one_piece() -> None:
    assert spans("达到90%", "达到95%") == (("same", "达到"), ("gone", "90%"), ("new", "95%"))


def test_a_date_keeps_what_stands_between_its_numbers() -> None:
    assert [text for kind, text in spans("2019年3月底前", "2020年5月底前") if kind == "same"] == ["年", "月底前"]


def test_a_lonely_character_does_not_tear_a_change_apart() -> None:
    assert spans("召开甲乙丙丁会议", "召开天乙地王会议") == (
        ("same", "召开"),
        ("gone", "甲乙丙丁"),
        ("new", "天乙地王"),
        ("same", "会议"),
    )


def test_texts_with_little_in_common_are_shown_one_after_the_other() -> None:
    before, after = "河北省部门预算绩效信息（二〇年）", "项目支出绩效目标表（四类指标）甲乙丙丁"
    assert spans(before, after) == (("gone", before), ("new", after))


def test_a_clause_that_was_put_in_is_new_as_a_whole() -> None:
    assert spans("组织会议，形成报告。", "组织会议，走访企业，形成报告。") == (
        ("same", "组织会议，"),
        ("new", "走访企业，"),
        ("same", "形成报告。"),
    )


def test_lines_stay_lines() -> None:
    before, after = "1、完成培训。\n2、完成走访。", "1、组织考试。\n2、开展评估。"
    assert any("\n" in text for kind, text in spans(before, after) if kind == "same")


def test_nothing_against_something_is_all_new() -> None:
    assert spans("", "新") == (("new", "新"),)
    assert spans("旧", "") == (("gone", "旧"),)
    assert spans("", "") == ()


def test_a_text_that_repeats_itself_endlessly_is_shown_as_replaced() -> None:
    before, after = "甲" * 3000 + "乙", "丙" + "甲" * 3000
    assert spans(before, after) == (("gone", before), ("new", after))
