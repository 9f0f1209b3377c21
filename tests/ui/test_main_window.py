"""The window as a whole: its title, its menus, going to places, and dropping files on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pbeditor.store.project_file import save
from pbeditor.ui.editors.sum_line import SumLine
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.memory import Memory
from pbeditor.ui.nodes import OVERVIEW, PROJECTS, Node
from pbeditor.ui.pages.overview_page import OverviewPage
from pbeditor.ui.pages.section_page import SectionPage
from pbeditor.ui.panes import focus_into
from pbeditor.ui.session import Session
from tests.ui.conftest import shell_document


def test_it_begins_with_the_start_page_and_no_panels(window: MainWindow) -> None:
    assert window.start.isVisible()
    assert not window.tree_dock.isVisible()
    assert [name for name in ("save", "undo", "add_project", "word") if window.commands[name].isEnabled()] == []


def test_a_file_opens_with_its_overview(opened: MainWindow) -> None:
    assert opened.tree.current() == OVERVIEW
    assert isinstance(opened.pages.currentWidget(), OverviewPage)
    assert opened.tree_dock.isVisible()


def test_a_step_in_the_menu_keeps_its_own_quotes_and_signs(opened: MainWindow) -> None:
    opened.session.write("粘贴项目“水文&气象”", "title", "新标题")
    assert opened.commands["undo"].text() == "撤销“粘贴项目‘水文&&气象’”(&U)"


def test_the_menu_names_the_step_to_undo(opened: MainWindow) -> None:
    opened.session.write("修改标题", "title", "新标题")
    assert opened.commands["undo"].text() == "撤销“修改标题”(&U)"
    assert not opened.commands["redo"].isEnabled()
    opened.commands["undo"].trigger()
    assert opened.commands["redo"].text() == "重做“修改标题”(&R)"
    assert opened.session.document.title == "2020年部门预算绩效信息"


def test_going_to_a_place_shows_its_page_and_gives_the_focus(qtbot: QtBot, opened: MainWindow) -> None:
    opened.session.go_to("overall/1/text")
    page = opened.pages.currentWidget()
    assert isinstance(page, SectionPage)
    assert opened.tree.current() == Node("section", "1")
    assert page.isAncestorOf(opened.focusWidget())


def test_undo_shows_where_the_step_was_made(opened: MainWindow) -> None:
    opened.session.write("改", "overall/0/text", "别的")
    opened.session.go_to("title")
    opened.commands["undo"].trigger()
    assert opened.tree.current() == Node("section", "0")


@pytest.mark.parametrize("projects", [("6X18",), ("6X18", "6HMH", "7A01")])
def test_deleting_what_the_page_shows_leads_to_its_neighbour_in_the_tree_and_undo_back_to_it(
    opened: MainWindow, projects: tuple[str, ...]
) -> None:
    opened.tree.select_projects(projects)
    focus_into(opened.pages)
    opened.commands["delete"].trigger()
    assert opened.tree.tree.hasFocus()
    assert opened.tree.selected() == [opened.tree.current()]
    opened.session.undo()
    assert opened.tree.tree.hasFocus()
    assert opened.tree.current() == Node("project", projects[0])


def test_the_counts_follow_the_findings(qtbot: QtBot, opened: MainWindow) -> None:
    errors = opened.session.checked.counts["error"]
    with qtbot.waitSignal(opened.problems.updated):
        opened.session.write("清空", "title", "")
        opened.session.write("清空", "overall/0/text", "")
    now = opened.session.checked.counts["error"]
    assert now > errors
    assert opened.status._counts["error"].text() == f"错误 {now}"


def test_a_file_dropped_on_the_window_is_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "拖来的.pbproj"
    save(shell_document(), path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, keys))
    qtbot.waitUntil(lambda: window.files.is_open)
    assert window.files.name == "拖来的.pbproj"


def test_text_dropped_on_the_window_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("文字")
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, keys)
    entering.ignore()
    window.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_panels_can_be_hidden_and_shown_by_key(opened: MainWindow) -> None:
    opened.commands["show_problems"].trigger()
    assert not opened.problem_dock.isVisible()
    assert not opened.commands["show_problems"].isChecked()
    opened.commands["show_problems"].trigger()
    assert opened.problem_dock.isVisible()


def test_panels_come_back_as_the_user_left_them(opened: MainWindow, tmp_path: Path) -> None:
    opened.commands["show_problems"].trigger()
    opened.files.close()
    assert not opened.tree_dock.isVisible()
    opened.files.open_path(tmp_path / "绩效.pbproj")
    assert opened.tree_dock.isVisible()
    assert not opened.problem_dock.isVisible()


def test_a_new_start_shows_no_panels_beside_the_start_page(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    opened.commands["show_problems"].trigger()
    opened.close()
    again = MainWindow(Session(opened.session.document, opened.session.form), Memory())
    qtbot.addWidget(again)
    again.show()
    assert not again.tree_dock.isVisible()
    again.files.open_path(tmp_path / "绩效.pbproj")
    assert (again.tree_dock.isVisible(), again.problem_dock.isVisible()) == (True, False)


def test_f6_walks_from_tree_to_page_to_problems(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.tree.setFocus()
    walked = []
    for _ in range(3):
        opened.commands["pane"].trigger()
        walked.append(opened.focusWidget())
    assert opened.pages.isAncestorOf(walked[0])
    assert walked[1:] == [opened.problems.tree, opened.tree.tree]


def test_enter_in_the_tree_goes_into_the_page(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(Node("project", "6HMH"))
    opened.tree.tree.setFocus()
    qtbot.keyClick(opened.tree.tree, Qt.Key.Key_Return)
    assert opened.pages.isAncestorOf(opened.focusWidget())


def test_what_is_typed_after_enter_takes_the_place_of_nothing(qtbot: QtBot, opened: MainWindow) -> None:
    opened.session.go_to("projects/0/name")
    opened.tree.tree.setFocus()
    qtbot.keyClick(opened.tree.tree, Qt.Key.Key_Return)
    qtbot.keyClicks(opened.focusWidget(), "1")
    assert opened.session.document.projects[0].unit.code == "2030021"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("projects/0/name", "单位代码"),
        ("projects/0/plan/1", "3月底支出进度"),
        ("projects/0/indicators", "绩效指标"),
        ("overall/1/text", "部分标题"),
    ],
)
def test_enter_in_the_tree_leads_to_what_is_worked_in_and_to_no_button(
    qtbot: QtBot, opened: MainWindow, path: str, name: str
) -> None:
    opened.session.go_to(path)
    opened.tree.tree.setFocus()
    qtbot.keyClick(opened.tree.tree, Qt.Key.Key_Return)
    assert opened.focusWidget().accessibleName() == name


def test_ctrl_l_goes_to_the_filter(qtbot: QtBot, opened: MainWindow) -> None:
    opened.commands["filter"].trigger()
    assert opened.focusWidget() is opened.tree.filter


def test_another_document_leaves_nothing_of_the_last_one(opened: MainWindow, tmp_path: Path) -> None:
    opened.session.write("改", "title", "旧")
    opened.files.save()
    opened.files.open_path(tmp_path / "绩效.pbproj")
    assert not opened.commands["undo"].isEnabled()
    assert opened.tree.model.rowCount(opened.tree.model.index_of(PROJECTS)) == 3


def test_the_walk_of_the_readme_finds_its_button(window: MainWindow) -> None:
    window.files.open_sample()
    window.commands["next"].trigger()
    line = window.pages.currentWidget().findChildren(SumLine)[0]
    walk = Path("README.md").read_text("utf-8")
    assert "按 F8 到第一个问题" in walk
    assert f"点“{line.button.text()}”改正" in walk
    line.button.click()
    assert line.sentence().endswith("与预算数一致")


def test_a_window_that_goes_before_it_has_looked_at_the_disk_does_not_look(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: True)
    looks: list[MainWindow] = []
    monkeypatch.setattr(MainWindow, "_look_at_disk", looks.append)
    window = MainWindow(session, Memory(session))
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    delete(window)
    qtbot.wait(1)
    assert looks == []
