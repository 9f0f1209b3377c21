"""Paths in the words of the form."""

import pytest

from pbeditor.edit.place_name import place_name
from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.model.form import Form

DOCUMENT = Document(
    "hebei-2020",
    2020,
    overall=(Section("总体绩效目标"),),
    projects=(Project("p", code="A-1", indicators=(Indicator("i"),)), Project("q", name="乙项目")),
)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", "全文"),
        ("projects", "全文"),
        ("title", "标题"),
        ("department/code", "部门 代码"),
        ("projects/7/code", "项目8“” 项目编码"),
        ("overall/4", "第一部分 部门整体绩效目标“”"),
        ("muted/0/reason", "已静音的检查"),
        ("confirmed/1", "已核实的问题"),
        ("department/name", "部门 名称"),
        ("periods", "资金支出计划（%）的期别"),
        ("periods/1", "资金支出计划（%）的期别 第2期"),
        ("overall/0", "第一部分 部门整体绩效目标“总体绩效目标”"),
        ("overall/0/heading", "第一部分 部门整体绩效目标“总体绩效目标” 标题"),
        ("projects/0", "项目1“A-1”"),
        ("projects/1", "项目2“乙项目”"),
        ("projects/1/unit/name", "项目2“乙项目” 部门（单位） 名称"),
        ("projects/1/code", "项目2“乙项目” 项目编码"),
        ("projects/1/budget/fiscal", "项目2“乙项目” 财政资金"),
        ("projects/1/plan", "项目2“乙项目” 资金支出计划（%）"),
        ("projects/1/plan/2", "项目2“乙项目” 资金支出计划（%） 10月底"),
        ("projects/1/plan/6", "项目2“乙项目” 资金支出计划（%） 第7期"),
        ("projects/1/goals", "项目2“乙项目” 绩效目标"),
        ("projects/0/indicators", "项目1“A-1” 绩效指标"),
        ("projects/0/indicators/0", "项目1“A-1”绩效指标第1行"),
        ("projects/0/indicators/0/basis", "项目1“A-1”绩效指标第1行 指标值确定依据"),
        ("projects/0/indicators/0/target", "项目1“A-1”绩效指标第1行 指标值"),
        ("projects/0/indicators/0/target/operator", "项目1“A-1”绩效指标第1行 指标值 符号"),
    ],
)
def test_a_path_is_named_as_a_person_would(path: str, name: str, hebei: Form) -> None:
    assert place_name(DOCUMENT, hebei, path) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("projects/1/code", "项目2“乙…” 项目编码"),
        ("projects/0/indicators/0/target", "项目1“A…” 第1行 指标值"),
        ("projects/0/indicators/0", "项目1“A…” 第1行"),
    ],
)
def test_a_long_name_leaves_room_for_the_field(path: str, name: str, hebei: Form) -> None:
    assert place_name(DOCUMENT, hebei, path, longest=2) == name
