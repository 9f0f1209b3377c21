"""Several indicators in the lines of one row."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.row_items import items
from tests.sheet.test_interpret import HEAD, read, table

NAMES, VALUES = "1、修路\n2、修桥\n3、修渠", "≥5个\n≥6座\n7条"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"name": NAMES, "target": VALUES}, [("修路", "≥5个"), ("修桥", "≥6座"), ("修渠", "7条")]),
        ({"name": NAMES, "target": "1.≥5个\n2.≥6座\n3、7条"}, [("修路", "≥5个"), ("修桥", "≥6座"), ("修渠", "7条")]),
        ({"name": "修路\n\n修桥", "target": "≥5个\n≥6座"}, [("修路", "≥5个"), ("修桥", "≥6座")]),
    ],
)
def test_lines_that_are_counted_or_have_a_value_each_are_indicators(
    texts: dict[str, str], found: list[tuple[str, str]]
) -> None:
    assert [(each["name"], each["target"]) for each in items(texts)] == found


@pytest.mark.parametrize(
    "texts",
    [
        {"name": "修路", "target": "≥5个\n≥6座"},
        {"name": "修路合\n格率", "target": "≥95%"},
        {"name": "完成\n时间", "target": "2024年\n12月31日"},
        {"name": "修路\n修桥", "target": "≥5个\n≥6座\n≥7条"},
        {"name": NAMES, "target": VALUES, "description": "修路和\n修桥"},
        {"name": NAMES, "target": VALUES, "description": "修路等"},
        {"name": "1、修路\n3、修桥", "target": "5个\n6座"},
        {"name": "\n", "target": "\n"},
        {"name": NAMES},
    ],
)
def test_any_other_breaks_are_those_of_a_narrow_column(texts: dict[str, str]) -> None:
    assert items(texts) == [texts]


def test_they_become_indicators_of_one_category_and_are_told_once(hebei: Form) -> None:
    heads = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据", "备注")
    row = ("产出指标", "数量指标", NAMES, "甲\n乙\n丙", VALUES, "计划标准", "附\n注")
    document, notes = read(hebei, table(*HEAD), table(heads, row, ("", "质量指标", "修路合\n格率", "", "≥95%", "", "")))
    assert [
        (row.level1, row.level2, row.name, row.description, row.target.number, row.basis)
        for row in document.projects[0].indicators
    ] == [
        ("产出指标", "数量指标", "修路", "甲", "5", "计划标准"),
        ("产出指标", "数量指标", "修桥", "乙", "6", "计划标准"),
        ("产出指标", "数量指标", "修渠", "丙", "7", "计划标准"),
        ("产出指标", "质量指标", "修路合\n格率", "", "95", ""),
    ]
    assert [(note.kind, note.original) for note in notes] == [("ignored", "备注：附\n注"), ("guessed", NAMES)]
