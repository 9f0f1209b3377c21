"""Fixes are shown before they are made, one at a time or a rule's together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from pbeditor.edit.place import get
from pbeditor.edit.projects import delete_projects
from pbeditor.ui.editors.fixes import described
from pbeditor.ui.models.fix_table import AFTER, BEFORE, PLACE
from pbeditor.ui.panels.problem_panel import ProblemPanel
from pbeditor.ui.session import Session
from tests.ui.panels.findings import select, shown

GOALS = [f"projects/{row}/goals" for row in range(3)]


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProblemPanel:
    """Every project's goals are numbered twice over."""
    for path in GOALS:
        session.write("改", path, "1、1.完成 3 次活动。")
    panel = shown(qtbot, session)
    QAbstractItemModelTester(panel.fixes.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    select(panel, GOALS[0], fixable(session))
    return panel


def fixable(session: Session) -> str:
    return next(problem.rule for problem in session.checked.at(GOALS[0]) if problem.fix)


def listed(panel: ProblemPanel) -> ProblemPanel:
    QTest.mouseClick(panel.detail.fix_all, Qt.MouseButton.LeftButton)
    return panel


def test_a_fix_tells_what_it_makes_of_the_text(session: Session, panel: ProblemPanel) -> None:
    assert panel.detail.change.text() == "原文“1、1.完成 3 次活动。”\n→ 改为“1、完成 3 次活动。”"
    before = session.document
    panel.detail.fix.click()
    assert get(session.document, GOALS[0]) == "1、完成 3 次活动。"
    session.undo()
    assert session.document == before


def test_a_fix_is_made_where_the_finding_is_now(session: Session, panel: ProblemPanel) -> None:
    select(panel, GOALS[1], fixable(session))
    session.apply("删除", lambda document: delete_projects(document, ["6X18"]))
    panel.fix()
    assert [get(session.document, path) for path in GOALS[:2]] == ["1、完成 3 次活动。", "1、1.完成 3 次活动。"]


def test_all_fixes_of_a_rule_are_listed_first(session: Session, panel: ProblemPanel) -> None:
    assert panel.detail.fix_all.text() == "全部改正 3 处…"
    before = session.document
    model = listed(panel).fixes.model
    assert [model.index(1, column).data() for column in (BEFORE, AFTER, PLACE)] == [
        "1、1.完成 3 次活动。",
        "1、完成 3 次活动。",
        "项目2“培训经费” 绩效目标",
    ]
    assert session.document is before
    assert panel.current() is None


def test_what_is_ticked_is_mended_as_one_step(qtbot: QtBot, session: Session, panel: ProblemPanel) -> None:
    before, model = session.document, listed(panel).fixes.model
    model.setData(model.index(1, BEFORE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert panel.fixes.go.text() == "改正所选 2 处"
    with qtbot.waitSignal(panel.told):
        QTest.keyClick(panel.fixes.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [get(session.document, path).startswith("1、1.") for path in GOALS] == [False, True, False]
    assert panel.tree.isVisible()
    session.undo()
    assert session.document == before


def test_the_list_follows_the_document_and_keeps_its_ticks(session: Session, panel: ProblemPanel) -> None:
    model = listed(panel).fixes.model
    model.setData(model.index(2, BEFORE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    session.apply("删除", lambda document: delete_projects(document, ["6X18"]))
    panel.follow()
    panel.fixes.mend()
    assert [get(session.document, path).startswith("1、1.") for path in GOALS[:2]] == [False, True]


def test_all_ticks_go_and_come_and_esc_leaves_everything_as_it_was(session: Session, panel: ProblemPanel) -> None:
    before = session.document
    listed(panel).fixes.all.click()
    assert not panel.fixes.go.isEnabled()
    panel.fixes.all.click()
    assert panel.fixes.go.text() == "改正所选 3 处"
    QTest.keyClick(panel.fixes.list, Qt.Key.Key_Escape)
    assert panel.tree.isVisible()
    assert session.document is before


def test_the_list_goes_when_there_is_nothing_left_to_mend(session: Session, panel: ProblemPanel) -> None:
    listed(panel)
    for path in GOALS:
        session.write("改", path, "1、完成 3 次活动。")
    panel.follow()
    assert panel.tree.isVisible()


def test_a_fix_beside_its_finding_is_told_with_the_field_it_changes(session: Session, panel: ProblemPanel) -> None:
    session.write("改", "projects/1/budget/fiscal", "")
    panel.follow()
    select(panel, "projects/1/budget/total")
    assert panel.detail.change.text() == "财政资金原文“（空）”\n→ 改为“15.00”"
    problem = panel.current()
    assert problem is not None
    assert described(session, problem) == "财政资金改为“15.00”"
    panel.fix_all()
    model = panel.fixes.model
    assert "财政资金" in model.index(0, PLACE).data()


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_enter_mends_what_is_ticked(session: Session, panel: ProblemPanel, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(listed(panel).fixes.list, Qt.Key.Key_Return, modifier)
    assert [get(session.document, path) for path in GOALS] == ["1、完成 3 次活动。"] * 3


def test_what_was_typed_since_the_list_was_shown_is_kept(session: Session, panel: ProblemPanel) -> None:
    listed(panel)
    session.write("改", GOALS[0], "1、1.完成 5 次培训。")
    panel.fixes.go.click()
    assert [get(session.document, path) for path in GOALS] == ["1、1.完成 5 次培训。", *["1、完成 3 次活动。"] * 2]


def test_fixes_follow_a_project_that_moved_since_the_list_was_shown(session: Session, panel: ProblemPanel) -> None:
    listed(panel)
    session.apply("删除", lambda document: delete_projects(document, ["6X18"]))
    before = session.document.projects
    panel.fixes.go.click()
    assert [each.goals for each in session.document.projects] == ["1、完成 3 次活动。"] * len(before)


def test_enter_on_cancel_mends_nothing(qtbot: QtBot, session: Session, panel: ProblemPanel) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    listed(panel).fixes.no.setFocus()
    before = session.document
    QTest.keyClick(panel.fixes.no, Qt.Key.Key_Return)
    assert session.document is before
    assert panel.tree.isVisible()


def test_the_list_keeps_to_the_project_that_is_chosen(session: Session, panel: ProblemPanel) -> None:
    panel.bar.set_project(session.document.projects[1].id)
    panel.bar.here.click()
    select(panel, GOALS[1], fixable(session))
    panel.fix_all()
    assert panel.fixes.model.rowCount() == 1
    session.write("改", "projects/1/purpose", "另一个用途。")
    panel.follow()
    assert panel.fixes.model.rowCount() == 1
    panel.fixes.go.click()
    assert [get(session.document, path).startswith("1、1.") for path in GOALS] == [True, False, True]
