"""Lengths on the paper."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import MM_A_POINT, PAGE_NUMBER, baseline, foot, pitch, text_of
from pbeditor.sheet.page import shift


@pytest.mark.parametrize("role", [sheet.TITLE, sheet.BODY, sheet.VALUE])
def test_the_base_line_lies_between_the_middle_and_the_foot_of_its_line(role: str, hebei: Form) -> None:
    em = text_of(hebei.layout, role).size * MM_A_POINT
    assert pitch(hebei.layout, role) / 2 < baseline(hebei.layout, role) < (pitch(hebei.layout, role) + em) / 2


@pytest.mark.parametrize(("align", "begins"), [("left", 0), ("center", 3), ("right", 6), ("", 0)])
def test_a_line_begins_where_its_alignment_leaves_the_room(align: str, begins: float) -> None:
    assert shift(align, 6) == begins


def test_the_dashes_of_the_page_number_are_seven_millimetres_below_the_text(hebei: Form) -> None:
    assert foot(hebei.layout) == 7


def test_a_low_margin_keeps_the_page_number_on_what_printers_print(hebei: Form) -> None:
    layout = replace(hebei.layout, page=replace(hebei.layout.page, bottom=12.7))
    assert 12.7 - foot(layout) - pitch(layout, PAGE_NUMBER) / 2 == pytest.approx(5)
