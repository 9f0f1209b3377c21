"""The total and its parts in one cell."""

import pytest

from pbeditor.model.document import Budget
from pbeditor.model.form import Form
from tests.sheet.test_interpret import read, table

WHOLE = "200万元（其中：财政拨款150万元，其他资金50万元）"


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "200万元(其中:财政拨款150万元;其他资金50万元)",
        "200万元，其中财政拨款：150万元，其他资金：50万元",
        "200（其中：财政拨款150，其他资金50）",
        "２００万元（财政拨款１５０，其他资金５０）",
        "2,000,000元（其中：财政拨款1,500,000元，其他资金500,000元）",
    ],
)
def test_a_total_with_its_parts_in_plain_words_is_read_as_three_amounts(text: str, hebei: Form) -> None:
    document, notes = read(hebei, table(("项目名称", "甲"), ("预算数", text)))
    amounts = document.projects[0].budget
    assert tuple(map(float, (amounts.total, amounts.fiscal, amounts.other))) == (200, 150, 50)
    assert text in [note.original for note in notes if note.kind == "guessed"]


def test_a_label_with_all_of_them_in_its_own_cell_is_one_label(hebei: Form) -> None:
    text = "预算数：200万元（其中：财政拨款：150万元，其他资金：50万元）"
    document, _ = read(hebei, table(("项目名称", "甲"), (text, "")))
    assert document.projects[0].budget == Budget("200", "150", "50")


@pytest.mark.parametrize(
    "text",
    [
        "200万元（其中：财政拨款150万元，贷款50万元）",
        "200万元（其中：财政拨款150万元，财政拨款50万元）",
        "200万元（其中：财政拨款约150万元）",
        "200万元（其中：财政拨款150万元，其他资金待定）",
        "约200万元（其中：财政拨款150万元）",
    ],
)
def test_anything_less_plain_stays_as_it_is_and_is_told(text: str, hebei: Form) -> None:
    document, notes = read(hebei, table(("项目名称", "甲"), ("预算数", text)))
    assert document.projects[0].budget == Budget(text, "", "")
    assert text in [note.original for note in notes]


def test_where_a_part_has_a_cell_of_its_own_the_total_stays_as_it_is(hebei: Form) -> None:
    document, _ = read(hebei, table(("项目名称", "甲"), ("预算数", WHOLE), ("财政拨款", "150")))
    assert document.projects[0].budget == Budget(WHOLE, "150", "")
