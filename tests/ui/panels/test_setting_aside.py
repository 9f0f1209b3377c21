"""静音 and 已核实 through the panel: asked for on the spot, listed, undone, shown again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pbeditor.edit.place import put
from pbeditor.edit.review import confirm
from pbeditor.model.document import Muted
from pbeditor.store.project_file import decode, encode
from pbeditor.ui.models.aside_table import KIND, PLACE, REASON, TEXT
from pbeditor.ui.panels.problem_panel import ProblemPanel
from pbeditor.ui.session import Session
from tests.ui.panels.findings import select, shown

CODE = "projects/2/code"


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProblemPanel:
    session.write("改", CODE, "")
    panel = shown(qtbot, session)
    QAbstractItemModelTester(panel.aside.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    select(panel, CODE)
    return panel


def give(panel: ProblemPanel, reason: str) -> None:
    QTest.keyClicks(panel.detail.ask.text, reason) if reason.isascii() else panel.detail.ask.text.setText(reason)
    QTest.keyClick(panel.detail.ask.text, Qt.Key.Key_Return)


def listed(panel: ProblemPanel) -> list[tuple[str, ...]]:
    panel.show_aside(shown=True)
    model = panel.aside.model
    columns = (KIND, TEXT, PLACE, REASON)
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def test_a_finding_is_confirmed_with_a_reason_and_listed(session: Session, panel: ProblemPanel) -> None:
    finding = session.checked.at(CODE)[0]
    panel.detail.confirm.click()
    give(panel, "另行下达")
    assert session.checked.at(CODE) == ()
    assert panel.bar.aside.text() == "已静音与已核实 1"
    assert listed(panel) == [("已核实", finding.message, "项目3“会议费” 项目编码", "另行下达")]
    session.undo()
    assert session.checked.at(CODE) == (finding,)


def test_a_rule_is_muted_without_a_reason_and_tells_its_count(session: Session, panel: ProblemPanel) -> None:
    group = session.checked.groups[0]
    panel.tree.setCurrentIndex(panel.model.index(0, 0))
    panel.detail.mute.click()
    give(panel, "")
    assert session.document.muted == (Muted(group.rule),)
    assert group.rule not in {each.rule for each in session.checked.groups}
    assert listed(panel) == [("已静音", group.title, f"{group.count} 条", "")]
    assert panel.aside._head.text() == f"已静音 1 项检查（共 {group.count} 条）"
    assert decode(encode(session.document), "绩效").muted == session.document.muted


def test_esc_gives_up_and_another_line_too(session: Session, panel: ProblemPanel) -> None:
    before = session.document
    panel.mute()
    QTest.keyClick(panel.detail.ask.text, Qt.Key.Key_Escape)
    panel.confirm()
    panel.tree.setCurrentIndex(panel.tree.currentIndex().parent())
    assert panel.detail.confirm.isHidden()
    assert not panel.detail.ask.isVisible()
    assert session.document is before


def test_only_the_finding_asked_about_is_confirmed(session: Session, panel: ProblemPanel) -> None:
    panel.confirm()
    session.write("填写", CODE, "203-0401-JBN-7A01")
    give(panel, "ok")
    assert session.document.confirmed == ()


def test_what_was_set_aside_is_shown_again_as_one_step(session: Session, panel: ProblemPanel) -> None:
    before = session.document
    panel.confirm()
    give(panel, "")
    panel.tree.setCurrentIndex(panel.model.index(0, 0))
    panel.mute()
    give(panel, "ok")
    assert len(listed(panel)) == 2
    panel.aside.list.selectAll()
    QTest.keyClick(panel.aside.list, Qt.Key.Key_Delete)
    assert session.document == before
    panel.follow()
    assert panel.aside._head.text() == "没有静音的检查，也没有核实过的问题"
    session.undo()
    panel.follow()
    assert panel.aside.model.rowCount() == 2


def test_a_confirmation_that_fits_nothing_any_more_is_listed_as_such(session: Session, panel: ProblemPanel) -> None:
    panel.confirm()
    give(panel, "old")
    session.apply("改", lambda document: put(document, CODE, "203-0401-JBN-7A01"))
    assert [(line[0], line[3]) for line in listed(panel)] == [("已过时", "old")]


def test_what_is_confirmed_once_is_counted_once_however_often_it_is_found(
    session: Session, panel: ProblemPanel
) -> None:
    jump = "1、做好工作。\n3、做好服务。"
    session.write("改", "overall/0/text", f"{jump}\n{jump}")
    found = [each for each in session.checked.problems if "应为2" in each.message]
    assert len(found) == 2
    session.apply("核实", lambda document: confirm(document, found[0].rule, found[0].path, found[0].message))
    assert len(listed(panel)) == 1
    assert panel.aside._head.text() == "已核实 1 条"


def test_enter_goes_to_a_confirmed_place_and_esc_back_to_the_findings(
    qtbot: QtBot, session: Session, panel: ProblemPanel
) -> None:
    panel.confirm()
    give(panel, "")
    listed(panel)
    panel.aside.list.setCurrentIndex(panel.aside.model.index(0, TEXT))
    with qtbot.waitSignal(session.place_requested) as wanted:
        QTest.keyClick(panel.aside.list, Qt.Key.Key_Return)
    assert wanted.args == [CODE]
    QTest.keyClick(panel.aside.list, Qt.Key.Key_Escape)
    assert panel.tree.isVisible()
    assert not panel.bar.aside.isChecked()


def test_the_menu_of_a_finding_offers_what_can_be_done_with_it(panel: ProblemPanel) -> None:
    panel.tree.customContextMenuRequested.emit(panel.tree.visualRect(panel.tree.currentIndex()).center())
    menu = panel.findChild(QMenu)
    assert menu is not None
    texts = [action.text().split("(")[0] for action in menu.actions()]
    assert texts == ["转到", "已核实这一处", "静音这项检查", "复制"]
    menu.close()


def test_undoing_it_leads_nowhere_else(session: Session, panel: ProblemPanel) -> None:
    walked: list[str] = []
    session.place_requested.connect(walked.append)
    panel.confirm()
    give(panel, "")
    session.undo()
    session.redo()
    assert walked == []
