"""The problems: short at opening, going to fields, and never in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pbeditor.check.engine import check
from pbeditor.check.problem import Problem
from pbeditor.edit.projects import delete_projects
from pbeditor.ui.memory import Memory
from pbeditor.ui.models.problem_tree import PLACE
from pbeditor.ui.nodes import DOCUMENT, Node
from pbeditor.ui.panels.problem_panel import ProblemPanel
from pbeditor.ui.panels.problem_view import LINES_AT_OPENING
from pbeditor.ui.session import Session
from pbeditor.work.opening import open_any
from tests.ui.panels.findings import select, shown


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProblemPanel:
    session.write("改", "projects/0/budget/fiscal", "1.50")
    session.write("改", "projects/2/code", "")
    return shown(qtbot, session)


def lines(panel: ProblemPanel) -> list[QModelIndex]:
    """What is unfolded, from top to bottom."""
    found, index = [], panel.model.index(0, 0)
    while index.isValid():
        found.append(index)
        index = panel.tree.indexBelow(index)
    return found


def current(panel: ProblemPanel) -> Problem:
    problem = panel.current()
    assert problem is not None
    return problem


def test_the_real_document_opens_with_a_short_list(qtbot: QtBot, real_folder: Path) -> None:
    opened = open_any(real_folder / "2020.docx")
    session = Session(opened.document, opened.form)
    panel = shown(qtbot, session)
    session.look()
    assert 0 < len(lines(panel)) <= LINES_AT_OPENING
    assert panel.tree.isExpanded(panel.model.index(0, 0))
    severities = [group.severity for group in session.checked.groups]
    assert severities == sorted(severities, key=["error", "warning", "hint"].index)


def test_lines_are_built_only_where_a_rule_is_unfolded(session: Session, panel: ProblemPanel) -> None:
    panel.tree.collapseAll()
    rules = [panel.model.index(row, 0) for row in range(panel.model.rowCount())]
    assert [panel.model.rowCount(rule) for rule in rules] == [0] * len(rules)
    panel.tree.expand(rules[0])
    assert panel.model.rowCount(rules[0]) == session.checked.groups[0].count


def test_a_click_goes_to_the_field(qtbot: QtBot, session: Session, panel: ProblemPanel) -> None:
    select(panel, "projects/2/code")
    place = panel.tree.visualRect(panel.tree.currentIndex()).center()
    with qtbot.waitSignal(session.place_requested) as wanted:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == ["projects/2/code"]


def test_enter_goes_to_the_field(qtbot: QtBot, session: Session, panel: ProblemPanel) -> None:
    select(panel, "projects/2/code")
    with qtbot.waitSignal(session.place_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)


def test_f8_walks_through_all_findings_round_and_round(session: Session, panel: ProblemPanel) -> None:
    walked: list[str] = []
    session.place_requested.connect(walked.append)
    expected = [problem.path for group in session.checked.groups for problem in group.problems]
    for _ in range(len(expected) + 1):
        panel.go(1)
    panel.go(-1)
    panel.go(-1)
    assert walked == [*expected, expected[0], expected[-1], expected[-2]]


def test_f8_folds_again_what_it_unfolded(session: Session, panel: ProblemPanel) -> None:
    panel.tree.collapseAll()
    for _ in session.checked.problems:
        panel.go(1)
    unfolded = [row for row in range(panel.model.rowCount()) if panel.tree.isExpanded(panel.model.index(row, 0))]
    assert unfolded == [panel.model.rowCount() - 1]


@pytest.mark.parametrize("step", [1, -1])
def test_f8_shows_the_rule_above_the_finding_where_there_is_room(
    session: Session, panel: ProblemPanel, step: int
) -> None:
    tree = panel.tree
    for _ in range(2 * len(session.checked.problems)):
        panel.go(step)
        finding, room = tree.visualRect(tree.currentIndex()), tree.viewport().height()
        rule = tree.visualRect(tree.currentIndex().parent())
        assert 0 <= finding.top() <= finding.bottom() <= room
        assert rule.top() >= 0 or finding.bottom() - rule.top() >= room


def test_f8_leaves_nothing_out_when_findings_are_mended_on_the_way(session: Session, panel: ProblemPanel) -> None:
    for row in range(3):
        session.write("清空", f"projects/{row}/goals", "")
    panel.follow()
    select(panel, "projects/0/goals")
    panel.tree.setCurrentIndex(panel.tree.currentIndex().parent())
    walked: list[str] = []
    session.place_requested.connect(walked.append)
    for row in range(3):
        panel.go(1)
        session.write("填写", f"projects/{row}/goals", "1、完成 100% 的工作。")
    assert walked == [f"projects/{row}/goals" for row in range(3)]


def test_f8_goes_on_from_a_mended_finding_though_a_graver_one_came_in_above(
    session: Session, panel: ProblemPanel
) -> None:
    for project in range(3):
        for part in ("total", "fiscal"):
            session.write("清空", f"projects/{project}/budget/{part}", "")
    panel.follow()
    walked: list[str] = []
    session.place_requested.connect(walked.append)
    select(panel, "projects/0/budget/total")
    panel.tree.activated.emit(panel.tree.currentIndex())
    session.write("改", "projects/0/budget/total", "40.00")
    panel.go(1)
    assert walked == ["projects/0/budget/total", "projects/1/budget/total"]


def test_f8_goes_back_from_a_rule_that_is_gone_though_a_graver_one_came_in_above(
    session: Session, panel: ProblemPanel
) -> None:
    for part in ("total", "fiscal"):
        session.write("清空", f"projects/1/budget/{part}", "")
    panel.follow()
    select(panel, "projects/1/budget/total")
    panel.tree.activated.emit(panel.tree.currentIndex())
    group = panel.tree.currentIndex().parent().row()
    above = panel.model.group(panel.model.index(group - 1, 0))
    session.write("改", "projects/1/budget/total", "40.00")
    panel.go(-1)
    now = panel.model.group(panel.tree.currentIndex())
    assert above is not None
    assert now is not None
    assert now.rule == above.rule


def test_the_list_keeps_what_is_selected_while_others_come_and_go(session: Session, panel: ProblemPanel) -> None:
    select(panel, "projects/2/code")
    session.write("改", "projects/0/budget/fiscal", "2.00")
    session.write("改", "projects/1/name", "")
    panel.follow()
    assert current(panel).path == "projects/2/code"


def test_the_name_of_a_rule_has_the_whole_line_also_when_it_came_later(session: Session, panel: ProblemPanel) -> None:
    before = panel.model.rowCount()
    session.write("改", "projects/0/plan/0", "200")
    panel.follow()
    assert panel.model.rowCount() > before
    top = QModelIndex()
    assert all(panel.tree.isFirstColumnSpanned(row, top) for row in range(panel.model.rowCount()))
    assert not panel.tree.isFirstColumnSpanned(0, panel.model.index(0, 0))


def test_the_line_at_the_top_stays_where_it_is(session: Session, panel: ProblemPanel) -> None:
    for row in range(panel.model.rowCount()):
        panel.tree.expand(panel.model.index(row, 0))
    bar = panel.tree.verticalScrollBar()
    bar.setValue(bar.maximum())
    top = panel.tree.indexAt(panel.tree.viewport().rect().topLeft())
    text, place = top.data(), panel.tree.visualRect(top).top()
    session.write("改", "projects/1/name", "")
    panel.follow()
    now = panel.tree.indexAt(panel.tree.viewport().rect().topLeft())
    assert (now.data(), panel.tree.visualRect(now).top()) == (text, place)


def test_it_waits_for_a_pause_and_never_takes_the_focus(qtbot: QtBot, session: Session, panel: ProblemPanel) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    with qtbot.waitSignal(panel.updated):
        session.write("改", "projects/1/code", "")
    assert field.hasFocus() or not panel.tree.hasFocus()
    select(panel, "projects/1/code")


def test_without_findings_nothing_happens(session: Session, panel: ProblemPanel) -> None:
    session._looking.checked = check(session.document, session.form, rules=())
    before = session.document
    panel.go(1)
    panel.fix()
    panel.fix_all()
    panel.confirm()
    panel.mute()
    assert panel.current() is None
    assert panel.bar.said.text() == "没有发现问题"
    assert session.document is before


def test_severities_are_switched_off_and_on_with_their_counts(session: Session, panel: ProblemPanel) -> None:
    counts = session.checked.counts
    assert panel.bar.severities["warning"].text() == f"警告 {counts['warning']}"
    QTest.mouseClick(panel.bar.severities["error"], Qt.MouseButton.LeftButton)
    assert f"{counts['error']} 条错误" in panel.bar.said.text()
    assert all(problem.severity != "error" for index in lines(panel) if (problem := panel.model.problem(index)))
    panel.bar.all.click()
    assert panel.bar.said.text() == ""
    assert panel.model.rowCount() == len(session.checked.groups)


def test_only_the_current_project_can_be_listed(session: Session, panel: ProblemPanel) -> None:
    assert not panel.bar.here.isEnabled()
    panel.look_at(Node("project", "7A01"))
    panel.bar.here.click()
    panel.look_at(DOCUMENT)
    walked: set[str] = set()
    for _ in session.checked.of("7A01"):
        panel.go(1)
        walked.add(current(panel).project)
    assert walked == {"7A01"}
    session.apply("删除", lambda document: delete_projects(document, ["7A01"]))
    panel.follow()
    assert panel.model.rowCount() == len(session.checked.groups)


def test_a_finding_says_why_it_matters(session: Session, panel: ProblemPanel) -> None:
    select(panel, "projects/2/code")
    group = panel.model.group(panel.tree.currentIndex())
    assert group is not None
    assert panel.detail.text.text() == current(panel).message
    assert panel.detail.why.text() == f"为什么：{group.why}"


def test_ctrl_c_copies_a_finding_with_its_place_and_a_rule_with_all_of_them(panel: ProblemPanel) -> None:
    select(panel, "projects/2/code")
    QTest.keyClick(panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    line = f"项目3“会议费” 项目编码：{current(panel).message}"
    assert QApplication.clipboard().text() == line
    panel.tree.setCurrentIndex(panel.tree.currentIndex().parent())
    QTest.keyClick(panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert line in QApplication.clipboard().text().splitlines()[1:]


def test_what_was_switched_off_stays_off_at_the_next_start(qtbot: QtBot, session: Session) -> None:
    first = shown(qtbot, session)
    first.use(Memory())
    first.bar.severities["hint"].setChecked(True)
    first.bar.severities["warning"].setChecked(False)
    again = shown(qtbot, session)
    again.use(Memory())
    assert again.bar.choice().severities == {"error", "hint"}
    session.open(session.document, session.form, None, saved=True)
    assert again.bar.choice().severities == {"error", "hint"}


def test_what_a_document_begins_with_is_not_remembered_as_a_choice(qtbot: QtBot, session: Session) -> None:
    panel = shown(qtbot, session)
    memory = Memory()
    panel.use(memory)
    assert memory.settings.severities == ()


def place_width(panel: ProblemPanel) -> int:
    return panel.tree.columnWidth(PLACE)


def test_a_place_has_all_the_room_that_the_sentences_leave(session: Session, panel: ProblemPanel) -> None:
    session.write("改", "projects/0/name", "全县机关事业单位工作人员职业道德建设与业务能力提升培训经费")
    panel.resize(1900, 190)
    panel.tree.collapseAll()
    select(panel, "projects/0/budget")
    panel.follow()
    line = panel.tree.currentIndex().siblingAtColumn(PLACE)
    assert place_width(panel) >= panel.tree.fontMetrics().horizontalAdvance(line.data())
    panel.resize(700, 190)
    QApplication.processEvents()
    assert place_width(panel) < panel.tree.viewport().width() / 2


def test_places_are_as_wide_as_before_once_letters_are_smaller_again(panel: ProblemPanel) -> None:
    panel.resize(1600, 190)
    select(panel, "projects/0/budget")
    QApplication.processEvents()
    before, letters = place_width(panel), panel.tree.font()
    panel.tree.setFont(QFont(letters.family(), letters.pointSize() * 2))
    assert place_width(panel) != before
    panel.tree.setFont(letters)
    assert place_width(panel) == before
