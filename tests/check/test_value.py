"""What a value cell means."""

from decimal import Decimal

import pytest

from pbeditor.check.value import DOWN, EQUAL, UP, figures, leading_operator, plain, read_value
from pbeditor.model.document import Target


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3次及以上", ["3"]),
        ("每年4部,共12.5小时", ["4", "12.5"]),
        ("1,200人", ["1200"]),
        ("1.2万元", ["1.2", "12000"]),
        ("3百人", ["3", "300"]),
        ("5千册2亿次", ["5", "5000", "2", "200000000"]),
        ("2020年12月31日前", []),
        ("12月底前完成3项", ["3"]),
        ("5A级", []),
        ("第2名", []),
        ("完成", []),
    ],
)
def test_the_numbers_of_a_text_are_found(text: str, numbers: list[str]) -> None:
    assert [Decimal(number) for number in numbers] == list(figures(text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("90%及以上", UP),
        ("不低于90%", UP),
        ("大于等于90%", UP),
        ("5天以内", DOWN),
        ("不超过5天", DOWN),
        ("小于等于5", DOWN),
        ("等于100%", EQUAL),
        ("80%以上90%以下", ""),
        ("80%以上90%以下，等于85%", ""),
        ("3篇省级以上媒体", ""),
        ("按计划完成", ""),
    ],
)
def test_words_compare_in_one_direction(text: str, says: str) -> None:
    assert read_value(Target("", "", text)).says == says


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("大于等于90%", ("≥", "90%")),
        (">= 90", ("≥", "90")),
        ("不超过3天", ("≤", "3天")),
        ("等于100%", ("＝", "100%")),
        ("大于上年", ("", "大于上年")),
        ("90%", ("", "90%")),
    ],
)
def test_a_comparison_is_split_off(text: str, parts: tuple[str, str]) -> None:
    assert leading_operator(text) == parts


@pytest.mark.parametrize(("number", "shown"), [("2.00", "2"), ("100", "100"), ("0.50", "0.5"), ("1E+3", "1000")])
def test_a_number_is_shown_plainly(number: str, shown: str) -> None:
    assert plain(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("text", "words", "numbers"),
    [("９０％", "90%", ["90"]), ("90%②", "90%②", ["90"]), ("90²", "90²", ["90"]), ("５㎡", "5m2", ["5"])],
)
def test_a_raised_or_ringed_figure_as_of_a_note_is_no_number(text: str, words: str, numbers: list[str]) -> None:
    value = read_value(Target("≥", "90", text))
    assert (value.words, value.figures) == (words, tuple(map(Decimal, numbers)))
