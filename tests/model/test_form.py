"""A form knows its categories whatever width, spaces or suffix they are written with."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form


@pytest.mark.parametrize("text", ["产出指标", "产出", " 产 出 指标"])
def test_a_first_level_is_found_by_any_spelling(hebei: Form, text: str) -> None:
    found = hebei.level1(text)
    assert found is not None
    assert found.name == "产出指标"


def test_a_second_level_is_found_with_its_parent(hebei: Form) -> None:
    found = hebei.level2("环境效益")
    assert found is not None
    assert [category.name for category in found] == ["效果指标", "生态效益指标"]


def test_an_unknown_category_is_none(hebei: Form) -> None:
    assert hebei.level1("其他") is None
    assert hebei.level2("") is None


def test_a_period_beyond_the_form_has_a_plain_number(hebei: Form) -> None:
    assert [hebei.period(index) for index in (0, 4)] == ["3月底", "第5期"]


def test_a_code_is_usual_that_has_one_of_the_patterns_or_where_there_are_none(hebei: Form) -> None:
    assert hebei.is_usual_code("318-0101-JBN-AB12")
    assert not hebei.is_usual_code("318-0101-JBN-AB12-9")
    assert replace(hebei, code_patterns=()).is_usual_code("甲")
