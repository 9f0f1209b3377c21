"""The lists of 一级 and 二级指标 depend on each other."""

from msgspec.structs import replace

from pbeditor.edit.categories import choices, with_known_level
from pbeditor.model.document import Indicator
from pbeditor.model.form import Category, Form


def test_the_second_list_follows_the_first_category(hebei: Form) -> None:
    assert choices(Indicator("x", "产出"), "level2", hebei) == ("数量指标", "质量指标", "时效指标", "成本指标")
    assert len(choices(Indicator("x"), "level2", hebei)) == 9
    assert choices(Indicator("x"), "level1", hebei) == ("产出指标", "效果指标", "满意度指标")


def test_a_free_column_offers_nothing_and_the_basis_what_the_form_knows(hebei: Form) -> None:
    assert choices(Indicator("x"), "name", hebei) == ()
    assert choices(Indicator("x"), "basis", hebei) == hebei.bases


def test_a_second_category_fills_in_a_blank_first_one(hebei: Form) -> None:
    assert with_known_level(Indicator("x", "", "质量指标"), "level2", hebei).level1 == "产出指标"
    assert with_known_level(Indicator("x", "", "别的"), "level2", hebei).level1 == ""


def test_a_second_category_of_another_first_one_brings_it(hebei: Form) -> None:
    assert with_known_level(Indicator("x", "产出指标", "社会效益指标"), "level2", hebei).level1 == "效果指标"
    assert with_known_level(Indicator("x", "效益指标", "社会效益指标"), "level2", hebei).level1 == "效益指标"
    assert with_known_level(Indicator("x", "自定指标", "社会效益指标"), "level2", hebei).level1 == "自定指标"
    assert with_known_level(Indicator("x", "产出指标", ""), "level2", hebei).level1 == "产出指标"


def test_a_second_category_that_fits_below_several_changes_nothing(hebei: Form) -> None:
    double = replace(hebei, categories=(*hebei.categories, Category("其他指标", children=(Category("质量指标"),))))
    assert with_known_level(Indicator("x", "效果指标", "质量指标"), "level2", double).level1 == "效果指标"
    assert with_known_level(Indicator("x", "其他指标", "质量指标"), "level2", double).level1 == "其他指标"


def test_a_new_first_category_leaves_the_second_for_a_person_to_choose(hebei: Form) -> None:
    assert with_known_level(Indicator("x", "效果指标", "时效指标"), "level1", hebei).level2 == "时效指标"


def test_a_first_category_with_one_child_fills_in_a_blank_second_one(hebei: Form) -> None:
    assert with_known_level(Indicator("x", "满意度指标"), "level1", hebei).level2 == "服务对象满意度指标"
    assert with_known_level(Indicator("x", "产出指标"), "level1", hebei).level2 == ""
    assert with_known_level(Indicator("x", ""), "level1", hebei).level2 == ""
    assert with_known_level(Indicator("x", "满意度指标"), "name", hebei).level2 == ""
