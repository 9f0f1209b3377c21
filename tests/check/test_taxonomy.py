"""Where an indicator stands and what that means."""

import pytest

from pbeditor.check.taxonomy import BENEFIT, COST, OUTPUT, QUANTITY, SATISFACTION, TIME, category_for, is_label, placer
from pbeditor.model.form import Form
from pbeditor.store.forms import load_forms


@pytest.mark.parametrize(
    ("level1", "level2", "group", "kind", "home"),
    [
        ("产出指标", "数量指标", OUTPUT, QUANTITY, ""),
        ("产出", "数 量", OUTPUT, QUANTITY, ""),
        ("效益指标", "环境效益指标", BENEFIT, "", ""),
        ("效果指标", "时效指标", BENEFIT, TIME, "产出指标"),
        ("", "成本指标", OUTPUT, COST, "产出指标"),
        ("满意度指标", "", SATISFACTION, "", ""),
        ("过程指标", "合规指标", "", "", ""),
        ("", "", "", "", ""),
    ],
)
def test_a_row_has_its_place(level1: str, level2: str, group: str, kind: str, home: str, hebei: Form) -> None:
    place = placer(hebei.categories)(level1, level2)
    assert (place.group, place.kind, place.home) == (group, kind, home)


def test_cost_is_cost_on_either_level() -> None:
    form = load_forms()["mof-2021"]
    place = placer(form.categories)("成本指标", "经济成本指标")
    assert (place.group, place.kind) == (COST, COST)


def test_a_meaning_leads_to_the_forms_own_names(hebei: Form) -> None:
    assert category_for(hebei, TIME) == ("产出指标", "时效指标")
    assert category_for(hebei, "weather") is None


def test_labels_are_no_names_except_satisfaction(hebei: Form) -> None:
    assert is_label("数量指标", hebei)
    assert is_label("社会效益", hebei)
    assert not is_label("服务对象满意度", hebei)
