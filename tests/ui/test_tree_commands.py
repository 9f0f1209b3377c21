"""Cut, copy, paste, sort and group through the window's commands."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Budget, Document, Indicator, Project, Unit
from pbeditor.ui.editors.inputs import LineInput
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import Node
from pbeditor.ui.tree_clips import MIME, clip, clipped

FIRST, SECOND, THIRD = (Node("project", key) for key in ("6X18", "6HMH", "7A01"))
CONTROL = Qt.KeyboardModifier.ControlModifier


def names(window: MainWindow) -> list[str]:
    return [project.name for project in window.session.document.projects]


def test_copied_projects_are_pasted_below_the_selected_one_under_new_ids(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.select_projects(["6X18", "6HMH"])
    opened.commands["copy"].trigger()
    opened.tree.show_node(THIRD)
    opened.commands["paste"].trigger()
    assert names(opened) == ["活动经费", "培训经费", "会议费", "活动经费", "培训经费"]
    assert len({project.id for project in opened.session.document.projects}) == 5
    assert [node.key for node in opened.tree.selected()] == [p.id for p in opened.session.document.projects[3:]]
    opened.session.undo()
    assert len(names(opened)) == 3


def test_cut_is_one_step_and_paste_another(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(FIRST)
    opened.commands["cut"].trigger()
    assert names(opened) == ["培训经费", "会议费"]
    opened.tree.show_node(THIRD)
    opened.commands["paste"].trigger()
    assert names(opened) == ["培训经费", "会议费", "活动经费"]
    assert [step.label for step in opened.session.history.past] == ["剪切项目“活动经费”", "粘贴项目“活动经费”"]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [(["6X18"], "已删除项目“活动经费”，可以撤销。"), (["6X18", "7A01"], "已删除 2 个项目，可以撤销。")],
)
def test_what_is_deleted_is_told_with_the_way_back(opened: MainWindow, chosen: list[str], told: str) -> None:
    opened.tree.select_projects(chosen)
    opened.commands["delete"].trigger()
    assert opened.status.currentMessage() == told


def test_the_keys_work_in_the_tree(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(FIRST)
    opened.tree.tree.setFocus()
    qtbot.keyClick(opened.tree.tree, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(opened.tree.tree, Qt.Key.Key_V, CONTROL)
    assert names(opened) == ["活动经费", "活动经费", "培训经费", "会议费"]


def test_other_programs_get_a_table(opened: MainWindow) -> None:
    mime = clip(opened.session.document, ["6X18"])
    assert mime.text().splitlines()[1].split("\t") == ["203-0401-JBN-6X18", "活动经费", "2.00", "2.00", ""]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": "other", "version": 1}'])
def test_a_damaged_clip_holds_no_projects(opened: MainWindow, data: bytes) -> None:
    mime = QMimeData()
    mime.setData(MIME, data)
    assert clipped(mime, opened.session) == ()


def test_pasting_what_is_no_project_says_what_to_do(opened: MainWindow) -> None:
    QGuiApplication.clipboard().setText("文字")
    opened.commands["paste"].trigger()
    assert "剪贴板里没有项目" in opened.status.currentMessage()
    assert len(names(opened)) == 3


@pytest.mark.parametrize(
    ("command", "order"),
    [
        ("sort_code", ["培训经费", "活动经费", "会议费"]),
        ("sort_amount", ["培训经费", "会议费", "活动经费"]),
        ("sort_name", ["会议费", "活动经费", "培训经费"]),
    ],
)
def test_sorting_is_one_step(opened: MainWindow, command: str, order: list[str]) -> None:
    before = names(opened)
    opened.commands[command].trigger()
    assert names(opened) == order
    opened.session.undo()
    assert names(opened) == before


def test_what_has_no_amount_comes_last(opened: MainWindow) -> None:
    opened.session.write("清空", "projects/1/budget/total", "待定")
    opened.commands["sort_amount"].trigger()
    assert names(opened) == ["会议费", "活动经费", "培训经费"]


def test_grouped_by_unit_moving_up_passes_the_neighbour_of_the_same_unit(opened: MainWindow) -> None:
    away = Unit("203003", "某党校")

    def divided(projects: tuple[Project, ...]) -> tuple[Project, ...]:
        return (projects[0], replace(projects[1], unit=away), projects[2])

    opened.session.apply("改单位", lambda d: replace(d, projects=divided(d.projects)))
    opened.commands["by_unit"].trigger()
    assert opened.commands["by_unit"].isChecked()
    opened.tree.show_node(THIRD)
    opened.commands["up"].trigger()
    assert names(opened) == ["会议费", "培训经费", "活动经费"]
    assert not opened.commands["up"].isEnabled()


def test_projects_of_a_document_in_another_unit_and_form_come_in_those_of_mine(opened: MainWindow) -> None:
    row = Indicator("r", "成本指标", "经济成本指标", "总成本")
    project = Project("z", name="外来", budget=Budget("20000", "20000"), indicators=(row,))
    theirs = Document("mof-2021", 2021, money_unit="元", projects=(project,))
    QGuiApplication.clipboard().setMimeData(clip(theirs, ["z"]))
    opened.commands["paste"].trigger()
    pasted = next(each for each in opened.session.document.projects if each.name == "外来")
    assert pasted.budget == Budget("2.00", "2.00")
    assert pasted.indicators[0].level1 == "产出指标"


def test_when_a_new_project_is_taken_back_nothing_is_typed_into_another_one(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.tree.show_node(SECOND)
    opened.commands["add_project"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, LineInput)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert opened.tree.current() == SECOND
    assert opened.tree.tree.hasFocus()
    before = opened.session.document
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert opened.session.document is before


def test_a_copy_of_a_project_is_renamed_from_its_end(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.session.go_to("projects/1/name")
    opened.tree.show_node(FIRST)
    opened.commands["duplicate"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert names(opened) == ["活动经费", "活动经费x", "培训经费", "会议费"]


def test_what_the_filter_hides_no_command_is_offered_for(opened: MainWindow) -> None:
    opened.tree.show_node(Node("project", "6X18"))
    assert opened.commands["duplicate"].isEnabled()
    opened.tree.filter.setText("没有这样的")
    assert not opened.commands["duplicate"].isEnabled()
    opened.tree.filter.clear()
    assert opened.commands["duplicate"].isEnabled()
