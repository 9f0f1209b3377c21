"""Places are named as a person would find them."""

import pytest

from pbeditor.model.form import Form
from pbeditor.ui.places import place_name
from tests.ui.conftest import shell_document


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("title", "文档信息 · 标题"),
        ("department/code", "文档信息 · 部门（单位）"),
        ("overall/1/text", "部门整体绩效目标 · 分项绩效目标"),
        ("overall", "部门整体绩效目标"),
        ("projects", "预算项目"),
        ("projects/1", "2 培训经费"),
        ("projects/1/budget/fiscal", "2 培训经费 · 财政资金"),
        ("projects/1/plan/2", "2 培训经费 · 资金支出计划 10月底"),
        ("projects/1/indicators", "2 培训经费 · 绩效指标"),
        ("projects/1/indicators/3", "2 培训经费 · 第4行指标"),
        ("projects/1/indicators/3/target/number", "2 培训经费 · 第4行 指标值"),
    ],
)
def test_a_path_is_named(hebei: Form, path: str, name: str) -> None:
    assert place_name(shell_document(), hebei, path) == name


def test_a_long_name_leaves_room_for_the_field(hebei: Form) -> None:
    assert place_name(shell_document(), hebei, "projects/1/code", longest=3) == "2 培训… · 项目编码"
