"""Labels and heads of a table that no form knows."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form
from pbeditor.sheet.finding import grid_head, labelled_values
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Row, Table, row_of
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


ROW = ("", "数量指标", "甲", "≥9")
SIXTEEN = "一二三四五六七八九十甲乙丙丁戊己"


@pytest.mark.parametrize(
    ("rows", "top"),
    [
        ((("甲栏", "乙栏", "丙栏", "丁栏"), ROW), 0),
        ((("甲栏", "乙栏", "丙栏", "丁栏"), ("产出指标", "", "甲", "≥9")), 0),
        ((("题目",), ("甲栏", "乙栏", "丙栏"), ROW), 1),
        ((("甲栏", "乙栏"), ROW), None),
        ((("甲栏", "乙栏", "3"), ROW), None),
        ((ROW,), None),
        ((("维度", "要点", "计划数", SIXTEEN), ("", "", "甲", "9")), 0),
        ((("维度", "要点", "计划数", f"{SIXTEEN}庚"), ("", "", "甲", "9")), None),
        ((("维度", "要点", "要点", "计划数"), ("", "", "甲", "9")), None),
        ((("维度", "要点", "甲栏"), ("", "", "9")), None),
        ((("维度", "要点", "计划数", "甲栏", "乙栏", "丙栏"), ("", "", "9")), 0),
        ((("维度", "要点", "计划数", "1", "2", "3"), ("", "", "9")), None),
        ((("维度", "要点", "计划数"),), None),
    ],
)
def test_the_head_of_a_grid_is_the_row_of_telling_words_or_that_above_the_categories(
    rows: tuple[tuple[str, ...], ...], top: int | None, hebei: Form
) -> None:
    head = grid_head(Grid(plain_table(*rows)), Labels(hebei))
    assert (head and (head.top, head.first, head.end)) == (None if top is None else (top, top + 1, len(rows)))


@pytest.mark.parametrize("side", [1, 3])
def test_a_head_that_stands_beside_the_rows_is_no_column(side: int, hebei: Form) -> None:
    """Neither where it reaches down nor where blanks stand below it."""
    head = row_of(("绩效指标", "一级指标", "二级指标", "三级指标", "指标值"))
    top = Row((replace(head.cells[0], rows=side), *head.cells[1:]))
    rows = (row_of(("", "产出指标", "数量指标", "次数", "≥3次")), row_of(("", "", "质量指标", "合格率", "≥95%")))
    below = rows if side == 1 else tuple(Row(row.cells[1:]) for row in rows)
    found = grid_head(Grid(Table((top, *below))), Labels(hebei))
    assert found is not None
    assert [cell.text for cell in found.cells] == ["一级指标", "二级指标", "三级指标", "指标值"]


def test_lines_below_the_indicators_are_no_part_of_the_grid(hebei: Form) -> None:
    rows = (
        ("一级指标", "二级指标", "三级指标", "指标值"),
        ("产出指标", "数量指标", "次数", "≥3次"),
        ("合计", "", "", ""),
    )
    found = grid_head(Grid(plain_table(*rows)), Labels(hebei))
    assert found is not None
    assert (found.first, found.end) == (1, 2)
