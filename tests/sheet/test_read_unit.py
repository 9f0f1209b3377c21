"""A line above the tables may name the unit, the unit of money, or both; nothing else is taken for one."""

import pytest

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.sheet.read_unit import unit_line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("（单位：万元）", (None, "万元")),
        ("金额单位: 元", (None, "元")),
        ("", (None, "")),
        ("单位名称：某县档案馆", (Unit("", "某县档案馆"), "")),
        ("单位名称：某县档案馆　单位：万元", (Unit("", "某县档案馆"), "万元")),
        ("联系电话：1234567", (None, "")),
        ("见附件一", (None, "")),
    ],
)
def test_a_line_names_a_unit_or_the_unit_of_money(line: str, found: tuple[Unit | None, str], hebei: Form) -> None:
    assert unit_line(line, hebei) == found
