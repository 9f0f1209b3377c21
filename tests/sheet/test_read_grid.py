"""The row that heads a grid."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.read_grid import header_row
from tests.sheet.test_interpret import GRID, HEAD, read, table
from tests.sheet.unknown import plain_table


@pytest.mark.parametrize(
    ("row", "usual", "explained"),
    [
        (("一级指标", "三级指标", "指标值"), 1, 1),
        (("三级指标", "指标值"), None, 1),
        (("三级指标", "次数"), None, None),
        (("一级指标", "二级指标", "绩效指标描述", "指标值确定依据"), None, None),
        (("一级指标", "二级指标", "三级指标"), 1, 1),
        (("一级指标", "二级指标", "数值"), 1, 1),
    ],
)
def test_labels_enough_with_a_name_or_a_value_among_them_make_a_head(
    row: tuple[str, ...], usual: int | None, explained: int | None, hebei: Form
) -> None:
    """Fewer are enough in a layout that a person has explained."""
    grid = Grid(plain_table(("题目",), row))
    forms = (hebei, replace(hebei, base="mof-2021"))
    assert [header_row(grid, Labels(form)) for form in forms] == [usual, explained]


def test_a_category_without_indicators_is_listed_once(hebei: Form) -> None:
    blank, filled = ("产出指标", "时效指标", "", "", "", ""), ("", "质量指标", "", "", "", "")
    _, notes = read(hebei, table(*HEAD), table(*GRID, *(blank, filled) * 3, (*filled[:2], "合格率", *filled[3:])))
    assert [note.original for note in notes] == ["产出指标 / 时效指标"]
