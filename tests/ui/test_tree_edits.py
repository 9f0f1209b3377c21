"""What the tree's commands do: one step each, with a name, and the focus where one goes on."""

import pytest
from pytestqt.qtbot import QtBot

from pbeditor.ui.nodes import DOCUMENT, Node
from pbeditor.ui.session import Session
from pbeditor.ui.tree_edits import add_project, add_section, can_change, can_shift, delete, duplicate, shift

FIRST, SECOND, THIRD = (Node("project", key) for key in ("6X18", "6HMH", "7A01"))


def names(session: Session) -> list[str]:
    return [project.name for project in session.document.projects]


def headings(session: Session) -> list[str]:
    return [section.heading for section in session.document.overall]


def last_step(session: Session) -> str:
    return session.history.past[-1].label


def test_a_new_project_stands_below_the_selected_one_and_is_shown(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.place_requested) as shown:
        add_project(session, [FIRST])
    assert names(session) == ["活动经费", "", "培训经费", "会议费"]
    assert shown.args == ["projects/1/name"]
    assert session.document.projects[1].unit == session.document.projects[0].unit


def test_without_a_selected_project_it_stands_at_the_end(session: Session) -> None:
    add_project(session, [DOCUMENT])
    assert names(session)[-1] == ""


def test_several_projects_are_copied_as_one_step(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.place_requested) as shown:
        duplicate(session, [FIRST, SECOND])
    assert names(session) == ["活动经费", "培训经费", "活动经费", "培训经费", "会议费"]
    assert shown.args == ["projects/2/name"]
    assert last_step(session) == "复制 2 个项目"
    session.undo()
    assert len(names(session)) == 3


def test_a_deleted_project_comes_back_by_one_undo(session: Session) -> None:
    delete(session, [SECOND])
    assert last_step(session) == "删除项目“培训经费”"
    session.undo()
    assert names(session) == ["活动经费", "培训经费", "会议费"]


def test_projects_move_together_and_stop_at_the_edge(session: Session) -> None:
    shift(session, [SECOND, THIRD], -1)
    assert names(session) == ["培训经费", "会议费", "活动经费"]
    assert not can_shift(session, [SECOND, THIRD], -1)
    assert can_shift(session, [SECOND, THIRD], 1)


def test_a_new_section_is_called_as_the_form_calls_the_one_missing(session: Session) -> None:
    add_section(session, [Node("section", "1")])
    assert headings(session) == ["总体绩效目标", "分项绩效目标", "工作保障措施"]


def test_a_section_moves_and_goes(session: Session) -> None:
    shift(session, [Node("section", "0")], 1)
    assert headings(session) == ["分项绩效目标", "总体绩效目标"]
    delete(session, [Node("section", "0")])
    assert headings(session) == ["总体绩效目标"]


@pytest.mark.parametrize("selected", [[DOCUMENT], [], [Node("section", "0"), Node("section", "1")]])
def test_nothing_to_delete_or_move(session: Session, selected: list[Node]) -> None:
    assert not can_change(selected)
    assert not can_shift(session, selected, 1)
