"""A session over three projects, one of them longer than a page."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.ui.session import Session


def paper_document() -> Document:
    """Three projects; the second one's grid takes several pages."""
    row = Indicator("", "产出指标", "数量指标", "培训次数", "全年组织培训的次数", Target("≥", "3", "3次以上"))
    project = Project(
        "", Unit("203002", "某局"), "203-0401-JBN-6X18", plan=("25", "50", "75", "100"), goals="做好培训。"
    )
    counts = {"甲": 2, "乙": 60, "丙": 3}
    projects = tuple(
        replace(
            project,
            id=name,
            name=f"{name}项目",
            indicators=tuple(replace(row, id=f"{name}{number}") for number in range(count)),
        )
        for name, count in counts.items()
    )
    return Document("hebei-2020", 2020, "2020年部门预算绩效信息", overall=(Section("总体", "目标"),), projects=projects)


@pytest.fixture
def session(qtbot: QtBot, hebei: Form) -> Session:
    return Session(paper_document(), hebei)
