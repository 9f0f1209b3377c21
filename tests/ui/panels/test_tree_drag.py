"""Dragging in the project tree through real drag events."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.ui.nodes import OVERALL, PROJECTS, Node
from pbeditor.ui.panels.project_panel import ProjectPanel
from pbeditor.ui.session import Session
from pbeditor.ui.tree_clips import clipped
from tests.ui.conftest import shell_document

FIRST, SECOND, THIRD = (Node("project", key) for key in ("6X18", "6HMH", "7A01"))
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown_panel(qtbot: QtBot, session: Session) -> ProjectPanel:
    panel = ProjectPanel(session)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show()
    return panel


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProjectPanel:
    return shown_panel(qtbot, session)


def names(session: Session) -> list[str]:
    return [project.name for project in session.document.projects]


def packed(panel: ProjectPanel, *nodes: Node) -> QMimeData:
    mime = panel.model.mimeData([panel.model.index_of(node) for node in nodes])
    mime.setParent(panel)
    return mime


def place(panel: ProjectPanel, node: Node, share: float) -> QPoint:
    """A point in the row of `node`, `share` of its height below its top."""
    box = panel.tree.visualRect(panel.model.index_of(node))
    return QPoint(box.left() + 20, box.top() + round(box.height() * share))


def drop(panel: ProjectPanel, mime: QMimeData, where: QPoint, action: Qt.DropAction = MOVE) -> bool:
    """Drag over `where` and let go; whether the drop was taken."""
    view = panel.tree.viewport()
    enter = QDragEnterEvent(where, MOVE | COPY, mime, LEFT, NONE)
    enter.setDropAction(action)
    QApplication.sendEvent(view, enter)
    over = QDragMoveEvent(where, MOVE | COPY, mime, LEFT, NONE)
    over.setDropAction(action)
    QApplication.sendEvent(view, over)
    event = QDropEvent(QPointF(where), MOVE | COPY, mime, LEFT, NONE)
    event.setDropAction(action)
    QApplication.sendEvent(view, event)
    assert event.isAccepted() == over.isAccepted()
    return event.isAccepted()


def test_several_projects_dropped_between_two_stand_there_as_one_step(session: Session, panel: ProjectPanel) -> None:
    assert drop(panel, packed(panel, SECOND, THIRD), place(panel, FIRST, 0.05))
    assert names(session) == ["培训经费", "会议费", "活动经费"]
    assert session.history.past[-1].label == "移动 2 个项目"
    session.undo()
    assert names(session) == ["活动经费", "培训经费", "会议费"]


def test_a_drop_on_a_project_goes_after_it(session: Session, panel: ProjectPanel) -> None:
    assert drop(panel, packed(panel, FIRST), place(panel, SECOND, 0.5))
    assert names(session) == ["培训经费", "活动经费", "会议费"]


def test_a_drop_below_everything_goes_to_the_end(session: Session, panel: ProjectPanel) -> None:
    assert drop(panel, packed(panel, FIRST), QPoint(40, 480))
    assert names(session)[-1] == "活动经费"


@pytest.mark.parametrize("node", [OVERALL, PROJECTS, Node("section", "0")])
def test_a_project_dropped_on_a_heading_or_section_is_refused(
    session: Session, panel: ProjectPanel, node: Node
) -> None:
    assert not drop(panel, packed(panel, FIRST), place(panel, node, 0.5))
    assert session.document == shell_document()


def test_sections_change_places_by_drag(session: Session, panel: ProjectPanel) -> None:
    assert drop(panel, packed(panel, Node("section", "0")), place(panel, Node("section", "1"), 0.95))
    assert [section.heading for section in session.document.overall] == ["分项绩效目标", "总体绩效目标"]
    assert session.history.past[-1].label == "移动“总体绩效目标”"


def test_a_section_does_not_go_among_projects(session: Session, panel: ProjectPanel) -> None:
    assert not drop(panel, packed(panel, Node("section", "0")), place(panel, SECOND, 0.05))


def test_projects_and_sections_together_cannot_be_dragged(panel: ProjectPanel) -> None:
    assert panel.model.mimeData([panel.model.index_of(node) for node in (FIRST, Node("section", "0"))]) is None


def test_with_ctrl_held_a_drop_makes_a_copy(session: Session, panel: ProjectPanel) -> None:
    assert drop(panel, packed(panel, FIRST), place(panel, SECOND, 0.95), COPY)
    assert names(session) == ["活动经费", "培训经费", "活动经费", "会议费"]


def test_projects_of_another_window_come_as_copies_with_ids_of_their_own(
    qtbot: QtBot, hebei: Form, session: Session, panel: ProjectPanel
) -> None:
    other = shown_panel(qtbot, Session(shell_document(), hebei, session))
    assert drop(panel, packed(other, THIRD), place(panel, FIRST, 0.95))
    assert names(session) == ["活动经费", "会议费", "培训经费", "会议费"]
    assert len({project.id for project in session.document.projects}) == 4


def test_what_is_no_project_passes_the_tree_by(panel: ProjectPanel) -> None:
    mime = QMimeData()
    mime.setText("文字")
    assert not drop(panel, mime, place(panel, FIRST, 0.5))


def test_moved_projects_stay_selected(session: Session, panel: ProjectPanel) -> None:
    panel.select_projects(["6HMH", "7A01"])
    drop(panel, packed(panel, SECOND, THIRD), place(panel, FIRST, 0.05))
    assert panel.selected() == [SECOND, THIRD]


def test_among_units_a_project_keeps_to_its_own(session: Session, panel: ProjectPanel) -> None:
    away = Unit("203003", "某党校")
    session.apply("改单位", lambda d: replace(d, projects=(*d.projects[:2], replace(d.projects[2], unit=away))))
    panel.group_by_unit(True)
    assert not drop(panel, packed(panel, FIRST), place(panel, THIRD, 0.95))
    assert drop(panel, packed(panel, FIRST), place(panel, SECOND, 0.95))
    assert names(session) == ["培训经费", "活动经费", "会议费"]


def test_several_rows_are_dragged_by_mouse_as_one_small_label(
    qtbot: QtBot, panel: ProjectPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: started.append(drag))
    panel.select_projects(["6HMH", "7A01"])
    panel.tree.startDrag(MOVE)
    assert [project.id for project in clipped(started[0].mimeData(), panel._session)] == ["6HMH", "7A01"]
    assert started[0].pixmap().width() < 100


def test_headings_alone_are_not_dragged(panel: ProjectPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: started.append(drag))
    panel.show_node(PROJECTS)
    panel.tree.startDrag(MOVE)
    assert started == []
