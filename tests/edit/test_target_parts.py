"""A value can be typed straight on, or part by part."""

import pytest

from pbeditor.edit.target_parts import NUMBER, OPERATOR, TEXT, Flow, finished, flowed, part_for
from pbeditor.model.document import Target


def typed(keys: str) -> Target:
    """The value after typing `keys` into an empty cell, each key where the last one left the cursor."""
    flow = Flow(Target(), part_for(keys[0]))
    for key in keys:
        flow = flowed(flow.part, getattr(flow.target, flow.part) + key, flow.target)
    return finished(flow.target)


STRAIGHT = [
    (">=95%及以上", "≥", "95", "%及以上"),
    ("大于等于90%", "≥", "90", "%"),
    ("不低于3次", "≥", "3", "次"),
    (">5", "＞", "5", ""),
    (">", "＞", "", ""),
    ("<=1.5万元", "≤", "1.5", "万元"),
    ("95%", "", "95", "%"),
    ("按时完成", "", "", "按时完成"),
    ("大力推进", "", "", "大力推进"),
    ("定性", "定性", "", ""),
    ("=100", "＝", "100", ""),
]


@pytest.mark.parametrize(("keys", "operator", "number", "text"), STRAIGHT)
def test_a_value_typed_straight_on_falls_into_its_parts(keys: str, operator: str, number: str, text: str) -> None:
    assert typed(keys) == Target(operator, number, text)


def test_the_text_follows_the_number_it_repeats() -> None:
    before = Target("≥", "90", "90%及以上")
    assert flowed(NUMBER, "95", before) == Flow(Target("≥", "95", "95%及以上"), NUMBER)
    assert flowed(NUMBER, "95", Target("≥", "90", "%")).target.text == "%"


def test_the_text_still_follows_a_number_that_was_emptied_first() -> None:
    origin = Target("≥", "90", "90%及以上")
    emptied = flowed(NUMBER, "", origin, origin).target
    assert emptied == Target("≥", "", "%及以上")
    assert flowed(NUMBER, "9", emptied, origin).target == Target("≥", "9", "9%及以上")
    assert flowed(NUMBER, "9", Target("≥", "", "另写"), origin).target.text == "另写"


def test_a_word_typed_behind_a_number_goes_to_an_empty_text_only() -> None:
    assert flowed(NUMBER, "95次", Target("≥", "95")) == Flow(Target("≥", "95", "次"), TEXT)
    assert flowed(NUMBER, "95次", Target("≥", "95", "3次")).target == Target("≥", "95次", "3次")


def test_an_operator_changed_alone_leaves_number_and_text() -> None:
    before = Target("≥", "90", "90%")
    assert flowed(OPERATOR, "<", before) == Flow(Target("<", "90", "90%"), OPERATOR)
    assert flowed(OPERATOR, "", before).target == Target("", "90", "90%")


def test_an_operator_pasted_with_the_rest_is_cut_anywhere() -> None:
    assert flowed(TEXT, "大于等于90%", Target()).target == Target("≥", "90", "%")
    assert flowed(NUMBER, ">=90%", Target()).target == Target("≥", "90", "%")


def test_a_text_about_an_operator_stays_a_text_where_there_is_a_number() -> None:
    assert flowed(TEXT, "大于90%", Target("＞", "100")).target == Target("＞", "100", "大于90%")


def test_an_operator_that_the_form_does_not_know_is_kept() -> None:
    assert finished(Target("约", "9")).operator == "约"
