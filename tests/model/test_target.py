"""The value cell splits as people meant it, and always prints back the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.model.document import Target
from pbeditor.model.target import canonical_operator, printed, read_target, read_targets

CLEAN = [
    ("≥9090%及以上", "≥", "90", "90%及以上"),
    ("≥100100%", "≥", "100", "100%"),
    ("≥33次以上", "≥", "3", "3次以上"),
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


def test_a_plain_document_keeps_its_whole_numbers() -> None:
    assert read_targets(["≥90%", "≥903次", "≥1200人"])[1].target == Target("≥", "903", "次")


@given(st.lists(st.text(alphabet="≥><=＝大于等不低0123456789.%次个年月完成 ", max_size=12), max_size=6))
def test_every_reading_prints_back_the_same(raws: list[str]) -> None:
    for raw, reading in zip(raws, read_targets(raws), strict=True):
        assert {printed(target) for target in (reading.target, *reading.alternatives)} == {raw}


@pytest.mark.parametrize(("spelling", "meaning"), [(">=", "≥"), ("大于 等于", "≥"), (">", "＞"), ("约", "")])
def test_every_spelling_of_an_operator_has_one_meaning(spelling: str, meaning: str) -> None:
    assert canonical_operator(spelling) == meaning


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
