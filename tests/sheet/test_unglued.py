"""A label and its value in one cell are set apart."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.unglued import unglued
from tests.sheet.test_interpret import table


@pytest.mark.parametrize("text", ["单位：万元", "完成时间：5月", "绩效目标："])
def test_other_cells_with_a_colon_stay_whole(text: str, hebei: Form) -> None:
    grid = Grid(table((text,)))
    assert unglued(grid, Labels(hebei)) is grid


def test_a_huge_table_is_not_widened_for_several_labels_in_one_cell(hebei: Form) -> None:
    rows = [("项目名称：乙项目 项目编码：A2", *["甲"] * 999)] * 300
    grid = unglued(Grid(table(*rows)), Labels(hebei))
    assert [cell.text for cell in grid.rows[0].cells[:2]] == ["项目名称：乙项目 项目编码：A2", "甲"]
