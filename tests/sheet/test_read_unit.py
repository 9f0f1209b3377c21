"""Lines above the tables that name the unit or the unit of money."""

import pytest

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.sheet.read_unit import unit_above, unit_line


@pytest.mark.parametrize(
    ("text", "unit", "money"),
    [
        ("单位：万元", None, "万元"),
        ("（金额单位：元）", None, "元"),
        ("部门（单位）：203002某某局", Unit("203002", "某某局"), ""),
        ("部门（单位）：某某局", Unit("", "某某局"), ""),
        ("部门（单位）：203002某某局 单位：元", Unit("203002", "某某局"), "元"),
        ("部门（单位）：某某局 （单位：千元）", Unit("", "某某局"), "千元"),
        ("填报单位（盖章）：某某局", Unit("", "某某局"), ""),
        ("203003某某局", Unit("203003", "某某局"), ""),
        ("203003 某某中心（本级）  单位：元", Unit("203003", "某某中心（本级）"), "元"),
        ("203003001某县委员会", Unit("203003001", "某县委员会"), ""),
        ("203003001-某县委员会", Unit("203003001", "某县委员会"), ""),
        ("100人以上参加大会", None, ""),
        ("2020年度某局", None, ""),
        ("203003用于甲事项，乙局", None, ""),
        ("203003某局绩效目标表", None, ""),
        ("编制单位：某某局", None, ""),
        ("单位：执法大队", Unit("", "执法大队"), ""),
        ("单位：人次、处", None, ""),
        ("单位：某处", None, ""),
        ("说明：甲", None, ""),
        ("说明：甲 单位：元", None, ""),
        ("甲", None, ""),
        ("", None, ""),
    ],
)
def test_a_line_names_the_unit_or_the_unit_of_money(text: str, unit: Unit | None, money: str, hebei: Form) -> None:
    assert unit_line(text, hebei) == (unit, money)


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (("203002", "某局 单位：万元"), Unit("203002", "某局")),
        (("203", "本级"), Unit("203", "本级")),
        (("单位信息：203-某局（本级）",), Unit("203", "某局（本级）")),
        (("[305]某园林机关",), Unit("305", "某园林机关")),
        (("[2023]5号",), Unit("", "[2023]5号")),
        (("初稿，待核 单位：万元", "203002某局"), Unit("203002", "某局")),
        (("初稿，待核 单位：万元", "203002", "某局"), Unit("203002", "某局")),
        (("初稿，待核 单位：万元", "88880000", "张三"), None),
        (("初稿待核 单位：万元",), None),
        (("某某局 单位：万元",), Unit("", "某某局")),
        (("部门（单位）：丙 单位：万元",), Unit("", "丙")),
        (("203某机关 单位：万元",), Unit("203", "某机关")),
        (("某某机关", "初稿"), Unit("", "某某机关")),
        ((), None),
    ],
)
def test_a_remark_beside_the_unit_of_money_is_no_unit_above_a_table(texts: tuple[str, ...], unit: Unit | None) -> None:
    assert unit_above(texts) == unit
