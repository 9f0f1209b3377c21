"""Amounts keep their worth when they go to a document in another money unit."""

import pytest
from hypothesis import given

from pbeditor.edit.money_units import converted, in_money_unit
from pbeditor.model.document import Budget, Document, Project
from tests.builders import documents


@pytest.mark.parametrize(
    ("text", "before", "after", "wanted"),
    [
        ("20000", "元", "万元", "2.00"),
        ("1.5", "万元", "元", "15000.00"),
        ("1.234567", "万元", "元", "12345.67"),
        ("3", "元", "万元", "0.0003"),
        ("20", "万元", "万元", "20"),
        ("", "元", "万元", ""),
        ("约2万", "元", "万元", "约2万"),
        ("20", "美元", "万元", "20"),
        ("9" * 20, "亿元", "元", "9" * 20 + "00000000.00"),
    ],
)
def test_an_amount_in_another_unit(text: str, before: str, after: str, wanted: str) -> None:
    assert converted(text, before, after) == wanted


def test_all_amounts_of_a_document() -> None:
    document = Document("f", 2020, money_unit="元", projects=(Project("a", budget=Budget("30000", "10000", "20000")),))
    found = in_money_unit(document, "万元")
    assert (found.money_unit, found.projects[0].budget) == ("万元", Budget("3.00", "1.00", "2.00"))


@given(documents())
def test_in_its_own_or_an_unknown_unit_it_stays_the_same_object(document: Document) -> None:
    assert in_money_unit(document, document.money_unit) is document
    assert in_money_unit(document, "两") is document
