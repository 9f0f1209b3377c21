"""The words of a comparison."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pbeditor.edit.changes import change_of
from pbeditor.edit.comparison import Sums, compare
from pbeditor.edit.comparison_texts import amount, counts_line, named, row_told, rows_told, signed, sums_line
from pbeditor.model.document import Document, Indicator, Project, Target
from pbeditor.model.form import Form


@pytest.mark.parametrize(
    ("value", "decimals", "sign", "text"),
    [
        (None, 2, "", ""),
        (Decimal("1200.5"), 2, "", "+1,200.50"),
        (Decimal("-0.123456"), 2, "", "-0.123456"),
        (Decimal("0.00"), 2, "", "0.00"),
        (Decimal("-12.345"), 1, "%", "-12.3%"),
        (Decimal("-0.01"), 1, "%", "0.0%"),
    ],
)
def test_differences_have_a_sign(value: Decimal | None, decimals: int, sign: str, text: str) -> None:
    assert signed(value, decimals, sign) == text


def test_no_decimal_of_an_amount_is_lost() -> None:
    assert [amount(Decimal(text), 2) for text in ("1234", "0.123456")] == ["1,234.00", "0.123456"]


def test_sums_say_how_many_projects_have_no_amount_yet() -> None:
    line = sums_line(Sums(Decimal(10), Decimal(4), 2), 2, "万元")
    assert line == "上年合计 10.00，本年合计 4.00，增减 -6.00（-60.0%），2 个项目还没有填预算数　单位：万元"


OLD = Project("1", name="甲", indicators=(Indicator("r", "产出", name="人数", target=Target("≥", "9")), Indicator("s")))
NEW = Project("1", name="乙", indicators=(Indicator("r", "产出", name="人数", target=Target("≥", "10")),))


def test_projects_are_counted_by_what_became_of_them() -> None:
    before = Document("hebei-2020", 2019, projects=(OLD, Project("2", name="丙")))
    after = Document("hebei-2020", 2020, projects=(NEW, Project("3", name="丁")))
    assert counts_line(compare(before, after, by_id=True)) == "新增 1 个，取消 1 个，更名 1 个"
    nothing = Document("hebei-2020", 2020)
    assert counts_line(compare(nothing, nothing)) == "没有项目"


def test_a_renamed_project_is_called_by_both_names() -> None:
    assert named(change_of(OLD, NEW, None, by_id=True)) == "乙（原名：甲）"
    assert named(change_of(None, replace(NEW, name=""), None)) == "未命名项目"


def test_indicators_are_counted_and_told_in_a_line(hebei: Form) -> None:
    change = change_of(OLD, NEW, None, by_id=True)
    assert rows_told(change) == "取消 1，修改 1"
    assert rows_told(change_of(None, NEW, None)) == "共 1 条"
    told = {row.kind: row_told(row, hebei) for row in change.rows}
    assert told["changed"] == f"{hebei.columns[4].label} ≥9 → ≥10"
    (new,) = change_of(Project("1"), NEW, None).rows
    assert row_told(new, hebei, longest=2) == "产出，人数，≥…"
