"""What an unknown label or column is likely to be."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.guessing import category_guess, column_guess, label_guess


@pytest.mark.parametrize("text", ["备注", "序号", "权重", "上年完成值"])
def test_some_columns_have_no_field_whatever_stands_below(text: str, hebei: Form) -> None:
    assert column_guess(text, ("≥95%", "≥90%"), hebei) == ""


def test_a_column_without_a_telling_head_is_known_by_its_texts(hebei: Form) -> None:
    assert column_guess("甲县", ("≥95%", "12次"), hebei) == "target"
    assert column_guess("甲县", (), hebei) == ""


def test_a_column_of_units_or_operators_is_known_by_every_spelling_of_them(hebei: Form) -> None:
    assert column_guess("甲县", ("平方米", "次/年", "万人次", "年"), hebei) == "words"
    assert column_guess("甲县", ("不超过", "=>", "﹥"), hebei) == "operator"


@pytest.mark.parametrize(
    ("text", "is_level2", "guess"),
    [
        ("产出类指标", False, "产出指标"),
        ("成本类", True, "产出指标/成本指标"),
        ("费用和成本", True, "产出指标/成本指标"),
        ("本县", False, ""),
    ],
)
def test_a_category_is_guessed_by_its_likeness(text: str, is_level2: bool, guess: str, hebei: Form) -> None:
    assert category_guess(text, hebei, is_level2=is_level2) == guess


@pytest.mark.parametrize(
    ("text", "guess"),
    [("资金支出计", "plan"), ("单位：", "unit"), ("项目识别号", "code"), ("其它来源", "other"), ("甲", "")],
)
def test_a_label_is_known_by_its_likeness_or_its_words(text: str, guess: str, hebei: Form) -> None:
    assert label_guess(text, hebei) == guess
