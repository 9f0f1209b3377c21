"""The problems: short at opening, going to fields, mending, and never in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pbeditor.check.engine import check
from pbeditor.ui.panels.problem_panel import LINES_AT_OPENING, ProblemPanel
from pbeditor.ui.session import Session
from pbeditor.work.opening import open_any


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProblemPanel:
    session.write("改", "projects/0/budget/fiscal", "1.50")
    session.write("改", "projects/2/code", "")
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> ProblemPanel:
    panel = ProblemPanel(session)
    qtbot.addWidget(panel)
    panel.resize(900, 160)
    panel.show()
    return panel


def select(panel: ProblemPanel, path: str) -> None:
    index = next(index for problem, index in panel.model.problems() if problem.path.startswith(path))
    panel.tree.expand(index.parent())
    panel.tree.setCurrentIndex(index)


def lines(panel: ProblemPanel) -> int:
    count, index = 0, panel.model.index(0, 0)
    while index.isValid():
        count, index = count + 1, panel.tree.indexBelow(index)
    return count


def test_the_real_document_opens_with_a_short_list(qtbot: QtBot, real_folder: Path) -> None:
    opened = open_any(real_folder / "2020.docx")
    panel = shown(qtbot, Session(opened.document, opened.form))
    assert 0 < lines(panel) <= LINES_AT_OPENING
    severities = [group.severity for group in panel._session.checked.groups]
    assert severities == sorted(severities, key=["error", "warning", "hint"].index)


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
    count = len(panel.model.problems())
    for _ in range(count + 1):
        panel.go(1)
    panel.go(-1)
    expected = [problem.path for problem, _ in panel.model.problems()]
    assert walked == [*expected, expected[0], expected[-1]]


def test_a_fix_is_one_step(session: Session, panel: ProblemPanel) -> None:
    before = session.document
    index = next(index for problem, index in panel.model.problems() if problem.fix)
    panel.tree.setCurrentIndex(index)
    panel.fix()
    assert session.document != before
    session.undo()
    assert session.document == before


def test_the_list_keeps_what_is_selected_while_others_come_and_go(session: Session, panel: ProblemPanel) -> None:
    select(panel, "projects/2/code")
    session.write("改", "projects/0/budget/fiscal", "2.00")
    session.write("改", "projects/1/name", "")
    panel._follow()
    problem = panel.current()
    assert problem is not None
    assert problem.path == "projects/2/code"


def test_the_line_at_the_top_stays_where_it_is(session: Session, panel: ProblemPanel) -> None:
    panel.tree.expandAll()
    bar = panel.tree.verticalScrollBar()
    bar.setValue(bar.maximum())
    top = panel.tree.indexAt(panel.tree.viewport().rect().topLeft())
    text, place = top.data(), panel.tree.visualRect(top).top()
    session.write("改", "projects/1/name", "")
    panel._follow()
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
    assert any(problem.path == "projects/1/code" for problem, _ in panel.model.problems())


def test_without_findings_nothing_happens(session: Session, panel: ProblemPanel) -> None:
    session.checked = check(session.document, session.form, rules=())
    before = session.document
    panel.go(1)
    panel.fix()
    panel.fix_group()
    assert panel.current() is None
    assert session.document is before
