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
        ("安装Wi-Fi 6和Office 2016", []),
        ("开发APP 3个，拍摄VR-2部", ["3", "2"]),
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
        ("不得低于90%", UP),
        ("不应超过3天", DOWN),
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


@pytest.mark.parametrize(
    ("target", "number", "words", "says"),
    [
        (Target("≥", "95", "%以下"), "95", "95%以下", DOWN),
        (Target("≥", "９５", "％及以上"), "95", "95%及以上", UP),
        (Target("≥", "3", "次"), "3", "3次", ""),
        (Target("≥", "1.2", "万人以上"), "1.2", "1.2万人以上", UP),
        (Target("≤", "5", "个工作日以内"), "5", "5个工作日以内", DOWN),
        (Target("≥", "3", "以上"), "3", "3以上", UP),
        (Target("≥", "90", "90%及以上"), "90", "90%及以上", UP),
        (Target("＝", "100", "按计划完成"), "100", "按计划完成", ""),
        (Target("≥", "", "150%"), "150", "150%", ""),
        (Target("", "", "大于90%"), "90", "大于90%", UP),
        (Target("", "", "3次及以上。"), "3", "3次及以上。", UP),
        (Target("", "", "2020年"), None, "2020年", ""),
        (Target("", "", "12月底前"), None, "12月底前", ""),
        (Target("", "", "每年4部"), None, "每年4部", ""),
        (Target("", "", "1:3"), None, "1:3", ""),
        (Target("", "", "5A级"), None, "5A级", ""),
        (Target("", "", "80%以上90%以下"), None, "80%以上90%以下", ""),
        (Target("", "若干", "95%"), None, "95%", ""),
    ],
)
def test_number_and_text_are_read_as_one(target: Target, number: str | None, words: str, says: str) -> None:
    value = read_value(target)
    assert (value.number, value.words, value.says) == (number and Decimal(number), words, says)


@pytest.mark.parametrize("text", ["%（上年90%）", "%，其中省级2次", "项，每项2000字以上", "个百分点以上"])
def test_what_goes_on_from_the_number_agrees_with_it(text: str) -> None:
    assert read_value(Target("≥", "95", text)).agrees


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


@pytest.mark.parametrize(
    "target", [Target("≤", "-5", "%"), Target("≥", "3", "-5次"), Target("", "90", "～95%"), Target("≥", "-5", "-5%")]
)
def test_a_number_below_zero_or_the_first_of_a_range_agrees_with_its_words(target: Target) -> None:
    assert read_value(target).agrees
