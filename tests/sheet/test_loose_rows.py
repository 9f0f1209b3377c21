"""A table that was left out is read as indicators when a person says that it is some."""

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.loose_rows import indicators_in
from pbeditor.sheet.sheet import Sheet
from tests.sheet.unknown import GRID, plain_table


def test_a_head_of_unknown_words_tells_the_columns(hebei: Form) -> None:
    rows = indicators_in(GRID, hebei)
    assert [row.name for row in rows] == ["改造面积", "合格率", "受益人数"]
    assert rows[0].target == Target("≥", "90", "平方米")


def test_without_a_head_what_stands_in_the_columns_tells(hebei: Form) -> None:
    rows = indicators_in((("产出指标", "数量指标", "改造面积", "≥90"), ("", "质量指标", "合格率", "≥95")), hebei)
    assert [(row.level1, row.level2, row.name) for row in rows] == [
        ("产出指标", "数量指标", "改造面积"),
        ("产出指标", "质量指标", "合格率"),
    ]
    assert rows[1].target == Target("≥", "95", "")


def test_a_head_of_unknown_words_over_known_categories_is_no_row(hebei: Form) -> None:
    table = (("大类", "小类", "考核要点", "甲县"), *[("产出指标", "数量指标", "修路", "≥9")] * 4)
    assert [row.name for row in indicators_in(table, hebei)] == ["修路"] * 4


def test_a_table_of_names_has_no_indicators(hebei: Form) -> None:
    assert indicators_in((("张三", "李四"),), hebei) == ()
    assert indicators_in((), hebei) == ()


def test_the_report_keeps_the_cells_of_a_table_that_was_left_out(hebei: Form) -> None:
    _, notes = interpret(Sheet((plain_table(("名单", "电话"), ("张三", "123")),)), hebei)
    assert notes[0].rows == (("名单", "电话"), ("张三", "123"))
