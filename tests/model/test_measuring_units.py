"""Units of measure."""

import pytest

from pbeditor.model.document import Target
from pbeditor.model.measuring_units import COUNTED, FIRST_SIGN, UNITS, is_unit
from pbeditor.model.target import read_targets


@pytest.mark.parametrize("text", [*UNITS, "％", "万元", "千米", "万人次", "亿立方米", "元/人", "次／年"])
def test_what_can_stand_behind_a_number_is_a_unit_alone_as_well(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["", "优良", "3次", "次以上", "标台", "元/", "年度"])
def test_other_words_are_no_units(text: str) -> None:
    assert not is_unit(text)


def test_no_unit_is_told_twice() -> None:
    assert len({*UNITS}) == len(UNITS)
    assert {*COUNTED} < {*UNITS}


@pytest.mark.parametrize("unit", ["次", "株", "个百分点", "千克", "学时", "户次"])
def test_digits_before_any_unit_may_be_two_numbers(unit: str) -> None:
    assert FIRST_SIGN.match(unit)
    readings = read_targets(["≥3030次", "≥5050次", "≥6060次", f"≥3050{unit}"])
    assert Target("≥", "30", f"50{unit}") in (readings[-1].target, *readings[-1].alternatives)
