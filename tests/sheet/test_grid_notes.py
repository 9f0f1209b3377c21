"""What the report says of columns without a field."""

import pytest

from pbeditor.model.form import Form
from tests.sheet.test_interpret import HEAD, read, table

HEADS = ("一级指标", "二级指标", "三级指标", "指标值", "备注", "分值")


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ((("甲", ""), ("", ""), ("", "")), [("第1行", "这一列没有对应的栏目，未导入", "备注：甲")]),
        (
            (("甲", "50"), ("", "20"), ("甲", "10")),
            [
                ("第1—3行", "这一列没有对应的栏目，2 行的内容未导入", "备注：甲 / 甲"),
                ("第1—3行", "这一列没有对应的栏目，3 行的内容未导入", "分值：50 / 20 / 10"),
            ],
        ),
    ],
)
def test_a_column_without_a_field_is_told_once_with_the_count_of_its_rows(
    beside: tuple[tuple[str, str], ...], told: list[tuple[str, str, str]], hebei: Form
) -> None:
    rows = (("产出指标", "数量指标", f"数量{number}", "≥3次", *texts) for number, texts in enumerate(beside))
    _, notes = read(hebei, table(*HEAD), table(HEADS, *rows))
    found = [
        (note.where, note.message, note.original) for note in notes if note.kind == "ignored" and "：" in note.original
    ]
    assert [(where[where.index("第") :], message, text) for where, message, text in found] == told
