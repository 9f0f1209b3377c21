"""A session over a small document, for everything that edits it."""

import pytest
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.ui.session import Session

UNIT, OTHER = Unit("203002", "某区委组织部"), Unit("203003", "某区党校")


def indicator(name: str, level1: str = "产出指标", level2: str = "数量指标", number: str = "90") -> Indicator:
    target = Target("≥", number, f"{number}%及以上")
    return Indicator(f"i-{name}", level1, level2, name, f"反映{name}", target, "计划标准")


def small_document() -> Document:
    rows = (indicator("次数"), indicator("比率", level2="质量指标"), indicator("成效", "效果指标", "社会效益指标"))
    plan = ("25.00", "50.00", "75.00", "100.00")
    first = Project(
        "p1", UNIT, "203-0401-JBN-6X18", "活动经费", Budget("2.00", "2.00"), "开展活动。", plan, "1、做好活动。", rows
    )
    second = Project(
        "p2", OTHER, "203-0401-JBN-6HMH", "培训经费", Budget("15.00", "10.00", "5.00"), "培训。", plan, "1、培训。"
    )
    return Document(
        "hebei-2020", 2020, "某部门", UNIT, "万元", (Section("总体绩效目标", "做好工作。"),), (first, second)
    )


@pytest.fixture
def session(qtbot: QtBot, hebei: Form) -> Session:
    """A session over two projects, the first with three indicators."""
    return Session(small_document(), hebei)
