"""Rows of a grid that are no indicators of the year."""

import pytest

from pbeditor.model.form import Form
from tests.sheet.test_interpret import HEAD, read, table

HEADS = ("一级指标", "二级指标", "三级指标", "指标值")
LONG = (("长期绩效指标", *HEADS), ("", "产出指标", "数量指标", "座数", "≥30座"), ("", "", "", "面积", "≥90亩"))
YEAR = (("年度绩效指标", *HEADS), ("", "产出指标", "数量指标", "座数", "≥10座"))


@pytest.mark.parametrize("parts", [(LONG, YEAR), (YEAR, LONG), (LONG, (("", *HEADS), LONG[2]), YEAR)])
def test_of_indicators_for_more_years_above_or_below_those_of_the_year_the_latter_are_taken_and_the_others_listed(
    parts: tuple[tuple[tuple[str, ...], ...], ...], hebei: Form
) -> None:
    document, notes = read(hebei, table(*HEAD), table(*(row for part in parts for row in part)))
    assert [row.target.number for row in document.projects[0].indicators] == ["10"]
    assert {"产出指标 / 数量指标 / 座数 / ≥30座", "面积 / ≥90亩"} <= {note.original for note in notes}
    assert "长期绩效指标" in [note.original for note in notes if note.kind == "guessed"]


def test_indicators_for_more_years_alone_are_taken(hebei: Form) -> None:
    document, _ = read(hebei, table(*HEAD), table(*LONG))
    assert [row.name for row in document.projects[0].indicators] == ["座数", "面积"]


def test_a_row_that_a_blank_form_leaves_to_be_filled_in_is_none(hebei: Form) -> None:
    rows = (
        HEADS,
        ("产出指标", "数量指标", "指标1：座数", "≥10座"),
        ("", "", "指标2：……", ""),
        ("", "", "指标3：", "……"),
    )
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert ([row.name for row in document.projects[0].indicators], notes) == (["指标1：座数"], ())
