"""Which keystrokes make one step."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.edit.strokes import Stroke, changed_span, stroke


def steps_of(*texts: str) -> int:
    """How many steps it is when a text comes to be the next one, and so on."""
    steps, last = 0, None
    for before, after in pairwise(texts):
        this = stroke(before, after)
        last = last.then(this) if last else None
        steps += last is None
        last = last or this
    return steps


@pytest.mark.parametrize(
    ("texts", "steps"),
    [
        (["", "完", "完成", "完成培训"], 1),
        (["完成。", "完成培。", "完成培训。"], 1),
        (["", "完", "完戌", "完", "完成"], 1),  # a slip taken back at once
        (["完成", "完", ""], 1),
        (["完成甲乙", "完甲乙", "甲乙"], 1),
        (["完成甲乙", "完甲乙", "完乙"], 1),  # with the Delete key
        (["完成", "成", "成绩"], 2),
        (["完成", "完成绩", "完成"], 1),
        (["完成绩", "完绩", "完成绩"], 2),  # typed after something else was deleted
        (["甲", "甲\n", "甲\n乙"], 2),
        (["甲", "甲乙", "甲乙\n2、", "甲乙\n2、丙"], 2),  # a line with the number that follows it, and the next one
        (["", "甲", "甲" + "乙" * 30], 2),  # pasted
        (["甲乙丙", "甲丁", "甲丁戊"], 1),  # typed over what was selected
        (["甲", "甲乙", "丙甲乙"], 2),
        (["甲乙", "甲", "丁"], 2),
    ],
)
def test_typing_on_at_one_place_is_one_step(texts: list[str], steps: int) -> None:
    assert steps_of(*texts) == steps


@given(st.text("甲乙\n", max_size=6), st.text("甲乙\n", max_size=6))
def test_a_stroke_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    change = stroke(before, after)
    assert before[: change.start] + change.added + before[change.start + change.removed :] == after


@given(st.lists(st.text("ab\n", max_size=5), min_size=3, max_size=3))
def test_strokes_that_are_one_lead_as_far_as_both(texts: list[str]) -> None:
    before, between, after = texts
    one = stroke(before, between).then(stroke(between, after))
    if one is not None:
        assert before[: one.start] + one.added + before[one.start + one.removed :] == after


def test_equal_texts_differ_nowhere() -> None:
    assert stroke("甲", "甲") == Stroke(1, 0, "")
    assert changed_span("aa", "aaa") == (2, 2, 3)
