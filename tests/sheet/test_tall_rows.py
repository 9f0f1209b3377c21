"""Rows that may be divided: Word is told of the same as our own pages divide."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import CELL_Y, MM_A_POINT, RULE, pitch, type_area
from pbeditor.sheet.sheet import Cell, Row, Run, Table
from pbeditor.sheet.tall_rows import TallRows


def most_lines(form: Form) -> int:
    """The lines of the tallest row that stays whole."""
    around = 2 * CELL_Y + RULE * MM_A_POINT
    return int((type_area(form.layout.page)[1] / 2 - around) / pitch(form.layout, sheet.VALUE))


def table(*texts: str, width: float = 100.0) -> Table:
    return Table(tuple(Row((Cell((Run(text),), role=sheet.VALUE),)) for text in texts), (width,))


@pytest.mark.parametrize("more", [0, 1])
def test_a_row_is_tall_from_half_a_page_on(more: int, hebei: Form) -> None:
    text = "\n".join("一" * (most_lines(hebei) + more))
    assert TallRows(hebei.layout).of(table("短", text, "短")) == frozenset({1} if more else ())


@pytest.mark.parametrize("more", [0, 1])
def test_a_narrow_column_makes_a_short_text_tall(more: int, hebei: Form) -> None:
    text = "字" * (4 * most_lines(hebei) + more)  # 18 mm have room for four signs
    assert len(text) < 100
    assert TallRows(hebei.layout).of(table(text, width=18.0)) == frozenset({0} if more else ())


def test_all_rows_beside_a_tall_text_may_be_divided(hebei: Form) -> None:
    tall = Cell((Run("\n".join("字" * 40)),), rows=2, role=sheet.VALUE)
    short = Cell((Run("短"),), 1, role=sheet.VALUE)
    rows = (Row((short,)), Row((tall, short)), Row((short,)), Row((short,)))
    assert TallRows(hebei.layout).of(Table(rows, (50.0, 50.0))) == {1, 2}


def test_tables_built_alike_are_told_apart_by_their_texts(hebei: Form) -> None:
    rows = TallRows(hebei.layout)
    assert [rows.of(table(text)) for text in ("短", "字\n" * 30, "字" * 60)] == [set(), {0}, set()]


def test_a_text_of_some_lines_is_not_tall(hebei: Form) -> None:
    assert TallRows(hebei.layout).of(table("\n".join(["字" * 20] * 6))) == frozenset()
