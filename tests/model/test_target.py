"""The value cell splits as people meant it, and always prints back the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.model.document import Target
from pbeditor.model.target import (
    canonical_operator,
    lacks_number,
    lost_sign,
    printed,
    read_target,
    read_targets,
    says_twice,
)

CLEAN = [
    ("≥9090%及以上", "≥", "90", "90%及以上"),
    ("≥100100%", "≥", "100", "100%"),
    ("≥33次以上", "≥", "33", "次以上"),
    ("≥99%", "≥", "99", "%"),
    ("100等于100%", "", "100", "等于100%"),
    ("≥100按计划完成", "≥", "100", "按计划完成"),
    (">100大于90%", ">", "100", "大于90%"),
    ("≥4每年4部", "≥", "4", "每年4部"),
    ("≥0.50.5%", "≥", "0.5", "0.5%"),
    ("≥90%", "≥", "90", "%"),
    ("不低于90%", "不低于", "90", "%"),
    ("2020年12月底前", "", "", "2020年12月底前"),
    ("1010年及以上", "", "10", "10年及以上"),
    ("12月底前完成", "", "", "12月底前完成"),
    ("按时完成", "", "", "按时完成"),
    ("", "", "", ""),
    ("≤3天", "≤", "3", "天"),
    ("≥120人", "≥", "120", "人"),
    ("≥ 95%", "≥ ", "95", "%"),
    ("大于 9090%", "大于 ", "90", "90%"),
    ("≥\n90%", "≥\n", "90", "%"),
    ("≥ 2020年底", "≥ ", "", "2020年底"),
    ("≥1,000人次", "≥", "1,000", "人次"),
    ("≥1,0001,000人次", "≥", "1,000", "1,000人次"),
    ("≥1，000人", "≥", "1，000", "人"),
    ("≤2,000.00元", "≤", "2,000.00", "元"),
    ("≥5,10个", "≥", "5", ",10个"),
    ("≥1,00090人", "≥", "", "1,00090人"),
    ("≥１００％", "≥", "１００", "％"),
    ("≥９０９０％", "≥", "９０", "９０％"),
    ("＝１００%", "＝", "１００", "%"),
    ("＞＝90%", "＞＝", "90", "%"),
    ("﹥90%", "﹥", "90", "%"),
    ("﹤3天", "﹤", "3", "天"),
    ("≤-5%", "≤", "-5", "%"),
    ("≤-5-5%", "≤", "-5", "-5%"),
    ("－5%", "", "－5", "%"),
    ("≥.5%", "≥", ".5", "%"),
    ("90-95%", "", "90", "-95%"),
    ("±5%", "", "", "±5%"),
    ("-5左右", "", "-5", "左右"),
    ("①90", "", "", "①90"),
    ("２０２０年底", "", "", "２０２０年底"),
    ("至少2次", "至少", "2", "次"),
    ("最多 3天", "最多 ", "3", "天"),
    ("不得低于90%", "不得低于", "90", "%"),
    ("低于或等于5%", "低于或等于", "5", "%"),
    ("少于5天", "少于", "5", "天"),
    ("至少两次", "至少", "", "两次"),
    ("约20亩", "", "", "约20亩"),
    ("20亩左右", "", "20", "亩左右"),
    ("90%以上", "", "90", "%以上"),
]


@pytest.mark.parametrize(("raw", "operator", "number", "text"), CLEAN)
def test_a_clean_value_splits_without_asking(raw: str, operator: str, number: str, text: str) -> None:
    reading = read_target(raw)
    assert (reading.target, reading.alternatives) == (Target(operator, number, text), ())


def test_touching_numbers_follow_the_habit_of_the_document_and_are_to_be_confirmed() -> None:
    readings = read_targets(["≥9595%", "≥9595%以上", "≥9090%", "≥903次及以上", "≥955个以上"])
    assert readings[3].target == Target("≥", "90", "3次及以上")
    assert readings[4].target == Target("≥", "95", "5个以上")
    assert Target("≥", "903", "次及以上") in readings[3].alternatives


def test_numbers_said_twice_make_a_habit_that_values_of_two_equal_digits_follow() -> None:
    readings = read_targets(["≥9595%", "≥33次以上", "11个"])
    assert [reading.target.number for reading in readings] == ["95", "3", "1"]
    assert [reading.target.number for reading in read_targets(["33次", "11个", "55人"])] == ["3", "1", "5"]
    assert read_target("≥33次以上", twice=True).target == Target("≥", "3", "3次以上")


def test_among_plain_values_equal_halves_are_one_number_and_the_longer_ones_are_to_be_confirmed() -> None:
    readings = read_targets(["≥95%", "≥99%", "≥88%", "1212人", "≥90场"])
    assert [reading.target.number for reading in readings] == ["95", "99", "88", "1212", "90"]
    assert [reading.alternatives for reading in readings] == [(), (), (), (Target("", "12", "12人"),), ()]


def test_what_cannot_be_one_number_is_said_twice_in_any_document() -> None:
    readings = read_targets(["≥95%", "3次", "2个", "≥100100%", "20.520.5万元"])
    assert [reading.target.number for reading in readings] == ["95", "3", "2", "100", "20.5"]
    assert not any(reading.alternatives for reading in readings)


def test_whether_values_say_their_numbers_twice_is_told_by_most_of_them() -> None:
    twice, plain = Target("≥", "90", "90%"), Target("≥", "90", "%")
    assert says_twice([twice, twice, plain, Target("", "", "优")])
    assert not says_twice([twice, plain])
    assert not says_twice([])


def test_a_plain_document_keeps_its_whole_numbers() -> None:
    assert read_targets(["≥90%", "≥903次", "≥1200人"])[1].target == Target("≥", "903", "次")


@given(st.lists(st.text(alphabet="≥><=＝﹥大于等不低0123456789０１.,，-%次个年月完成 ", max_size=12), max_size=6))
def test_every_reading_prints_back_the_same(raws: list[str]) -> None:
    for raw, reading in zip(raws, read_targets(raws), strict=True):
        assert {printed(target) for target in (reading.target, *reading.alternatives)} == {raw}


@pytest.mark.parametrize(
    ("spelling", "meaning"),
    [(">=", "≥"), ("大于 等于", "≥"), ("至少", "≥"), ("不可多于", "≤"), (">", "＞"), ("约", "")],
)
def test_every_spelling_of_an_operator_has_one_meaning(spelling: str, meaning: str) -> None:
    assert canonical_operator(spelling) == meaning


@pytest.mark.parametrize(
    ("raw", "lacking"),
    [
        ("≥≥90%", True),
        ("≥①90%", True),
        ("≥1,00090人", True),
        ("≥1 000人", True),
        ("≥90%", False),
        ("≤ 2020年12月底", False),
        ("≤１２月底", False),
        ("不低于上年", False),
        ("定性3A级", False),
        ("3次", False),
        ("约3次", False),
        ("90 90%", False),
    ],
)
def test_digits_that_stay_behind_an_operator_are_told(raw: str, lacking: bool) -> None:
    assert lacks_number(read_target(raw).target) is lacking


@pytest.mark.parametrize("raw", ["2.0.0%", "2,900%", "2%", "2 90%"])
def test_no_sign_was_lost_where_the_rest_is_no_number(raw: str) -> None:
    assert lost_sign(read_target(raw)).alternatives == ()


def test_77_of_the_81_real_values_split_without_asking(real_folder: Path) -> None:
    rows = [
        row
        for project in json.loads((real_folder / "expected.json").read_text("utf-8"))
        for row in project["indicators"]
    ]
    readings = read_targets([row["raw"] for row in rows])
    assert sum(not reading.alternatives for reading in readings) == 77
    wanted = [Target(row["operator"], row["number"], row["text"]) for row in rows]
    assert [reading.target for reading in readings] == wanted
