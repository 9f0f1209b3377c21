"""Labels and heads of a table that no form knows."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form
from pbeditor.sheet.finding import labelled_values
from pbeditor.sheet.grid import Grid, Labels
from tests.sheet.unknown import plain_table


@pytest.mark.parametrize(
    ("row", "pairs"),
    [
        (("项目全称", "甲"), [("项目全称", "甲")]),
        (("项目编码", "项目名称", "甲"), [("项目名称", "甲")]),
        (("项目编码", "单位：万元", "甲"), []),
        (("项目全称：", "甲", "乙，丙", "丁"), [("项目全称：", "甲")]),
        (("支出计划", "3月底", "6月底"), []),
        (("支出计划", "年末"), []),
        (("年末", "甲"), []),
        (("一二三四五六七八九十甲乙丙丁季度", "甲"), []),
        (("一二三四五六七八九十甲乙丙丁戊己", "甲"), [("一二三四五六七八九十甲乙丙丁戊己", "甲")]),
        (("一二三四五六七八九十甲乙丙丁戊己庚", "甲"), []),
        (("字", "甲"), []),
        (("2020年", "甲"), []),
    ],
)
def test_a_label_announces_what_stands_at_its_right(
    row: tuple[str, ...], pairs: list[tuple[str, str]], hebei: Form
) -> None:
    grid = Grid(plain_table(row))
    labels = Labels(replace(hebei, periods=("年中", "年末")))
    assert [(cell.text, value) for cell, value in labelled_values(grid.rows, labels, grid)] == pairs
