"""The rows of a grid, by the labels of its columns."""

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from tests.sheet.test_interpret import GRID, HEAD, read, table


def test_a_category_without_indicators_is_listed_once(hebei: Form) -> None:
    blank, filled = ("产出指标", "时效指标", "", "", "", ""), ("", "质量指标", "", "", "", "")
    _, notes = read(hebei, table(*HEAD), table(*GRID, *(blank, filled) * 3, (*filled[:2], "合格率", *filled[3:])))
    assert [note.original for note in notes] == ["产出指标 / 时效指标"]


def test_a_grid_without_a_column_of_values_gives_indicators_without_one(hebei: Form) -> None:
    rows = table(("一级指标", "二级指标", "三级指标"), ("产出指标", "数量指标", "培训人数"))
    document, _ = read(hebei, table(*HEAD), rows)
    (indicator,) = document.projects[0].indicators
    assert (indicator.name, indicator.target) == ("培训人数", Target())
