"""The rows of a grid, by the labels of its columns."""

from pbeditor.model.form import Form
from tests.sheet.test_interpret import GRID, HEAD, read, table


def test_a_category_without_indicators_is_listed_once(hebei: Form) -> None:
    blank, filled = ("产出指标", "时效指标", "", "", "", ""), ("", "质量指标", "", "", "", "")
    _, notes = read(hebei, table(*HEAD), table(*GRID, *(blank, filled) * 3, (*filled[:2], "合格率", *filled[3:])))
    assert [note.original for note in notes] == ["产出指标 / 时效指标"]
