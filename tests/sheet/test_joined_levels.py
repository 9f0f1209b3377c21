"""One column that holds both categories."""

import pytest

from pbeditor.model.document import Indicator
from pbeditor.model.form import Form
from pbeditor.sheet.joined_levels import levels_in
from pbeditor.sheet.sheet import Cell, Row, Run, Table, row_of
from tests.sheet.test_interpret import HEAD, read, table


def told(row: Indicator) -> tuple[str, str, str]:
    return row.level1, row.level2, row.name


@pytest.mark.parametrize(
    "text",
    [
        "产出指标-数量指标",
        "产出指标/数量指标",
        "产出指标：数量指标",
        "产出指标 —— 数量指标",
        "产出指标\n数量指标",
        "产出指标（数量指标）",
    ],
)
def test_a_text_that_names_both_categories_is_taken_apart(text: str, hebei: Form) -> None:
    assert levels_in(text, hebei) == ("产出指标", "数量指标")


@pytest.mark.parametrize(
    "text", ["产出指标", "产出指标-人数", "甲-数量指标", "产出指标-数量指标-人数", "数量指标-产出指标", ""]
)
def test_any_other_text_is_not(text: str, hebei: Form) -> None:
    assert levels_in(text, hebei) is None


@pytest.mark.parametrize("head", ["一级指标", "二级指标", "指标类别", "指标类型"])
def test_one_column_of_both_categories_is_read_as_two(head: str, hebei: Form) -> None:
    rows = (
        (head, "三级指标", "绩效指标描述", "指标值"),
        ("产出指标-数量指标", "次数", "开会次数", "≥3次"),
        ("", "人数", "到会人数", "≥9人"),
        ("效果指标-社会效益指标", "知晓率", "知晓率", "≥90%"),
    )
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert [told(row) for row in document.projects[0].indicators] == [
        ("产出指标", "数量指标", "次数"),
        ("产出指标", "数量指标", "人数"),
        ("效果指标", "社会效益指标", "知晓率"),
    ]
    assert [note.original for note in notes] == (["指标类型"] if head == "指标类型" else [])


def test_a_merged_cell_of_both_categories_counts_for_each_of_its_rows(hebei: Form) -> None:
    both = Cell((Run("产出指标-数量指标"),), rows=2)
    first, second = (Row(row_of(("", *texts)).cells[1:]) for texts in (("次数", "≥3次"), ("人数", "≥9人")))
    rows = (row_of(("一级指标", "三级指标", "指标值")), Row((both, *first.cells)), second)
    document, notes = read(hebei, table(*HEAD), Table(rows))
    assert [told(row)[:2] for row in document.projects[0].indicators] == [("产出指标", "数量指标")] * 2
    assert notes == ()


@pytest.mark.parametrize(
    ("texts", "read_as"),
    [
        (("产出指标-数量指标", "次数"), ("产出指标", "数量指标", "次数")),
        (("产出指标-数量指标", "数量指标"), ("产出指标", "数量指标", "")),
        (("产出指标", "产出指标-数量指标"), ("产出指标", "数量指标", "")),
    ],
)
def test_beside_both_categories_stands_the_name_where_no_column_has_names(
    texts: tuple[str, str], read_as: tuple[str, str, str], hebei: Form
) -> None:
    rows = (("一级指标", "二级指标", "指标值"), (*texts, "≥3次"))
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert [told(row) for row in document.projects[0].indicators] == [read_as]
    assert notes == ()
